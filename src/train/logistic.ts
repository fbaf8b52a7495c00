import { solvePositive } from "./solve.ts";

/** One case to learn from: named features with their values, the log-odds that it has without learning, and whether it held. */
export type Row = {
  features: Readonly<Record<string, number>>;
  offset: number;
  right: boolean;
  /** How much it counts: less where the same case is there several times. */
  weight: number;
};

/** Shifts of log-odds by the name of a feature. */
export type Shifts = Record<string, number>;

/** Newton's method doubles its right digits at each step: far fewer suffice. */
const MOST_STEPS = 25;
/** A step that changes no shift by more than this ends the search. */
const STILL = 1e-6;
/** A step that does not help is halved at most so often. */
const MOST_HALVINGS = 12;

/**
 * Shifts that make the rows likeliest, when a shift of size s costs `penalty`·s²/2 (ridge logistic regression: le Cessie and van Houwelingen 1992):
 * the log-odds of a row are its offset and the sum of its features' values times their shifts. Newton's method from zero with halved steps:
 * the same rows in the same order give the same shifts. Only features named in `names` get one. `penalty` is above 0.
 */
export function fitLogistic(rows: readonly Row[], names: readonly string[], penalty: number): Shifts {
  const at = new Map(names.map((name, index) => [name, index]));
  const sparse = rows.map((row) => ({ ...row, entries: entriesOf(row, at) }));
  let shifts: number[] = names.map(() => 0);
  let worth = likelihood(sparse, shifts, penalty);
  for (let step = 0; step < MOST_STEPS; step++) {
    const move = newtonStep(sparse, shifts, penalty);
    const next = halved(sparse, { shifts, move, worth }, penalty);
    if (next === null) break;
    const moved = Math.max(0, ...next.shifts.map((value, index) => Math.abs(value - shifts[index]!)));
    ({ shifts, worth } = next);
    if (moved < STILL) break;
  }
  return Object.fromEntries(names.map((name, index) => [name, shifts[index]!]));
}

/** Log-odds of a row under some shifts. */
export function logOdds({ features, offset }: Pick<Row, "features" | "offset">, shifts: Readonly<Shifts>): number {
  let sum = offset;
  for (const [name, value] of Object.entries(features)) sum += value * (shifts[name] ?? 0);
  return sum;
}

/** The logistic function: log-odds to a probability. */
export const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));

type Sparse = Row & { entries: readonly (readonly [index: number, value: number])[] };

const entriesOf = ({ features }: Row, at: ReadonlyMap<string, number>): [number, number][] =>
  Object.entries(features).flatMap(([name, value]): [number, number][] => {
    const index = at.get(name);
    return index === undefined || value === 0 ? [] : [[index, value]];
  });

const oddsOf = (row: Sparse, shifts: readonly number[]): number =>
  row.entries.reduce((sum, [index, value]) => sum + value * shifts[index]!, row.offset);

/** The penalised log-likelihood. ln(1 + e^x) is taken from its larger term, so that no odds overflow. */
function likelihood(rows: readonly Sparse[], shifts: readonly number[], penalty: number): number {
  const cost = shifts.reduce((sum, shift) => sum + (penalty / 2) * shift * shift, 0);
  return rows.reduce((sum, row) => {
    const odds = oddsOf(row, shifts);
    const against = row.right ? -odds : odds;
    return sum - row.weight * (Math.max(0, against) + Math.log1p(Math.exp(-Math.abs(against))));
  }, -cost);
}

function newtonStep(rows: readonly Sparse[], shifts: readonly number[], penalty: number): number[] {
  const size = shifts.length;
  const slope = shifts.map((shift) => -penalty * shift);
  const bend = Array.from({ length: size }, (_, row) => {
    const line = new Float64Array(size);
    line[row] = penalty;
    return line;
  });
  for (const row of rows) {
    const p = logistic(oddsOf(row, shifts));
    const pull = row.weight * ((row.right ? 1 : 0) - p);
    const curve = row.weight * p * (1 - p);
    for (const [i, x] of row.entries) {
      slope[i]! += pull * x;
      for (const [j, y] of row.entries) bend[i]![j]! += curve * x * y;
    }
  }
  return solvePositive(bend, slope);
}

type At = { shifts: readonly number[]; move: readonly number[]; worth: number };

/** The step, or the largest half of it that makes the rows likelier; null where none does. */
function halved(rows: readonly Sparse[], { shifts, move, worth }: At, penalty: number) {
  for (let halving = 0, share = 1; halving < MOST_HALVINGS; halving++, share /= 2) {
    const next = shifts.map((value, index) => value + share * move[index]!);
    const reached = likelihood(rows, next, penalty);
    if (reached >= worth) return { shifts: next, worth: reached };
  }
  return null;
}
