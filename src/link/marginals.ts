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
 * instead (the forward–backward algorithm: Baum et al. 1970). Every probability lies in 0–1, those of a sentence sum to at most 1.
 */
export function marginalsOf({ candidates, staying, moves }: Worth): Marginals {
  const odds = candidates.map((options, at) => oddsAt(options, at === 0 || options.size === 0 ? 0 : staying(at)));
  const move = movesAsOdds(moves);
  const forwards = forwardOf(odds, move);
  let behind = new Map<number, Chances>([...forwards.at(-1)!.keys()].map((last) => [last, { rest: 1, act: 1 }]));
  const out: ReadonlyMap<number, number>[] = [];
  for (let at = candidates.length - 1; at >= 0; at--) {
    out.push(marginalsAt(forwards[at + 1]!, behind, candidates[at]!));
    behind = backwardStep(forwards[at]!, behind, odds[at]!, move);
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

/** What moving from the item answered last to another multiplies. */
const movesAsOdds = ({ following, ahead, back }: Moves) => {
  const [next, later, earlier] = [Math.max(following, ahead), ahead, back].map(Math.exp) as [number, number, number];
  return (last: number, item: number): number => {
    if (last === NOTHING || last === item) return 1;
    if (last > item) return earlier;
    return last === item - 1 ? next : later;
  };
};

type Move = ReturnType<typeof movesAsOdds>;

/** Before the first sentence and after each: how likely each state is by what came so far, up to a factor. */
function forwardOf(odds: readonly Odds[], move: Move): Forward[] {
  const out: Forward[] = [new Map([[NOTHING, { rest: 1, act: 0 }]])];
  for (const { candidates, nothing, stay } of odds) {
    const before = out.at(-1)!;
    const next = new Map<number, Chances>();
    for (const [last, { rest, act }] of before) next.set(last, { rest: (rest + act) * nothing, act: 0 });
    for (const [item, chance] of candidates) {
      let arriving = (before.get(item)?.act ?? 0) * (stay - 1);
      for (const [last, { rest, act }] of before) arriving += (rest + act) * move(last, item);
      next.set(item, { rest: next.get(item)?.rest ?? 0, act: arriving * chance });
    }
    out.push(likelyOf(next));
  }
  return out;
}

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
function backwardStep(before: Forward, behind: Forward, { candidates, nothing, stay }: Odds, move: Move) {
  const next = new Map<number, Chances>();
  let most = 0;
  for (const last of before.keys()) {
    let rest = (behind.get(last)?.rest ?? 0) * nothing;
    for (const [item, chance] of candidates) rest += chance * move(last, item) * (behind.get(item)?.act ?? 0);
    const act = rest + (stay - 1) * (candidates.get(last) ?? 0) * (behind.get(last)?.act ?? 0);
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
