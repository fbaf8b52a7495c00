import type { Span } from "../records/anchor.ts";
import type { PrintedWord } from "./views.ts";

type Point = { x: number; y: number };

/** The word at a place on a page, or the nearest one in its line; null where there is none within two lines' height. */
export function wordAt(words: readonly PrintedWord[], { x, y }: Point): PrintedWord | null {
  let nearest: { word: PrintedWord; far: number } | null = null;
  for (const word of words) {
    const beside = outside(x, word.x, word.x + word.width);
    const above = outside(y, word.y, word.y + word.height);
    // a line apart is farther than any place in the same line
    const far = above > 0 ? PAGE + above + beside / PAGE : beside;
    if (above <= 2 * word.height && (!nearest || far < nearest.far)) nearest = { word, far };
  }
  return nearest?.word ?? null;
}

/** More points than any page is wide: PDF 1.7's greatest (14,400). */
const PAGE = 14_400;

const outside = (at: number, from: number, to: number): number => Math.max(from - at, at - to, 0);

/** From the word in which a drag began to the one in which it is, in whichever order. */
export const between = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });
