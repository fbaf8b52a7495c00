/** A line of a plain text: its words without white space at the ends, and where they stand in the source. */
export type Line = {
  text: string;
  /** Offset of the words in the decoded source; null where the source is not one text (a part of an e-mail). */
  raw: number | null;
  /** Columns of white space before the words; a tab goes to the next multiple of eight. */
  indent: number;
  /** 0-based; form feeds begin a new page. */
  page: number;
  /** Page furniture was taken out between this line and the one before, or a page ended there. */
  seam: boolean;
  /** Notes that stood under this line, each with its lines: they were set aside so that the text runs on. */
  notes?: Line[][];
};

const ENDS = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g;

/** The lines of a source, blank ones too (at most two in a row). Linear in its length. */
export function linesOf(source: string, raw = true): Line[] {
  const lines: Line[] = [];
  let from = 0;
  let page = 0;
  let seam = false;
  const push = (to: number) => {
    const line = lineAt(source, from, to, raw);
    // more than two blank lines say no more than two, and a file may hold ten million
    if (line.text === "" && lines.at(-1)?.text === "" && lines.at(-2)?.text === "") return;
    lines.push({ ...line, page, seam });
    seam = false;
  };
  for (const end of source.matchAll(ENDS)) {
    push(end.index);
    from = end.index + end[0].length;
    if (end[0] === "\f") {
      page++;
      seam = true;
    }
  }
  push(source.length);
  return lines;
}

function lineAt(source: string, from: number, to: number, raw: boolean): Pick<Line, "text" | "raw" | "indent"> {
  let start = from;
  let indent = 0;
  while (start < to && isSpace(source[start]!)) {
    indent = source[start] === "\t" ? (indent + 8) & ~7 : indent + 1;
    start++;
  }
  let end = to;
  while (end > start && isSpace(source[end - 1]!)) end--;
  return { text: source.slice(start, end), raw: raw ? start : null, indent };
}

const isSpace = (character: string): boolean => character <= " " || /[\s\ufeff\u200b]/.test(character);

/** The column after a line's last character. */
export const endOf = (line: Line): number => line.indent + line.text.length;

export const isBlank = (line: Line): boolean => line.text === "";
