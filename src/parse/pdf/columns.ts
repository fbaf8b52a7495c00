import { addressesIn } from "./addresses.ts";
import { freeStretches, type Row, rowsOf, type Stretch } from "./rows.ts";
import type { Run } from "./run.ts";
import { signaturesIn } from "./signatures.ts";

/** A strip without letters between two columns, and the rows that it runs through. */
type Gutter = Stretch & { x: number };

/** The narrowest strip between columns of prose, in letter sizes, and the fewest rows that make a column. */
const NARROWEST = 0.9;
const FEWEST_ROWS = 4;
/** How much of a column its lines fill on average where it is prose and no column of a table. */
const FILLED = 0.6;

/**
 * Splits a page (or a part of it) into regions that are read one after the other: what stands over columns (or addresses or signatures side by side),
 * each column, what stands under them. A page without columns is one region.
 */
export function splitColumns(runs: readonly Run[]): Row[][] {
  const rows = rowsOf(runs);
  const addresses = addressesIn(rows) ?? signaturesIn(rows);
  const gutter = addresses ?? findGutter(rows);
  if (!gutter) return rows.length > 0 ? [rows] : [];
  const inside = rows.slice(gutter.from, gutter.to).flatMap((row) => row.runs);
  const sides = [inside.filter((run) => run.x < gutter.x), inside.filter((run) => run.x >= gutter.x)];
  return [
    ...splitColumns(rows.slice(0, gutter.from).flatMap((row) => row.runs)),
    ...(addresses?.rightFirst ? sides.reverse() : sides).flatMap(splitColumns),
    ...splitColumns(rows.slice(gutter.to).flatMap((row) => row.runs)),
  ];
}

/** The gutter through the most rows, if any has prose on both sides. */
function findGutter(rows: readonly Row[]): Gutter | null {
  let best: Gutter | null = null;
  for (const x of candidates(rows)) {
    for (const stretch of freeStretches(rows, x)) {
      const gutter = { x, ...stretch };
      const height = gutter.to - gutter.from;
      if (height >= FEWEST_ROWS && height > (best ? best.to - best.from : 0) && hasProse(rows, gutter)) best = gutter;
    }
  }
  return best;
}

/** Middles of gaps that recur, rounded to four points. */
function candidates(rows: readonly Row[]): number[] {
  const counts = new Map<number, number>();
  for (const row of rows) {
    for (let at = 1; at < row.runs.length; at++) {
      const right = row.runs[at - 1]!.x + row.runs[at - 1]!.width;
      const gap = row.runs[at]!.x - right;
      if (gap < NARROWEST * row.size) continue;
      // a ragged right edge moves the middle of the gap: the left edge of the right column does not move
      const x = Math.round((row.runs[at]!.x - (NARROWEST * row.size) / 2) / 4) * 4;
      counts.set(x, (counts.get(x) ?? 0) + 1);
    }
  }
  return [...counts].filter(([, count]) => count >= 3).map(([x]) => x);
}

/** Whether the rows on both sides of a gutter are lines of prose, and not the cells of a table or labels beside a text. */
function hasProse(rows: readonly Row[], { x, from, to }: Gutter): boolean {
  const sides = [(run: Run) => run.x < x, (run: Run) => run.x >= x].map((side) =>
    rows
      .slice(from, to)
      .map((row) => ({ row, runs: row.runs.filter(side) }))
      .filter(({ runs }) => runs.length > 0),
  );
  return sides.every((side) => {
    // boxes side by side are read row by row
    if (side.filter(({ runs }) => runs.some((run) => run.frame === undefined)).length < FEWEST_ROWS) return false;
    const lefts = side.map(({ runs }) => runs[0]!.x);
    const rights = side.map(({ runs }) => Math.max(...runs.map((run) => run.x + run.width)));
    const width = Math.max(...rights) - Math.min(...lefts);
    if (width < 9 * side[0]!.row.size) return false;
    const filled = side.reduce((sum, _, index) => sum + (rights[index]! - lefts[index]!), 0) / (width * side.length);
    return filled >= FILLED;
  });
}
