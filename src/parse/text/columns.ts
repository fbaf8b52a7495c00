import { endOf, isBlank, type Line } from "./line.ts";
import { bulletLength, lineLabel } from "./shape.ts";

/** A cell of a table that was set with white space: the lines of its words, each as a line of its own. */
export type Cell = { row: number; column: number; lines: Line[] };

/** A stretch of lines: a table with its cells, or text. */
export type Region = { lines: Line[]; cells: Cell[] | null };

/** Wider white space than between words and sentences. */
const GAP = /\s{3,}|\t/;
/** A table set with white space is at most this wide and has at most this many lines. */
const WIDEST = 220;
const LONGEST = 400;

/**
 * The stretches of a text that are tables set with white space: lines in a row (with single blank lines between them) through
 * which the same columns of white space run from top to bottom.
 */
export function regionsOf(lines: readonly Line[]): Region[] {
  const regions: Region[] = [];
  let at = 0;
  let from = 0;
  const flush = (to: number) => {
    if (to > from) regions.push({ lines: lines.slice(from, to), cells: null });
  };
  while (at < lines.length) {
    const end = isRowLine(lines[at]!) ? stretchEnd(lines, at) : at;
    const table = end - at >= 2 && end - at <= LONGEST ? lines.slice(at, end) : null;
    const cells = table && cellsOf(table);
    if (!table || !cells) {
      at = Math.max(at + 1, end);
      continue;
    }
    flush(at);
    regions.push({ lines: table, cells });
    at = end;
    from = end;
  }
  flush(lines.length);
  return regions;
}

const isRowLine = (line: Line): boolean =>
  GAP.test(line.text) && endOf(line) <= WIDEST && bulletLength(line.text) === 0;

/** How far the lines go that are rows or, indented under one, more words of its cells. */
function stretchEnd(lines: readonly Line[], from: number): number {
  const indent = lines[from]!.indent;
  let end = from;
  for (let at = from; at < lines.length && at - from <= LONGEST; at++) {
    const line = lines[at]!;
    if (isBlank(line)) {
      if (isBlank(lines[at + 1] ?? line)) break;
      continue;
    }
    if (line.seam && at > from) break;
    const continuesRow = line.indent >= indent + 4 && !isBlank(lines[at - 1] ?? line);
    if (!isRowLine(line) && !continuesRow) break;
    end = at + 1;
  }
  return end;
}

/** The cells of lines through which white space runs in columns; null where it does not, or only by chance. */
function cellsOf(lines: readonly Line[]): Cell[] | null {
  const full = lines.filter((line) => !isBlank(line));
  if (full.some((line) => line.text.includes("\t") || endOf(line) > WIDEST)) return null;
  const columns = columnsOf(full);
  if (columns.length < 2) return null;
  const rows = full.filter((line) => partsOf(line, columns).length >= 2).length;
  if (rows < 2 || rows < full.length * 0.3) return null;
  const cells = placeCells(lines, columns);
  return isFields(cells) || isRuled(cells) || isLabelled(cells) ? null : cells;
}

/** Labels that hang in the margin of what they count are not a column of a table. */
function isLabelled(cells: readonly Cell[]): boolean {
  if (cells.some(({ column }) => column > 1)) return false;
  const labels = cells.filter(({ column }) => column === 0);
  const isLabel = ({ lines }: Cell) =>
    lines.length === 1 && (bulletLength(`${lines[0]!.text} x`) > 0 || lineLabel(`${lines[0]!.text}   X`) !== null);
  return labels.filter(isLabel).length >= labels.length * 0.6;
}

/** Names of fields with their values beside them ("Date:   …") are lines, not a table. */
function isFields(cells: readonly Cell[]): boolean {
  const names = cells.filter(({ column }) => column === 0);
  return names.filter(({ lines }) => lines.at(-1)!.text.endsWith(":")).length > names.length / 2;
}

/** Ruled lines to write on. */
const isRuled = (cells: readonly Cell[]): boolean => cells.some(({ lines }) => /^[._…-]{5,}$/.test(lines[0]!.text));

type Column = { from: number; to: number };

/** What is left between the columns of white space, two wide or more, that no line's words stand in. */
function columnsOf(lines: readonly Line[]): Column[] {
  const used = new Uint8Array(WIDEST + 1);
  for (const line of lines)
    for (let at = 0; at < line.text.length; at++)
      if (line.text[at]! > " ") used[Math.min(WIDEST, line.indent + at)] = 1;
  const columns: Column[] = [];
  for (let at = 0; at <= WIDEST; at++) {
    if (!used[at]) continue;
    const last = columns.at(-1);
    if (last && at - last.to < 2) last.to = at + 1;
    else columns.push({ from: at, to: at + 1 });
  }
  return columns;
}

/** A line's words in each column that has any, as lines with their own place in the source. */
function partsOf(line: Line, columns: readonly Column[]): { column: number; part: Line }[] {
  return columns.flatMap(({ from, to }, column) => {
    const raw = line.text.slice(Math.max(0, from - line.indent), Math.max(0, to - line.indent));
    const text = raw.trim();
    if (text === "") return [];
    const start = Math.max(0, from - line.indent) + raw.length - raw.trimStart().length;
    const { notes, ...place } = line;
    const part: Line = {
      ...place,
      text,
      indent: line.indent + start,
      raw: line.raw === null ? null : line.raw + start,
    };
    // what stood under the line stays with its last words
    if (notes && column === columns.length - 1) part.notes = notes;
    return [{ column, part }];
  });
}

/**
 * A row begins after a blank line, or where the first column has words (in a table with blank lines between its rows: all columns);
 * other lines go on with the cells above them.
 */
function placeCells(lines: readonly Line[], columns: readonly Column[]): Cell[] {
  const rows: Map<number, Line[]>[] = [];
  const spaced = lines.some(isBlank);
  let begins = true;
  for (const line of lines) {
    const parts = partsOf(line, columns);
    if (parts.length === 0) begins = true;
    if (parts.length === 0) continue;
    if (begins || (spaced ? parts.length === columns.length : parts[0]!.column === 0)) rows.push(new Map());
    begins = false;
    for (const { column, part } of parts) rows.at(-1)!.set(column, [...(rows.at(-1)!.get(column) ?? []), part]);
  }
  return rows.flatMap((cells, row) =>
    [...cells].sort(([a], [b]) => a - b).map(([column, own]) => ({ row, column, lines: own })),
  );
}
