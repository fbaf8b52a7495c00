import type { AlignmentCase } from "./alignment-cases.ts";
import { addPath, bestPath, type Path, type Weights, worthChanged } from "./alignment-path.ts";

/** How the alignment's weights are learnt. */
export type AlignmentSettings = {
  /** Passes over all cases. */
  passes: number;
  /** How far the first pass goes; later ones go less far. */
  rate: number;
  /** What it costs to leave the given weights, by half the square of the distance. */
  pull: number;
  /** By how much, in log-odds, right sentences must beat wrong ones for each word that they have. */
  margin: number;
};

/**
 * In the flat middle of some thirty that were tried on documents left out: their words of replies F1 lay between 0.77 and 0.79 (margins of 0.03 to 0.15,
 * pulls of 0.04 to 10, 10 to 250 passes).
 */
export const ALIGNMENT: AlignmentSettings = { passes: 40, rate: 0.06, pull: 1, margin: 0.15 };

/** Later words of a long sentence ask for no more margin. */
const MOST_WORDS = 40;
/** What a missed word costs beside a wrong one: (2 − F1) / F1, which is what they cost an F1 of 0.8. */
const MISSED = 1.5;
/** A case of few words counts as one of so many. */
const FEW_WORDS = 60;
/** Prefers any sentence that the gold names over any that it does not: no sum of signals comes near. */
const SURELY = 50;

/**
 * Weights under which the gold's alignments beat all others by a margin, as far as that can be (a structured support vector machine: Tsochantaridis et al.
 * 2005; by subgradients, Ratliff et al. 2007, averaged over the second half of the passes). Starts from the given weights and is pulled back to them. No
 * chance: the same cases give the same weights. Where the cost (`costOf`) did not fall, the given ones.
 */
export function learnAlignment(cases: readonly AlignmentCase[], given: Weights, settings: AlignmentSettings): Weights {
  const passed: Weights[] = [given];
  for (let pass = 0; pass < settings.passes; pass++)
    passed.push(onePass(cases, passed.at(-1)!, given, { ...settings, rate: settings.rate / (1 + pass / 4) }));
  const mean = meanOf(passed.slice(Math.ceil(passed.length / 2)));
  return costOf(cases, mean, given, settings) < costOf(cases, given, given, settings) ? mean : given;
}

/** What learning makes small: by how much wrong alignments come too near the gold's, and how far the weights are from those given. */
export function costOf(
  cases: readonly AlignmentCase[],
  weights: Weights,
  given: Weights,
  settings: AlignmentSettings,
): number {
  const names = [...new Set([...Object.keys(weights), ...Object.keys(given)])];
  const distance = names.reduce((sum, name) => sum + ((weights[name] ?? 0) - (given[name] ?? 0)) ** 2, 0);
  const loss = cases.reduce((sum, each) => sum + shareOf(each) * slopeAt(each, weights, settings.margin).loss, 0);
  return loss + (settings.pull / 2) * distance;
}

/** What a case counts for: by the root of its words, so that a long document does not drown the short ones. */
const shareOf = ({ wanted }: AlignmentCase): number => 1 / Math.sqrt(wanted + FEW_WORDS);

function onePass(
  cases: readonly AlignmentCase[],
  weights: Weights,
  given: Weights,
  { rate, pull, margin }: AlignmentSettings,
): Weights {
  const next = { ...weights };
  for (const [name, weight] of Object.entries(weights))
    next[name] = weight - rate * pull * (weight - (given[name] ?? 0));
  for (const each of cases)
    for (const [name, slope] of slopeAt(each, weights, margin).slope)
      next[name] = (next[name] ?? 0) + rate * shareOf(each) * slope;
  return next;
}

function meanOf(all: readonly Weights[]): Weights {
  const names = [...new Set(all.flatMap((each) => Object.keys(each)))];
  return Object.fromEntries(
    names.map((name) => [name, all.reduce((sum, each) => sum + (each[name] ?? 0), 0) / all.length]),
  );
}

/** How the gold's best path differs from the wrong one that comes nearest to it, and how much it falls short of its margin. */
function slopeAt(one: AlignmentCase, weights: Weights, margin: number) {
  const { missed, wrong, mayStand } = pricesOf(one, margin);
  const rival = bestPath(worthChanged(one, weights, (unit, item) => wrong(unit, item) - missed(unit)));
  const best = bestPath(worthChanged(one, weights, mayStand));
  const slope = new Map<string, number>();
  addPath(one, best, weights, slope, 1);
  addPath(one, rival, weights, slope, -1);
  const lead = slope.entries().reduce((sum, [name, value]) => sum + value * (weights[name] ?? 0), 0);
  const price = (path: Path) =>
    path.reduce((sum, item, unit) => sum + (item < 0 ? missed(unit) : wrong(unit, item)), 0);
  return { slope, loss: Math.max(0, price(rival) - lead) };
}

/** What wrong choices cost, and which may stand in the gold's path. What is left out of replies anyway (echoes, topics) may stand anywhere, and costs nothing. */
function pricesOf({ field, gold, sizes }: AlignmentCase, margin: number) {
  const isRight = (unit: number, item: number) => gold[item]!.has(unit);
  const price = sizes.map((size) => Math.min(MOST_WORDS, size) * margin);
  const mute = field.units.map(
    (unit) => (unit.manner.echo || unit.topic) && !gold.some((words) => words.has(unit.index)),
  );
  const told = field.options.map((items, unit) => items.some((item) => isRight(unit, item)));
  return {
    missed: (unit: number) => (told[unit] ? MISSED * price[unit]! : 0),
    wrong: (unit: number, item: number) => (mute[unit] || isRight(unit, item) ? 0 : price[unit]!),
    mayStand: (unit: number, item: number) => (isRight(unit, item) ? SURELY : mute[unit] ? 0 : null),
  };
}
