import type { Run } from "./run.ts";

/** Runs that stand on one line of writing, over the whole width of their region, from left to right. */
export type Row = { runs: Run[]; baseline: number; size: number };

/** Rows that follow one another: from the first to before the last, by index. */
export type Stretch = { from: number; to: number };

/** The stretches of rows of which no run crosses x, but for a point's breadth. */
export function freeStretches(rows: readonly Row[], x: number): Stretch[] {
  const out: Stretch[] = [];
  let from = 0;
  for (let at = 0; at <= rows.length; at++) {
    if (at < rows.length && !rows[at]!.runs.some((run) => run.x < x - 1 && run.x + run.width > x + 1)) continue;
    if (at > from) out.push({ from, to: at });
    from = at + 1;
  }
  return out;
}

/** Puts runs into rows from top to bottom. A raised mark is in the row that it is raised from. */
export function rowsOf(runs: readonly Run[]): Row[] {
  const rows: Row[] = [];
  for (const run of [...runs].sort((a, b) => a.baseline - b.baseline || a.x - b.x)) {
    const row = rows.findLast((each, index) => index >= rows.length - 3 && belongs(run, each));
    if (!row) rows.push({ runs: [run], baseline: run.baseline, size: run.size });
    else {
      row.runs.push(run);
      if (run.size > row.size * 1.05) Object.assign(row, { baseline: run.baseline, size: run.size });
    }
  }
  for (const row of rows) row.runs.sort((a, b) => a.x - b.x);
  return rows.sort((a, b) => a.baseline - b.baseline);
}

/**
 * Runs come from top to bottom: a raised mark comes before the larger letters that it is raised from (word processors raise
 * by up to half a size), a lowered one after them.
 */
function belongs(run: Run, row: Row): boolean {
  const drop = Math.abs(run.baseline - row.baseline);
  if (row.size < 0.92 * run.size) return drop < 0.65 * run.size;
  if (run.size < 0.92 * row.size) return drop < 0.3 * row.size;
  return drop < 0.35 * run.size;
}
