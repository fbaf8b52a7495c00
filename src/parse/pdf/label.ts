import { printedLabel } from "../printed-label.ts";

/** The label at the beginning of a line: what was printed (null for a bullet, which is no text), and where the words begin. */
export type Label = { label: string | null; end: number };

/** Bullets, also those of symbol fonts, which come out as private-use characters, and the letter "o" that stands for one. */
const BULLET = /^(?:[•‣◦▪▫●○■□◆◇►▸·∙⁃➢➔✓✔❖\uf000-\uf8ff]\s*|[–—*-]\s+|[–—*-]$|o\s+(?=\S))/;

/** Reads a label off the beginning of a line; null where it has none. */
export function labelAt(text: string): Label | null {
  const bullet = BULLET.exec(text);
  if (bullet) return { label: null, end: bullet[0].length };
  const printed = printedLabel(text);
  return printed && { label: printed.label, end: printed.length };
}

/** Whether a line is a label and nothing else. */
export const isOnlyLabel = (text: string): boolean => labelAt(text)?.end === text.length;
