import type { Span } from "../records/anchor.ts";

/** Whether two spans share at least one character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Whether `inner` lies wholly inside `outer`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Reading order: earlier first, of two that begin together the longer first. For `sort`. */
export const byStart = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;

/** The span without white space at its ends; zero-width at `start` where nothing else is in it. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}

/** Those of a list sorted by start, without overlaps among them, that share characters with a span. */
export function overlapping<T extends Span>(list: readonly T[], { start, end }: Span): T[] {
  const from = firstEndingAfter(list, start);
  let to = from;
  while (to < list.length && list[to]!.start < end) to++;
  return list.slice(from, to);
}

/**
 * The first index of a list sorted by start at which `span.end > offset`: with non-overlapping spans, the one that holds the
 * offset or the next one after it; `list.length` where there is none. Binary search.
 */
export function firstEndingAfter(list: readonly Span[], offset: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
