import type { Row } from "./rows.ts";
import type { Run } from "./run.ts";

/** From where to where the letters of a table's column reach. */
export type Column = { left: number; right: number };

/** White space between two columns of a table is at least so wide, in sizes of the letters: no space between words is. */
const NARROWEST = 0.7;
/** Words in a row of their own are not nearer than this to the next column, in points. */
const CLOSE = 2.5;
/** How far from where a column begins its words may begin, in sizes: headers are set in by more or less than what is under them. */
const ALIGNED = 0.6;

/** The columns that the pieces of a row make. */
export const columnsOf = (row: Row): Column[] =>
  row.runs.reduce<Column[]>(
    (columns, { x, width }) => put(columns, { left: x, right: x + width }, NARROWEST * row.size),
    [],
  );

/** The columns with a row's letters in them too; null where some stretch over two of them. */
export function withRow(columns: readonly Column[], row: Row): { columns: Column[]; row: Row } | null {
  const parted = { ...row, runs: row.runs.flatMap((run) => partedAt(run, columns)) };
  let wider = [...columns];
  for (const { x, width } of parted.runs) {
    const piece = { left: x, right: x + width };
    if (columns.filter((column) => near(column, piece, CLOSE)).length > 1) return null;
    wider = put(wider, piece, CLOSE);
  }
  return wider.length < columns.length ? null : { columns: wider, row: parted };
}

/** Cells that come close are one run of letters, with a space where the next column begins. */
function partedAt(run: Run, columns: readonly Column[]): Run[] {
  const { text, x, edges } = run;
  const column = columns.find(({ left }) => left > x + run.size && left < x + run.width);
  if (!edges || !column) return [run];
  const space = text
    .split("")
    .findIndex(
      (sign, at) => sign === " " && Math.abs(x + (edges[at + 1] ?? run.width) - column.left) < ALIGNED * run.size,
    );
  if (space < 0) return [run];
  const shift = edges[space + 1]!;
  const rest = edges.slice(space + 1).map((edge) => edge - shift);
  const right = { ...run, text: text.slice(space + 1), x: x + shift, width: run.width - shift, edges: rest };
  const left = { ...run, text: text.slice(0, space), width: edges[space]!, edges: edges.slice(0, space) };
  return [left, ...partedAt(right, columns)];
}

const near = (a: Column, b: Column, distance: number): boolean =>
  a.left < b.right + distance && b.left < a.right + distance;

/** Adds letters to the columns; what comes too close becomes one. */
function put(columns: readonly Column[], piece: Column, distance: number): Column[] {
  const joined = columns.filter((column) => near(column, piece, distance));
  const left = Math.min(piece.left, ...joined.map((column) => column.left));
  const right = Math.max(piece.right, ...joined.map((column) => column.right));
  return [...columns.filter((column) => !joined.includes(column)), { left, right }].sort((a, b) => a.left - b.left);
}

/** The index of the column in which letters begin. */
export const columnOf = (run: Run, columns: readonly Column[]): number =>
  Math.max(
    0,
    columns.findLastIndex(({ left }) => run.x >= left - 1),
  );
