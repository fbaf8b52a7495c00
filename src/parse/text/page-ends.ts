import type { Line } from "./line.ts";

/** A line that is a page number and nothing else: "12", "- 12 -", "Page 12 of 40", "12 | Page". */
export const PAGE_NUMBER =
  /^(?:[-–—|[(]\s{0,3})?(?:page\s{1,3})?(\d{1,3})(?:\s{0,3}(?:of|\/)\s{0,3}\d{1,4})?(?:\s{0,3}(?:\|\s{0,3}page|[-–—|\])]))?$/i;

/** A page number at the end of a line of other words: said to be one, or set off from them by a gap. */
const NUMBERED_FOOT = /\S(?:\s{3,}|.{0,40}\bpage\s{1,3})(?:page\s{1,3})?(\d{1,3})(?:\s{0,3}(?:of|\/)\s{0,3}\d{1,4})?$/i;
/** The same at its start. */
const NUMBERED_HEAD = /^(?:page\s{1,3}(\d{1,3})\b|(\d{1,3})\s{3,})(?=.*\p{L})/iu;

/** Pages are longer than this, in lines. */
const SHORTEST = 8;

/** Digits and white space folded: how a line counts for repetition. */
export const fold = (text: string): string => text.replace(/\d+/g, "#").replace(/\s+/g, " ");

/**
 * Where pages end in a text without form feeds: at lines that bear a number which goes up by one from each such line to the
 * next, with the same words around it or none. Bare numbers at the margin may be section numbers and do not count.
 */
export function pageEnds(lines: readonly Line[]): number[] {
  const byWords = new Map<string, { at: number; number: number }[]>();
  for (const [at, line] of lines.entries()) {
    const number = numberOn(line);
    if (number === null) continue;
    const key = fold(line.text);
    const found = byWords.get(key) ?? [];
    byWords.set(key, found);
    const last = found.at(-1);
    if (!last || (number === last.number + 1 && at - last.at >= SHORTEST)) found.push({ at, number });
  }
  const best = [...byWords.values()].reduce((a, b) => (b.length > a.length ? b : a), []);
  return best.length >= 2 ? best.map(({ at }) => at) : [];
}

function numberOn({ text, indent }: Line): number | null {
  if (text.length > 160) return null;
  const bare = PAGE_NUMBER.exec(text)?.[1];
  if (bare !== undefined) return indent >= 20 || text !== bare ? Number(bare) : null;
  const found = NUMBERED_FOOT.exec(text)?.[1] ?? NUMBERED_HEAD.exec(text)?.slice(1).find(Boolean);
  return found === undefined ? null : Number(found);
}
