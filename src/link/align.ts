/** The candidates of one sentence: items by index, each with the log-odds that the sentence answers it. */
export type Candidates = ReadonlyMap<number, number>;

/** What it is worth to stay with an item from one sentence to the next: high inside a paragraph, low over a heading. */
export type Staying = (sentence: number) => number;

/** A sentence answers an item, or none while `last` is the item answered before it. */
type State = { item: number; last: number };
type Step = State & { score: number; from: Step | null };

const NOTHING = -1;
/** States so far (in log-odds) behind the best one are not followed: no run of sentences makes that good. */
const HOPELESS = 12;

/**
 * One assignment over a whole reply: for each sentence the item that it answers, or −1 for none, so that the sum of log-odds, of what staying
 * with an item is worth, and of going on to the item asked next (`following`, also after sentences that answer nothing) is greatest (Viterbi
 * 1967, "no item" being a state that scores nothing). Linear in the number of candidates and of items still in play.
 */
export function align(candidates: readonly Candidates[], staying: Staying, following = 0): number[] {
  let steps: Step[] = [{ item: NOTHING, last: NOTHING, score: 0, from: null }];
  candidates.forEach((options, at) => {
    const best = bestOf(steps);
    const active = new Map(steps.filter((step) => step.item !== NOTHING).map((step) => [step.item, step]));
    const byLast = bestByLast(steps);
    const next: Step[] = [...byLast.values()].map((from) => ({
      item: NOTHING,
      last: from.last,
      score: from.score,
      from,
    }));
    for (const [item, score] of options) {
      const same = active.get(item);
      const before = byLast.get(item - 1);
      const ways: [Step, number][] = [[best, best.score]];
      if (same) ways.push([same, same.score + staying(at)]);
      if (before && item > 0) ways.push([before, before.score + following]);
      const [from, sum] = ways.reduce((a, b) => (b[1] > a[1] ? b : a));
      next.push({ item, last: item, score: score + sum, from });
    }
    const bar = bestOf(next).score - HOPELESS;
    steps = next.filter((step) => step.score >= bar);
  });
  return traceBack(bestOf(steps), candidates.length);
}

/** The best step, of equal ones the one with the lowest item, then the lowest last item: the order of candidates must not matter. */
function bestOf(steps: readonly Step[]): Step {
  return steps.reduce((a, b) =>
    b.score > a.score || (b.score === a.score && (b.item - a.item || b.last - a.last) < 0) ? b : a,
  );
}

/** For each item answered last, the best step that leaves it so. */
function bestByLast(steps: readonly Step[]): Map<number, Step> {
  const groups = Map.groupBy(steps, (step) => step.last);
  return new Map([...groups].map(([last, own]) => [last, bestOf(own)]));
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
