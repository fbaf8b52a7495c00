import type { OcrWord } from "../ocr/result.ts";

/** Letters that rise over the small ones, and those that hang below the line; shares of the type size, as in common book and office faces. */
const RISING = /[A-Zbdfhklijt0-9£&'"‘’“”]/;
const HANGING = /[gjpqyQ,;()[\]]/;
const RISE = 0.72;
const SMALL = 0.5;
const HANG = 0.21;

/** How far a word hangs below its baseline, in sizes of its letters. */
export const hangOf = (text: string): number => (HANGING.test(text) ? HANG : 0);

/** The size of type in which a line of words is printed, by the heights of the words and which letters are in them; in the unit of the words. */
export function sizeOfLine(words: readonly OcrWord[]): number {
  const sizes = words
    .filter(({ text }) => /\p{L}|\p{N}/u.test(text))
    .flatMap(({ text, height }) => {
      const size = height / ((RISING.test(text) ? RISE : SMALL) + hangOf(text));
      return Array.from({ length: text.length }, () => size);
    })
    .sort((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? Math.max(...words.map(({ height }) => height));
}

/** Sizes measured on pictures vary; what is within this share of the commonest size is printed in it. */
const SAME = 0.13;

/** The size that a measured one stands for: the commonest of the document, or the nearest half point. */
export const settledSize = (size: number, usual: number): number =>
  Math.abs(size / usual - 1) < SAME ? usual : Math.round(2 * size) / 2;

/** The commonest of some sizes, by how many letters are printed in each: the middle one, to the nearest half point. */
export function usualSize(sizes: readonly { size: number; letters: number }[]): number {
  const sorted = [...sizes].sort((a, b) => a.size - b.size);
  let left = sorted.reduce((sum, { letters }) => sum + letters, 0) / 2;
  for (const { size, letters } of sorted) {
    left -= letters;
    if (left <= 0) return Math.round(2 * size) / 2;
  }
  return 11;
}
