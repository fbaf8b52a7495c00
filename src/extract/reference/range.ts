import type { PrintedNumber } from "./value.ts";

/** No public body means more than this by "to" between two numbers: a longer run is two numbers with something else between. */
const LONGEST_RANGE = 60;

/**
 * The numbers between the two ends of a printed range, without the ends: "4 to 7" has 5 and 6, "8.10–8.12" has 8.11.
 * Empty where the ends are not of one kind, do not ascend, or lie too far apart to be meant as a range.
 */
export function expandRange(from: PrintedNumber, to: PrintedNumber): PrintedNumber[] {
  const [, stem, low] = /^(.*?)(\d+)$/.exec(from.number) ?? [];
  const [, otherStem, high] = /^(.*?)(\d+)$/.exec(to.number) ?? [];
  if (
    low === undefined ||
    high === undefined ||
    stem !== otherStem ||
    (from.year ?? to.year) !== (to.year ?? from.year)
  )
    return [];
  const count = Number(high) - Number(low) - 1;
  if (count < 1 || count > LONGEST_RANGE) return [];
  return Array.from({ length: count }, (_, index) => {
    const number = stem + String(Number(low) + index + 1).padStart(low.length, "0");
    return { ...from, number, suffix: null, whole: number };
  });
}
