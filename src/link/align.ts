/** The candidates of one sentence: items by index, each with the log-odds that the sentence answers it. */
export type Candidates = ReadonlyMap<number, number>;

/** What it is worth to stay with an item from one sentence to the next: high inside a paragraph, low over a heading. */
export type Staying = (sentence: number) => number;

/** What it is worth to go on to the item asked next (also after sentences that answer nothing), to one further on, and back to an earlier one. */
export type Moves = { following: number; ahead: number; back: number };

/** What the choices of an alignment are worth, in log-odds. */
export type Worth = { candidates: readonly Candidates[]; staying: Staying; moves: Moves };

/** A sentence answers an item, or none while `last` is the item answered before it. */
type State = { item: number; last: number };
type Step = State & { score: number; from: Step | null };

const NOTHING = -1;
/** States so far (in log-odds) behind the best one are not followed: no run of sentences makes that good. */
const HOPELESS = 12;
const FREELY: Moves = { following: 0, ahead: 0, back: 0 };

/**
 * One assignment over a whole reply: for each sentence the item that it answers, or −1 for none, so that the sum of log-odds, of what staying
 * with an item is worth, and of the moves from item to item is greatest (Viterbi 1967, "no item" being a state that scores nothing). Linear
 * in the number of candidates and of items still in play.
 */
export function align(candidates: readonly Candidates[], staying: Staying, moves: Moves = FREELY): number[] {
  let steps: Step[] = [{ item: NOTHING, last: NOTHING, score: 0, from: null }];
  candidates.forEach((options, at) => {
    const active = new Map(steps.filter((step) => step.item !== NOTHING).map((step) => [step.item, step]));
    const resting = bestByLast(steps);
    const arrive = arrivals(resting, moves);
    const next: Step[] = resting.map((from) => ({ item: NOTHING, last: from.last, score: from.score, from }));
    const stay = active.size > 0 ? staying(at) : 0;
    for (const [item, score] of options) {
      const same = active.get(item);
      const ways = arrive(item);
      if (same) ways.push({ from: same, score: same.score + stay });
      const way = ways.reduce((a, b) => (b.score > a.score ? b : a));
      next.push({ item, last: item, score: score + way.score, from: way.from });
    }
    const bar = bestOf(next).score - HOPELESS;
    steps = next.filter((step) => step.score >= bar);
  });
  return traceBack(bestOf(steps), candidates.length);
}

type Way = { from: Step; score: number };

/** The best ways to come to an item from the items answered last: from none or itself, from the one before it, from earlier and from later ones. */
function arrivals(resting: readonly Step[], { following, ahead, back }: Moves): (item: number) => Way[] {
  const byLast = new Map(resting.map((step) => [step.last, step]));
  const earlier = running(resting);
  const later = running(resting.toReversed()).reverse();
  return (item) => {
    const ways: Way[] = [];
    const way = (from: Step | undefined, move: number) => {
      if (from) ways.push({ from, score: from.score + move });
    };
    const place = firstFrom(resting, item);
    way(earlier[place - 1], ahead);
    way(later[resting[place]?.last === item ? place + 1 : place], back);
    way(byLast.get(item), 0);
    if (item > 0) way(byLast.get(item - 1), following);
    way(byLast.get(NOTHING), 0);
    return ways;
  };
}

/** For each place the best of the steps up to it that have answered something. */
function running(steps: readonly Step[]): (Step | undefined)[] {
  let best: Step | undefined;
  return steps.map((step) => {
    if (step.last !== NOTHING) best = best === undefined ? step : bestOf([best, step]);
    return best;
  });
}

/** The place of the first step whose last item is not before an item. */
function firstFrom(steps: readonly Step[], item: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (steps[middle]!.last < item) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The best step, of equal ones the one with the lowest item, then the lowest last item: the order of candidates must not matter. */
function bestOf(steps: readonly Step[]): Step {
  return steps.reduce((a, b) =>
    b.score > a.score || (b.score === a.score && (b.item - a.item || b.last - a.last) < 0) ? b : a,
  );
}

/** For each item answered last, in order, the best step that leaves it so. */
function bestByLast(steps: readonly Step[]): Step[] {
  return [...Map.groupBy(steps, (step) => step.last).values()].map(bestOf).sort((a, b) => a.last - b.last);
}

function traceBack(end: Step, length: number): number[] {
  const out = new Array<number>(length);
  let step: Step | null = end;
  for (let at = length - 1; at >= 0; at--) {
    out[at] = step!.item;
    step = step!.from;
  }
  return out;
}
