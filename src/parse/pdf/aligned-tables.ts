import { type Column, columnOf, columnsOf, withRow } from "./aligned-columns.ts";
import { type Row, rowsOf } from "./rows.ts";

/** Rows that are no table (`columns` is empty), or the rows of a table: where its columns are and which of its rows begin one of print. */
export type Stretch = { rows: Row[]; columns: readonly Column[]; bands: Row[][] };

/** Fewest columns and rows that make a table. Two columns are one only where both are prose: else they are labels and their words. */
const FEWEST_COLUMNS = 3;
const FEWEST_BANDS = 3;
/** So many of its rows have words in as many columns; and so many lines it has for each row where some lines carry on. */
const MOSTLY = 0.6;
const CARRIED_ON = 1.3;
/** A table's lines are never farther apart than this, in sizes. */
const FARTHEST = 4;
/** How many lines a header has at the most. */
const MOST_HEADER_LINES = 3;
/** From baseline to baseline, in sizes, lines of one cell are never farther apart than this. */
const WIDEST_PITCH = 1.5;
/** How much more than between lines the space between the rows of a table is. */
const APART = 1.2;

/**
 * Finds tables that are told by white space alone: rows of words in the same columns, one under the other. Where only sure ones are
 * asked for, those that columns of prose are never like: their rows stand apart in all columns at once, or begin together in several
 * columns and carry on without the first.
 */
export function splitTables(rows: readonly Row[], sure: boolean): Stretch[] {
  const out: Stretch[] = [];
  let plain: Row[] = [];
  for (let at = 0; at < rows.length; ) {
    const table = tableAt(rows, at, sure);
    if (!table) {
      plain.push(rows[at++]!);
      continue;
    }
    const whole = withHeader(table, plain);
    const above = plain.slice(0, plain.length + table.rows.length - whole.rows.length);
    if (above.length > 0) out.push(plainStretch(above));
    out.push(whole);
    at += table.rows.length;
    plain = [];
  }
  return plain.length > 0 ? [...out, plainStretch(plain)] : out;
}

const plainStretch = (rows: Row[]): Stretch => ({ rows, columns: [], bands: [] });

/** The runs of a table by row and column. */
export function cellsOf({ columns, bands }: Stretch): { row: number; column: number; rows: Row[] }[] {
  return bands.flatMap((band, row) =>
    columns.flatMap((_, column) => {
      const runs = band.flatMap((each) => each.runs).filter((run) => columnOf(run, columns) === column);
      return runs.length > 0 ? [{ row, column, rows: rowsOf(runs) }] : [];
    }),
  );
}

/** The longest table that begins with a row, if any does. Where more columns are seen from one of the next rows on, it begins there. */
function tableAt(rows: readonly Row[], from: number, sure: boolean): Stretch | null {
  const table = grown(rows, from, sure);
  if (!table) return null;
  const later = Array.from({ length: MOST_HEADER_LINES }, (_, at) => grown(rows, from + 1 + at, sure));
  return later.some((next) => next && next.columns.length > table.columns.length) ? null : table;
}

function grown(rows: readonly Row[], from: number, sure: boolean): Stretch | null {
  let columns = rows[from] ? columnsOf(rows[from]) : [];
  if (columns.length < 2) return null;
  const taken = [rows[from]!];
  for (const row of rows.slice(from + 1)) {
    if (row.baseline - taken.at(-1)!.baseline > FARTHEST * row.size) break;
    const fits = withRow(columns, row);
    if (!fits) break;
    columns = fits.columns;
    taken.push(fits.row);
  }
  const { bands, apart } = bandsOf(taken, columns);
  while (bands.length > 0 && filledIn(bands.at(-1)!, columns) < 2) bands.pop();
  if (columns.length < FEWEST_COLUMNS && !(apart && areProse(bands, columns))) return null;
  const fewest = Math.min(FEWEST_COLUMNS, columns.length);
  const full = bands.filter((band) => filledIn(apart ? band : band.slice(0, 1), columns) >= fewest);
  if (bands.length < FEWEST_BANDS || full.length < FEWEST_BANDS - 1 || full.length < MOSTLY * bands.length) return null;
  if (isPageList(bands.flat(), columns) || (sure && !apart && bands.flat().length < CARRIED_ON * bands.length))
    return null;
  return { rows: bands.flat(), columns, bands };
}

const filledIn = (band: readonly Row[], columns: readonly Column[]): number =>
  new Set(band.flatMap((row) => row.runs.map((run) => columnOf(run, columns)))).size;

/** Whether most rows begin in every column at once, and have several lines in each. */
function areProse(bands: readonly Row[][], columns: readonly Column[]): boolean {
  const linesIn = (band: readonly Row[], column: number) =>
    band.filter((row) => row.runs.some((run) => columnOf(run, columns) === column)).length;
  const prose = bands.filter(
    (band) =>
      filledIn(band.slice(0, 1), columns) === columns.length && columns.every((_, column) => linesIn(band, column) > 1),
  );
  return prose.length >= MOSTLY * bands.length;
}

const gapsOf = (rows: readonly Row[]): number[] =>
  rows.slice(1).map((row, index) => row.baseline - rows[index]!.baseline);

/** "24/53", "4.1", "A12": the number of a row. */
const ROW_NUMBER = /^[([]?[A-Z]{0,3}\d[\d./–-]*[a-z]?[)\].]?$/;

/** Whether the first column holds the numbers of rows, each of which may go on in several paragraphs. */
function isNumbered(rows: readonly Row[], columns: readonly Column[]): boolean {
  const first = rows.flatMap(({ runs }) => runs.filter((run) => columnOf(run, columns) === 0));
  return first.length >= FEWEST_BANDS && first.every(({ text }) => ROW_NUMBER.test(text));
}

/** The printed lines of each row of a table: rows bear numbers, or stand apart, or else each begins with words in its first column. */
function bandsOf(rows: readonly Row[], columns: readonly Column[]): { bands: Row[][]; apart: boolean } {
  const parted = partedRows(rows, columns);
  const apart = parted.size > 0;
  const byGaps = apart && !isNumbered(rows, columns);
  const bands: Row[][] = [];
  rows.forEach((row, index) => {
    const begins = byGaps ? parted.has(index) : row.runs.some((run) => columnOf(run, columns) === 0);
    if (index === 0 || begins) bands.push([row]);
    else bands.at(-1)!.push(row);
  });
  return { bands, apart };
}

/** The rows over which there is more space than between lines in every column that goes on there. */
function partedRows(rows: readonly Row[], columns: readonly Column[]): Set<number> {
  const lines = columns.map((_, column) =>
    rows.flatMap((row, index) => (row.runs.some((run) => columnOf(run, columns) === column) ? [index] : [])),
  );
  const drop = (from: number, to: number) => rows[to]!.baseline - rows[from]!.baseline;
  const gaps = lines.flatMap((own) => own.slice(1).map((line, at) => drop(own[at]!, line))).sort((a, b) => a - b);
  const pitch = Math.min(gaps[Math.floor(gaps.length / 3)] ?? 0, WIDEST_PITCH * rows[0]!.size);
  const isParted = (_: Row, index: number) => {
    const across = lines.flatMap((own) => {
      const below = own.findIndex((line) => line >= index);
      return below > 0 ? [drop(own[below - 1]!, own[below]!)] : [];
    });
    return across.length > 1 && across.every((gap) => gap > APART * pitch);
  };
  return new Set(rows.flatMap((row, index) => (isParted(row, index) ? [index] : [])));
}

/** The table with the rows above it that are its header: no farther from it than its rows are apart, in its columns and not in the first one alone. */
function withHeader(table: Stretch, above: readonly Row[]): Stretch {
  let { rows, columns } = table;
  let left = [...above];
  const widest = Math.max(...gapsOf(rows));
  for (const row of above.slice(-MOST_HEADER_LINES).reverse()) {
    const farthest = rows === table.rows ? 1.1 * widest : WIDEST_PITCH * row.size;
    const fits = rows[0]!.baseline - row.baseline < farthest && withRow(columns, row);
    if (!fits || fits.columns.length > columns.length) break;
    if (fits.row.runs.every((run) => columnOf(run, fits.columns) === 0)) break;
    rows = [fits.row, ...rows];
    columns = fits.columns;
    left = left.slice(0, -1);
  }
  // what goes on closely above is text that ends over the table
  const last = left.at(-1);
  const isText = last && rows[0]!.baseline - last.baseline < WIDEST_PITCH * last.size;
  return rows === table.rows || isText ? table : { rows, columns, bands: bandsOf(rows, columns).bands };
}

/** Numbers of pages in the last column, which never go down: a list of contents. */
function isPageList(rows: readonly Row[], columns: readonly Column[]): boolean {
  const last = rows.flatMap(({ runs }) => runs.filter((run) => columnOf(run, columns) === columns.length - 1));
  return last.every(({ text }, index) => /^\d{1,4}$/.test(text) && Number(text) >= Number(last[index - 1]?.text ?? 0));
}
