/** What a quoted character becomes: it is no letter, no digit, no space and no mark that a cue looks for. */
const BLOT = "\u2588";

/** What opens a quotation. */
const MARK = /["'“‘]/;

/** A quotation that is not closed within so many code units is none: a stray mark must not swallow a page. */
const LONGEST = 1_500;

/**
 * Quotations in pairs of marks. A straight or single mark opens only after a space or bracket, and closes only where no letter follows,
 * so that apostrophes stay apostrophes.
 */
const QUOTATION = new RegExp(
  [
    `“[^“”]{1,${LONGEST}}”`,
    `(?<![\\p{L}\\p{N}])"(?!\\s)[^"]{1,${LONGEST}}"(?![\\p{L}\\p{N}])`,
    `(?<![\\p{L}\\p{N}])‘(?!\\s)(?:[^‘’]|’(?=\\p{L}))*?(?<!\\s)’(?!\\p{L})`,
    `(?<=[\\s(\\[—–:]|^)'(?!\\s)(?:[^']|'(?=\\p{L}))*?(?<!\\s)'(?!\\p{L})`,
  ].join("|"),
  "gu",
);

/**
 * The same text, code unit for code unit, with what stands in quotation marks blotted out: cues look at it, so that nobody's
 * quoted words become an item. Text that is one quotation from end to end is left as it is: it is set out, not mentioned.
 */
export function maskQuotations(text: string): string {
  if (!MARK.test(text)) return text;
  return text.replace(QUOTATION, (found) => (found.length >= text.trim().length - 1 ? found : blotted(found)));
}

const blotted = (quotation: string): string =>
  quotation.length < 3 ? quotation : quotation[0] + BLOT.repeat(quotation.length - 2) + quotation.at(-1);
