/** Fewest spaces, and the share of words of one or two letters, that make a letter-spaced line. */
const FEWEST = 4;
const SHORT_WORDS = 0.7;
/** Spaces between words are wider than those between letters by at least this. */
const WIDER = 1.5;

/** Without three of them in a row a line need not be looked at. */
const THREE_SHORT_WORDS = /(?:^| )\S{1,2} \S{1,2} \S{1,2}(?: |$)/;

/** Where the spaces of a letter-spaced line are that stand between letters, and so are none: "R E P O R T" says "REPORT". */
export function falseSpaces({ text, edges }: { text: string; edges: ArrayLike<number> }): number[] {
  if (!THREE_SHORT_WORDS.test(text)) return [];
  const words = text.split(" ");
  const short = words.filter((word) => word.length <= 2).length;
  if (words.length <= FEWEST || short < SHORT_WORDS * words.length) return [];
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => ({ index, width: edges[index + 1]! - edges[index]! }));
  const widths = spaces.map(({ width }) => width).sort((a, b) => a - b);
  const limit = widestStep(widths);
  return spaces.filter(({ width }) => width < limit).map(({ index }) => index);
}

/** The width at which spaces between words begin: after the widest step in the sorted widths; beyond all where they are alike. */
function widestStep(widths: readonly number[]): number {
  let limit = Number.POSITIVE_INFINITY;
  let widest = WIDER;
  for (let at = 1; at < widths.length; at++) {
    const step = widths[at]! / Math.max(0.01, widths[at - 1]!);
    if (step > widest) [widest, limit] = [step, widths[at]!];
  }
  return limit;
}

/** Without two such signs in a row there are no leaders: quicker to see than where they are. */
export const MAY_LEAD = /[.·…_] ?[.·…_]|…/;

/** Dots or dashes that lead the eye from a title to its page number. */
export const LEADERS = /(?:\s*[.·…_](?:\s?[.·…_]){3,}|\s*…{2,})\s*/g;
