/** The label at the beginning of a line: what was printed, and where the words begin. */
export type Label = { label: string | null; end: number; bullet: boolean };

/** Bullets, also those of symbol fonts, which come out as private-use characters, and "o" as Courier bullets do. */
const BULLET = /^(?:[•‣◦▪▫●○■□◆◇►▸–—*·∙⁃➢➔✓✔\uf000-\uf8ff-]|o(?=\s))(?:\s+|(?=[\uf000-\uf8ff])|$)|^[•●▪■\uf0b7\uf0a7]/;
/**
 * "8.12", "8.12.", "1(a)", "(a)", "a)", "iv.", "(iv)", "12.", "4. (a) (iv)": numbers and letters that count. A bare number
 * ("2023") or letter needs its full stop or bracket; one with an inner stop does not.
 */
const NUMBERED =
  /^(?:\(?(?:\d{1,3}(?:\.\d{1,3})+\.?|\d{1,3}[.)]|\d{1,3}(?=\([a-z]{1,4}\))|\(\d{1,3}\)|[a-zA-Z][.)]|\([a-zA-Z]\)|[ivxlc]{1,6}[.)]|\([ivxlc]{1,6}\))\)?)(?:\s*\((?:[a-z]|[ivx]{1,5}|\d{1,2})\))*(?=\s+\S|$)/;

/** Reads a label off the beginning of a line; null where it has none. */
export function labelAt(text: string): Label | null {
  const bullet = BULLET.exec(text);
  if (bullet) return { label: null, end: bullet[0].length + spacesAt(text, bullet[0].length), bullet: true };
  const numbered = NUMBERED.exec(text);
  if (!numbered) return null;
  const end = numbered[0].length;
  return { label: numbered[0], end: end + spacesAt(text, end), bullet: false };
}

const spacesAt = (text: string, at: number): number => text.slice(at).length - text.slice(at).trimStart().length;
