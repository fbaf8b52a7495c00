/** First parts that English joins to a word with no hyphen, though they are words themselves. */
const CLOSED = new Set("under over out up down with for some any every there where here be un re dis mis".split(" "));

/** First parts that keep their hyphen before most words. */
const OPEN = new Set(
  "self well non ex anti co cross multi part full half long short high low follow post pre".split(" "),
);

/** The words of a text as they stand inside its lines, in lower case: what a broken word is compared with. */
export function wordsInside(lines: readonly { text: string }[]): Set<string> {
  const words = new Set<string>();
  for (const { text } of lines)
    for (const [word] of text.matchAll(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*(?![-\p{L}\p{N}])/gu))
      words.add(word.toLowerCase());
  return words;
}

/**
 * What stands between a line that ends in a hyphen and the next: "" keeps the hyphen, "drop" takes it out, " " leaves both
 * as they are ("pre- and post-"). The document's own spelling elsewhere decides; failing that, whether both halves are words.
 */
export function hyphenJoin(left: string, right: string, words: ReadonlySet<string>): "" | "drop" | " " {
  const first = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*(?=-$)/u.exec(left.slice(-60))?.[0];
  const second = /^[\p{L}\p{N}]+/u.exec(right.slice(0, 60))?.[0];
  if (!first || !second) return " ";
  if (/^(?:and|or|to)$/.test(second)) return " ";
  if (!/^\p{Ll}/u.test(second) || /\d$/.test(first)) return "";
  const a = first.toLowerCase();
  const b = second.toLowerCase();
  if (words.has(`${a}${b}`)) return "drop";
  if (words.has(`${a}-${b}`) || a.includes("-") || OPEN.has(a)) return "";
  return words.has(a) && words.has(b) && !CLOSED.has(a) ? "" : "drop";
}
