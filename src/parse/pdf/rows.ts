import type { Run } from "./run.ts";

/** Runs that stand on one line of writing, over the whole width of their region, from left to right. */
export type Row = { runs: Run[]; baseline: number; size: number };

/** How far the baseline of a raised or lowered sign may be from its line's, in sizes of the larger letters. */
const SAME_ROW = 0.5;

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

/** Letters of one size share a baseline closely; smaller ones may be raised. */
function belongs(run: Run, row: Row): boolean {
  const larger = Math.max(run.size, row.size);
  const alike = Math.min(run.size, row.size) > larger * 0.8;
  return Math.abs(run.baseline - row.baseline) < larger * (alike ? 0.3 : SAME_ROW);
}
