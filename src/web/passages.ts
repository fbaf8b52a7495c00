import type { Span } from "../records/anchor.ts";
import type { ChosenPassage } from "../records/decision.ts";
import { get } from "./api.ts";
import type { TextView } from "./views.ts";

/**
 * Chosen sentences with their words, in order: those that stand next to one another as one passage; `whole` makes one of them all, with
 * what stands between.
 */
export async function readPassages(
  document: string,
  chosen: readonly Span[],
  whole: boolean,
): Promise<ChosenPassage[]> {
  const [first, last] = [chosen[0]!, chosen.at(-1)!];
  const view = await get<TextView>(`/documents/${document}/text?from=${first.start}&to=${last.end}`);
  const wordsOf = ({ start, end }: Span) => view.text.slice(start - view.start, end - view.start);
  const spans = whole ? [{ start: first.start, end: last.end }] : joined(chosen, wordsOf);
  return spans.map((span) => ({ document, ...span, exact: wordsOf(span) }));
}

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
