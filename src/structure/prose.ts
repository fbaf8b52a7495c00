import type { Block } from "../document/document.ts";
import { blocksIn, type Statement } from "./statement.ts";
import { type Range, type SegmentDraft, segmentOf, type View } from "./view.ts";

/** What stands in some ranges of lines, as segments: statements as given, what is under them (where they are answered), and the rest. */
export function proseOf(
  view: View,
  ranges: readonly Range[],
  { statements, replies }: { statements: readonly Statement[]; replies: boolean },
): SegmentDraft[] {
  const segments: SegmentDraft[] = [];
  let open: number[] = [];
  let answered = false;
  const upcoming = [...statements];
  for (const block of ranges.flatMap((range) => blocksIn(view, range))) {
    const statement = upcoming[0];
    if (statement && block.end > statement.at) {
      if (block.start === statement.at) {
        if (answered) open = [];
        answered = false;
        for (const label of statement.labels.length > 0 ? statement.labels.slice(0, 1) : [null]) {
          open.push(segments.length);
          segments.push(segmentOf("statement", statement.span, { label, heading: statement.heading }));
        }
      }
      if (block.end >= statement.span.end) upcoming.shift();
      continue;
    }
    const kind = kindOfBlock(block);
    if (kind === null) continue;
    if (kind !== "prose" || !replies || open.length === 0) append(segments, segmentOf(kind, block));
    else if (!view.rules.shows(wordsOf(view, block), "closing")) {
      append(segments, segmentOf("reply", afterLabel(view, block), { answers: open }));
      answered = true;
    } else append(segments, segmentOf("prose", block));
  }
  return segments;
}

const wordsOf = (view: View, block: Block): string => view.document.text.slice(block.start, block.end);

function afterLabel(view: View, block: Block): { start: number; end: number } {
  const label = view.rules.read("reply-label", wordsOf(view, block));
  const start = block.start + (label && label[0].length < block.end - block.start ? label[0].length : 0);
  return { start, end: block.end };
}

function kindOfBlock(block: Block): SegmentDraft["kind"] | null {
  if (block.kind === "title" || block.kind === "contents") return null;
  if (block.kind === "note") return "note";
  return block.kind === "quotation" ? "quoted" : "prose";
}

/** A segment goes on where the same voice goes on. */
function append(segments: SegmentDraft[], next: SegmentDraft): void {
  const last = segments.at(-1);
  const same = last && last.kind === next.kind && next.kind !== "note" && sameAnswers(last, next);
  if (same) segments[segments.length - 1] = { ...last, end: next.end };
  else segments.push(next);
}

const sameAnswers = (a: SegmentDraft, b: SegmentDraft): boolean =>
  a.answers.length === b.answers.length && a.answers.every((each, index) => each === b.answers[index]);
