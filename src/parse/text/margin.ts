import { endOf, isBlank, type Line } from "./line.ts";

/** The head of a column in the right margin of minutes: who is to act. It is of the layout, not of a publisher. */
const HEAD = /(?<=\S)\s{3,}(?:ACTIONS?(?: (?:BY|FOR|OWNER))?|Actions?(?: (?:by|for|owner))?|BY WHOM|By whom)$/;

/** What stands in the margin begins this near to the column of its head, and is no longer than this, in characters. */
const NEAR = 4;
const LONGEST = 30;
/** Fewer lines with something in the margin may be chance. */
const FEWEST = 2;
/** The gap between the words of a line and its margin. */
const GAP = /(?<=\S)\s{2,}(?=\S+(?:\s\S+)*$)/;

type Parted = { line: Line | null; aside: Line | null };

/** The column of a right margin that has a head and names under it, twice at least; null where a text has no such. */
export function marginOf(lines: readonly Line[]): number | null {
  const head = lines.findIndex(({ text }) => HEAD.test(text));
  if (head < 0) return null;
  const { text, indent } = lines[head]!;
  const gap = HEAD.exec(text)!;
  const column = indent + gap.index + gap[0].search(/\S/);
  const asides = lines.slice(head + 1).filter((line) => partAt(line, column).aside);
  return asides.length < FEWEST ? null : column;
}

/**
 * Lines of minutes without what stands in their right margin: each name is a paragraph of its own, below the paragraph that it stood beside, so
 * that sentences run on.
 */
export function withMarginBelow(lines: readonly Line[], column: number | null): readonly Line[] {
  if (column === null) return lines;
  const out: Line[] = [];
  let waiting: Line[] = [];
  const close = () => {
    const blank = waiting[0] && { ...waiting[0], text: "", seam: false };
    if (blank) out.push(...waiting.flatMap((each) => [blank, each]), blank);
    waiting = [];
  };
  for (const each of lines) {
    const { line, aside } = HEAD.test(each.text) ? { line: each, aside: null } : partAt(each, column);
    if (line && isBlank(line)) close();
    if (line) out.push(line);
    if (aside) waiting.push(aside);
  }
  close();
  return out;
}

/** The words of a line, and what stands in its margin at a column; either may be missing. */
function partAt(line: Line, column: number): Parted {
  const isBeside = (at: number, words: string) => Math.abs(at - column) <= NEAR && words.length <= LONGEST;
  if (isBlank(line) || endOf(line) < column - NEAR) return { line, aside: null };
  if (isBeside(line.indent, line.text)) return { line: null, aside: line };
  const gap = GAP.exec(line.text);
  if (!gap) return { line, aside: null };
  const start = gap.index + gap[0].length;
  const words = line.text.slice(start);
  if (!isBeside(line.indent + start, words)) return { line, aside: null };
  const aside = { ...line, text: words, indent: line.indent + start, raw: line.raw === null ? null : line.raw + start };
  return { line: { ...line, text: line.text.slice(0, gap.index) }, aside };
}
