import { scoreKinds } from "./kind.ts";
import { readPaper } from "./paper.ts";
import type { Entry } from "./question-heads.ts";
import { readQuestions } from "./questions.ts";
import { blockOf, type PartDraft, type Range, type SegmentDraft, spanOf, type View, within } from "./view.ts";

/** What minutes show of themselves, at the least, where a list of questions stands in them; lists and hearings show 1.5 at the most. */
const MINUTED = 4;

/** Minutes in which the public's or members' questions are printed with their answers under an item of their own; null where it is a list. */
export function readMinutedQuestions(view: View, range: Range, entries: readonly Entry[]): PartDraft | null {
  const first = entries[0]!.title;
  const inMinutes = (scoreKinds(view, range).get("minutes") ?? 0) >= MINUTED && first > range.from;
  if (!inMinutes) return null;
  const isHeading = (line: number) => blockOf(view, line).kind === "heading";
  // the heading over the first question may be of all of them
  const own = isHeading(first) && entries.slice(1).some(({ title }) => !isHeading(title)) ? first + 1 : first;
  const to = endOfItem(view, { from: range.from, to: own }, { from: own, to: range.to });
  const above = readPaper(view, { ...range, to: first }, "minutes");
  const listed = entries.filter(({ title }) => title < to);
  const asked = readQuestions(view, { from: first, to }, listed).segments;
  const below = to < range.to ? readPaper(view, { from: to, to: range.to }, "minutes").segments : [];
  return { ...above, span: spanOf(view, range), segments: [above.segments, asked, below].reduce(joined) };
}

const joined = (some: readonly SegmentDraft[], more: readonly SegmentDraft[]): readonly SegmentDraft[] => [
  ...some,
  ...more.map((segment) => ({ ...segment, answers: segment.answers.map((index) => index + some.length) })),
];

/** Where the item of the agenda ends under which the questions stand: at the next heading as high as the one over it. */
function endOfItem(view: View, above: Range, below: Range): number {
  const headings = (range: Range) => within(view, range).filter(({ index }) => blockOf(view, index).kind === "heading");
  const over = headings(above).at(-1);
  const level = over ? blockOf(view, over.index).level : 0;
  const next = headings(below).find(({ index }) => blockOf(view, index).level <= level);
  return next?.index ?? below.to;
}
