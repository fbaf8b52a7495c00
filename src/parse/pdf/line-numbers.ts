import type { Run } from "./run.ts";

/** Fewer rows numbered from 1 on may be a list; where the numbers go on from the page before, so many are enough. */
const FEWEST = 8;
const FEWEST_GOING_ON = 4;

/** Of the numbered rows, this share at least goes on in the middle of a sentence: of a list's or a table's none does. */
const RUNNING = 0.25;

/** Numbers of one column end (or begin) this near to one another, and stand this near to the baseline of their rows, in points. */
const ALIGNED = 3;
const SAME_ROW = 2;

const NUMBER = /^\s*\d{1,4}\s*$/;

/**
 * The runs of a page without the numbers that transcripts of hearings print before each of its lines. They are told from a list by going up
 * from row to row in a column left of all else, with no row between them that has none, and with sentences that run on from row to row.
 */
export function withoutLineNumbers(runs: Run[]): Run[] {
  const numbers = runs.filter(({ text }) => NUMBER.test(text));
  if (numbers.length < FEWEST_GOING_ON) return runs;
  const first = numbers.reduce((left, run) => (run.x < left.x ? run : left));
  const column = numbers
    .filter((run) => Math.abs(run.x - first.x) < ALIGNED || Math.abs(endOf(run) - endOf(first)) < ALIGNED)
    .sort((a, b) => a.baseline - b.baseline);
  return areLineNumbers(column, runs) ? runs.filter((run) => !column.includes(run)) : runs;
}

const endOf = ({ x, width }: Run): number => x + width;

function areLineNumbers(column: readonly Run[], runs: readonly Run[]): boolean {
  const values = column.map(({ text }) => Number(text));
  const counted = values.every((value, nth) => nth === 0 || value === values[nth - 1]! + 1);
  if (!counted || column.length < (values[0]! > 1 ? FEWEST_GOING_ON : FEWEST)) return false;
  const right = Math.max(...column.map(endOf));
  const [top, bottom] = [column[0]!.baseline - SAME_ROW, column.at(-1)!.baseline + SAME_ROW];
  const beside = runs
    .filter((run) => !column.includes(run) && run.text.trim() !== "" && run.baseline > top && run.baseline < bottom)
    .sort((a, b) => a.x - b.x);
  const rowOf = (run: Run): Run | undefined =>
    column.find((number) => Math.abs(number.baseline - run.baseline) < SAME_ROW);
  if (beside.length === 0 || beside.some((run) => run.x < right || rowOf(run) === undefined)) return false;
  const openings = new Map<Run, Run>();
  for (const run of beside) if (!openings.has(rowOf(run)!)) openings.set(rowOf(run)!, run);
  const running = [...openings.values()].filter(({ text }) => /^\s*["'“‘(]?\p{Ll}/u.test(text)).length;
  return running >= openings.size * RUNNING;
}
