import type { Span } from "../records/anchor.ts";
import type { ChosenPassage } from "../records/decision.ts";
import { get } from "./api.ts";
import type { TextView } from "./views.ts";

/** Gets the text around a stretch: whole blocks, and some more on either side. */
export const textAround = (document: string, { start, end }: Span, more = 0): Promise<TextView> =>
  get<TextView>(`/documents/${document}/text?from=${Math.max(0, start - more)}&to=${end + more}`);

/**
 * Chosen stretches with their words, in order: those that stand next to one another as one passage; `whole` makes one of them all, with
 * what stands between.
 */
export async function readPassages(
  document: string,
  chosen: readonly Span[],
  whole: boolean,
): Promise<ChosenPassage[]> {
  const [first, last] = [chosen[0]!, chosen.at(-1)!];
  const view = await textAround(document, { start: first.start, end: last.end });
  const spans = whole ? [{ start: first.start, end: last.end }] : joined(chosen, (span) => wordsIn(view, span));
  return spans.map((span) => ({ document, ...span, exact: wordsIn(view, span) }));
}

const wordsIn = (view: TextView, { start, end }: Span): string => view.text.slice(start - view.start, end - view.start);

/** Sentences with nothing but white space between them become one stretch. */
export function joined(chosen: readonly Span[], wordsOf: (span: Span) => string): Span[] {
  const out: Span[] = [];
  for (const span of chosen) {
    const before = out.at(-1);
    if (before && wordsOf({ start: before.end, end: span.start }).trim() === "")
      out[out.length - 1] = { start: before.start, end: span.end };
    else out.push({ ...span });
  }
  return out;
}

type Words = Pick<TextView, "start" | "text">;

/** A stretch widened to whole words, without white space at its ends; null where it touches none. */
export function wholeWords(view: Words, { start, end }: Span): Span | null {
  const touched = wordsOf(view).filter((word) => word.start < end && word.end > start);
  return touched.length > 0 ? { start: touched[0]!.start, end: touched.at(-1)!.end } : null;
}

/** A stretch whose beginning or end was moved by one word; the same where there is no word to move to, or none would be left. */
export function moved(view: Words, span: Span, edge: keyof Span, step: 1 | -1): Span {
  const stops = wordsOf(view).map((word) => word[edge]);
  const to = step > 0 ? stops.find((stop) => stop > span[edge]) : stops.findLast((stop) => stop < span[edge]);
  const after = { ...span, [edge]: to ?? span[edge] };
  return after.start < after.end ? after : span;
}

const wordsOf = ({ start, text }: Words): Span[] =>
  [...text.matchAll(/\S+/g)].map(({ index, 0: word }) => ({ start: start + index, end: start + index + word.length }));
