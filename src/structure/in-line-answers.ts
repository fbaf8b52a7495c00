import type { Block } from "../document/document.ts";
import { firstEndingAfter } from "../document/span.ts";
import type { Span } from "../records/anchor.ts";
import type { View } from "./view.ts";

/** A statement as far as it matters here: where its label begins, its words, its label, and whether only that stands here. */
type Labelled = { at: number; span: Span; label: string | null; heading: string | null; bare?: boolean };

/** One alone may be a recommendation in unusual words. */
const FEWEST_IN_LINE = 2;

/**
 * A response may set out no recommendation and print its answers right behind their numbers ("Recommendation 3A. We accept this.").
 * That is so where most of what stands there says nothing of what should be done, and half of it has nothing below that could answer.
 */
export function withAnswersInLine<S extends Labelled>(view: View, blocks: readonly Block[], found: readonly S[]): S[] {
  const { text } = view.document;
  const inLine = found.filter(
    ({ at, span, label }) => label !== null && at < span.start && !text.slice(at, span.start).includes("\n"),
  );
  const advising = inLine.filter(({ span }) => view.rules.holds("advising", text.slice(span.start, span.end)));
  const starts = new Set(found.map(({ at }) => at));
  const alone = inLine.filter(({ span }) => {
    const below = blocks[firstEndingAfter(blocks, span.end)];
    return !below || below.kind === "heading" || starts.has(below.start);
  });
  const areAnswers = advising.length * 2 < inLine.length && alone.length * 2 >= inLine.length;
  if (inLine.length < FEWEST_IN_LINE || !areAnswers) return [...found];
  const answered = new Set(inLine);
  return found.map((each) => {
    if (!answered.has(each)) return each;
    const span = { start: each.at, end: each.span.start };
    return { ...each, span, heading: text.slice(span.start, span.end).trim(), bare: true };
  });
}
