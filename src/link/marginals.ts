import type { Candidates, Moves, Worth } from "./align.ts";

/** For each sentence the probability that it answers each of its candidates. */
export type Marginals = readonly ReadonlyMap<number, number>[];

const NOTHING = -1;
/** States less likely than this, by what came before them, are not followed. */
const UNLIKELY = 1e-7;

/** The chance that a sentence answers nothing while an item was the last one answered, and that it answers that item. */
type Chances = { rest: number; act: number };
type Forward = ReadonlyMap<number, Chances>;

/** One sentence as odds: of each candidate and of nothing, scaled so that the greatest is 1; and what staying multiplies. */
type Odds = { candidates: Candidates; nothing: number; stay: number };

/**
 * How likely each sentence answers each item over all alignments, where `align` takes the single best one: the same states and moves, summed up
 * instead (the forward–backward algorithm: Baum et al. 1970). Every probability lies in 0–1, those of a sentence sum to at most 1. Linear in the
 * number of candidates and of items still in play, but for finding an item among them by halves.
 */
export function marginalsOf({ candidates, staying, moves }: Worth): Marginals {
  const odds = candidates.map((options, at) => oddsAt(options, at === 0 || options.size === 0 ? 0 : staying(at)));
  const factors = factorsOf(moves);
  const forwards = forwardOf(odds, factors);
  let behind = new Map<number, Chances>([...forwards.at(-1)!.keys()].map((last) => [last, { rest: 1, act: 1 }]));
  const out: ReadonlyMap<number, number>[] = [];
  for (let at = candidates.length - 1; at >= 0; at--) {
    out.push(marginalsAt(forwards[at + 1]!, behind, candidates[at]!));
    behind = backwardStep(forwards[at]!, behind, odds[at]!, factors);
  }
  return out.reverse();
}

function oddsAt(options: Candidates, stay: number): Odds {
  const most = Math.max(0, ...options.values());
  return {
    candidates: new Map([...options].map(([item, score]) => [item, Math.exp(score - most)])),
    nothing: Math.exp(-most),
    stay: Math.exp(Math.max(0, stay)),
  };
}

/** What moving from the item answered last to the next one, a later and an earlier one multiplies; to itself, or from none, it multiplies nothing. */
type Factors = { next: number; later: number; earlier: number };

const factorsOf = ({ following, ahead, back }: Moves): Factors => ({
  next: Math.exp(Math.max(following, ahead)),
  later: Math.exp(ahead),
  earlier: Math.exp(back),
});

/** The value of an item, 0 for one without, and the sums of the values of all items below and above it. */
type Sums = { of: (item: number) => number; below: (item: number) => number; above: (item: number) => number };

function sumsOf(values: ReadonlyMap<number, number>): Sums {
  const items = [...values.keys()].sort((a, b) => a - b);
  const up = runningSums(items, values);
  const down = runningSums(items.toReversed(), values);
  return {
    of: (item) => values.get(item) ?? 0,
    below: (item) => up[countBelow(items, item)]!,
    above: (item) => down[items.length - countBelow(items, item + 1)]!,
  };
}

const NO_SUMS = sumsOf(new Map());

/** What comes to an item from all items answered last, each by its move. */
const movedTo = (item: number, lasts: Sums, { next, later, earlier }: Factors): number =>
  lasts.of(item) + next * lasts.of(item - 1) + later * lasts.below(item - 1) + earlier * lasts.above(item);

/** What goes from the item answered last to all items, each by its move. */
const movedFrom = (last: number, items: Sums, { next, later, earlier }: Factors): number =>
  items.of(last) + next * items.of(last + 1) + later * items.above(last + 1) + earlier * items.below(last);

/** The sums of the first none, one, two, … of some items. */
function runningSums(items: readonly number[], values: ReadonlyMap<number, number>): number[] {
  let sum = 0;
  const sums = [sum];
  for (const item of items) {
    sum += values.get(item)!;
    sums.push(sum);
  }
  return sums;
}

/** How many of some items, in rising order, are below one. */
function countBelow(items: readonly number[], item: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]! < item) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Before the first sentence and after each: how likely each state is by what came so far, up to a factor. */
function forwardOf(odds: readonly Odds[], factors: Factors): Forward[] {
  const out: Forward[] = [new Map([[NOTHING, { rest: 1, act: 0 }]])];
  for (const { candidates, nothing, stay } of odds) {
    const before = out.at(-1)!;
    const next = new Map<number, Chances>();
    for (const [last, { rest, act }] of before) next.set(last, { rest: (rest + act) * nothing, act: 0 });
    const lasts = candidates.size > 0 ? sumsOf(answered(before)) : NO_SUMS;
    const none = before.get(NOTHING)?.rest ?? 0;
    for (const [item, chance] of candidates) {
      const staying = (before.get(item)?.act ?? 0) * (stay - 1);
      const arriving = none + staying + movedTo(item, lasts, factors);
      next.set(item, { rest: next.get(item)?.rest ?? 0, act: arriving * chance });
    }
    out.push(likelyOf(next));
  }
  return out;
}

/** How likely each item is the one answered last. */
const answered = (states: Forward): Map<number, number> =>
  new Map([...states].flatMap(([last, { rest, act }]) => (last === NOTHING ? [] : [[last, rest + act]])));

/** Scaled to a sum of 1, without what is unlikely. */
function likelyOf(states: Forward): Forward {
  const sum = states.values().reduce((all, { rest, act }) => all + rest + act, 0);
  return new Map(
    [...states]
      .filter(([, { rest, act }]) => rest + act > UNLIKELY * sum)
      .map(([last, { rest, act }]) => [last, { rest: rest / sum, act: act / sum }]),
  );
}

/** How likely what comes after is from each state before a sentence, up to a factor. */
function backwardStep(before: Forward, behind: Forward, { candidates, nothing, stay }: Odds, factors: Factors) {
  const next = new Map<number, Chances>();
  const actOf = (item: number) => behind.get(item)?.act ?? 0;
  const values = () => new Map([...candidates].map(([item, chance]) => [item, chance * actOf(item)]));
  const items = candidates.size > 0 ? sumsOf(values()) : NO_SUMS;
  let most = 0;
  for (const last of before.keys()) {
    const moving = last === NOTHING ? items.above(NOTHING) : movedFrom(last, items, factors);
    const rest = (behind.get(last)?.rest ?? 0) * nothing + moving;
    const act = rest + (stay - 1) * (candidates.get(last) ?? 0) * actOf(last);
    next.set(last, { rest, act });
    most = Math.max(most, act);
  }
  for (const chances of next.values()) {
    chances.rest /= most;
    chances.act /= most;
  }
  return next;
}

function marginalsAt(forward: Forward, behind: Forward, options: Candidates): ReadonlyMap<number, number> {
  let all = 0;
  const acts = new Map<number, number>();
  for (const [last, { rest, act }] of forward) {
    const { rest: restBehind, act: actBehind } = behind.get(last)!;
    all += rest * restBehind + act * actBehind;
    if (act > 0) acts.set(last, act * actBehind);
  }
  return new Map([...options.keys()].map((item) => [item, (acts.get(item) ?? 0) / all]));
}
