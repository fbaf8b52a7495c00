import { type Point, pointsOf } from "./gathered-answers.ts";
import { readPaper } from "./paper.ts";
import { blocksIn } from "./statement.ts";
import {
  isWhole,
  type PartDraft,
  type Range,
  type SegmentDraft,
  segmentOf,
  spanOf,
  type View,
  within,
  wordCount,
} from "./view.ts";

/** As many words as the heading of a request, or of the response to it, has. */
const HEADING_WORDS = 6;

/** A page of requests that a body publishes with its responses: each request under a heading that says so, its response under another; null where a range is none. */
export function readRequestPage(view: View, range: Range): PartDraft | null {
  const heads = within(view, range)
    .filter(({ line, index }) => isWhole(view, index) && wordCount(line.text) <= HEADING_WORDS)
    .flatMap(({ line: { text }, index }) => {
      if (view.rules.shows(text, "request-heading")) return [{ index, asks: true }];
      return view.rules.shows(text, "response-heading") ? [{ index, asks: false }] : [];
    });
  const own = heads.filter(({ asks }, nth) => asks !== (heads[nth - 1]?.asks ?? false));
  if (own.length < 2) return null;
  const segments: SegmentDraft[] = [];
  own.forEach(({ index, asks }, nth) => {
    const below = { from: index + 1, to: own[nth + 1]?.index ?? range.to };
    if (below.from >= below.to) return;
    if (asks) segments.push(...requested(view, below));
    else segments.push(...responded(view, below, segments));
  });
  if (!segments.some(({ answers }) => answers.length > 0)) return null;
  const head = readPaper(view, { from: range.from, to: own[0]!.index + 1 }, "reply");
  return { ...head, span: spanOf(view, range), segments };
}

/** What is asked: each of several points, below what leads to them; or all of it. */
function requested(view: View, range: Range): SegmentDraft[] {
  const all = spanOf(view, range);
  const points = listed(view, range);
  if (points.length < 2) return [segmentOf("question", all)];
  const over = blocksIn(view, range).filter(({ end }) => end <= points[0]!.start);
  const lead = over.map((block) => segmentOf("prose", block));
  return [...lead, ...points.map((point) => segmentOf("statement", point, { label: point.label || null }))];
}

/** The points of a list: numbered ones, each with what goes on below it, or else bullets. */
function listed(view: View, range: Range): Point[] {
  const blocks = blocksIn(view, range);
  const numbered = pointsOf(view, blocks);
  if (numbered.length >= 2) return numbered;
  return blocks.filter(({ kind }) => kind === "list-item").map(({ body, end }) => ({ label: "", start: body, end }));
}

/** What is answered: to each number what stands under it; else all of it to all that was asked since the last response. */
function responded(view: View, range: Range, before: readonly SegmentDraft[]): SegmentDraft[] {
  const since = before.findLastIndex(({ answers }) => answers.length > 0) + 1;
  const open = before
    .map(({ kind, label }, index) => ({ kind, label, index }))
    .filter(({ kind, index }) => index >= since && kind !== "prose");
  const points = pointsOf(view, blocksIn(view, range));
  const told = points.filter(({ label }) => open.some((each) => each.label === label));
  if (told.length < Math.min(2, open.length))
    return [segmentOf("reply", spanOf(view, range), { answers: open.map(({ index }) => index) })];
  return points.map((point) => {
    const answers = open.filter(({ label }) => label === point.label).map(({ index }) => index);
    return segmentOf("reply", point, { label: point.label, answers });
  });
}
