import { printedLabel } from "../printed-label.ts";
import type { Line } from "./line.ts";

/** Signs that are printed before a list item: round and square bullets, dashes, arrows, and what symbol fonts leave behind. */
const BULLET = /^(?:[•◦▪▫■□●○‣⁃∙·➢➤►▶✓✔➔→\ue000-\uf8ff]\s*|[-*–—‐]\s+|o(?:\s{2,}|\t\s*))(?=\S)/u;
const LONE_BULLET = /^(?:[•◦▪▫■□●○‣⁃∙➢➤►\ue000-\uf8ff])$/u;

/** The length of a bullet sign and the white space after it at the start of words; 0 where there is none. */
export const bulletLength = (text: string): number => BULLET.exec(text.slice(0, 40))?.[0].length ?? 0;

/** A bullet sign with its words on the next line. */
export const isLoneBullet = (text: string): boolean => LONE_BULLET.test(text);

/** The label that a line begins with; in plain text a bare number set off by a gap is one too ("4   Actions", "12<tab>The …"). */
export function lineLabel(text: string): { label: string; length: number } | null {
  const head = text.slice(0, 60);
  // a number alone on its line is a cell of a table or a cut-off heading, not the label of nothing
  if (!/\s/.test(head)) return null;
  const hanging = /^(\d{1,3}|[A-Z])(?:\s{2,}|\t\s*)(?=\p{Lu})/u.exec(head);
  if (hanging) return { label: hanging[1]!, length: hanging[0].length };
  return printedLabel(head);
}

/** Words in columns: two gaps of three spaces or more, or one so wide that no typist makes it between sentences. */
export const isTabular = (text: string): boolean =>
  /\S\s{3,}\S.*\S\s{3,}\S|\S(?:\t+|\s{6,})\S/.test(text.slice(0, 400));

/** Whether words end a sentence or a list item. */
export const endsSentence = (text: string): boolean =>
  /(?:[.!?:;…]["'”’)\]*_]{0,4}|[;,]\s(?:and|or))$/.test(text.slice(-12));

export const beginsSmall = (text: string): boolean => /^["'“‘(]?\p{Ll}/u.test(text);

export const wordCount = (text: string): number => text.slice(0, 2_000).split(/\s+/).length;

/** The longest line that is still no paragraph: an address line, a heading, a field of a form. */
const SHORT = 75;

/** A line that may stand by itself: short, and no sentence. */
export const isShort = (line: Line): boolean => line.text.length <= SHORT && !/[.!?]["'”’)]?$/.test(line.text);

/** Lines of letters that look like headings and are none. They are of the language, not of a publisher. */
const LETTER_LINE =
  /^(?:dear|yours|(?:kind|best|warm|with)\s(?:\w+\s)?(?:regards|wishes)|sincerely|faithfully|regards|cc|(?:our|your)\sref)\b|^\(?sent by\b/i;
const DATE_LINE =
  /^(?:[a-z]+day,?\s)?\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]+(?:\s\d{4})?$|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/i;

/** Whether a line standing alone has the shape of a heading: few words, a capital or a number first, no stop at the end, no field of a form. */
export function hasHeadingShape(text: string): boolean {
  if (text.length > 120 || wordCount(text) > 16 || isTabular(text)) return false;
  const words = text.slice(lineLabel(text)?.length ?? 0);
  if (!/^["'“‘(]?[\p{Lu}\p{N}]/u.test(words) || !/\p{L}{2}/u.test(words)) return false;
  if (/[.!?;:,…]["'”’)]?$|[-–—]$|[.!?]\s\([^()]*\)$/.test(words) || /:\s*\S/.test(words)) return false;
  return !LETTER_LINE.test(words) && !DATE_LINE.test(words);
}

/** A line that only the next one completes. */
const RUNS_ON = /\b(?:a|an|and|at|by|for|from|in|of|on|or|the|to|with)$/i;

/** The name of a field ("Report of: …") has fewer words than what stands before the colon of a title. */
const MOST_OF_FIELD = 3;

/** Whether the words with which a text begins have the shape of its title: a heading, which may hold a colon and run on over its lines. */
export function hasTitleShape(words: string): boolean {
  const lines = words.split("\n");
  if (lines.slice(1).some((next, at) => !RUNS_ON.test(lines[at]!) && !beginsSmall(next))) return false;
  const sides = lines.join(" ").split(/:\s+/);
  return sides.every(hasHeadingShape) && (sides.length === 1 || wordCount(sides[0]!) > MOST_OF_FIELD);
}
