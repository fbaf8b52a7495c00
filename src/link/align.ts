/** The candidates of one sentence: items by index, each with the log-odds that the sentence answers it. */
export type Candidates = ReadonlyMap<number, number>;

/** What it is worth to stay with an item from one sentence to the next: high inside a paragraph, low over a heading. */
export type Staying = (sentence: number) => number;

const NOTHING = -1;
type Step = { score: number; from: number };

/**
 * One assignment over a whole reply: for each sentence the item that it answers, or −1 for none, so that the sum of log-odds and of
 * what staying (and going on to the next item, `following`) is worth is greatest (Viterbi 1967, with "no item" as a state that scores nothing). Linear in the number of candidates.
 */
export function align(candidates: readonly Candidates[], staying: Staying, following = 0): number[] {
  const steps: Map<number, Step>[] = [];
  candidates.forEach((options, at) => {
    const before = steps[at - 1];
    const [best, bestScore] = before ? bestOf(before) : [NOTHING, 0];
    const here = new Map<number, Step>();
    for (const [item, score] of [[NOTHING, 0] as const, ...options]) {
      const same = before?.get(item);
      const stayed = same ? same.score + (item === NOTHING ? 0 : staying(at)) : Number.NEGATIVE_INFINITY;
      const before1 = item > 0 ? before?.get(item - 1) : undefined;
      const followed = before1 ? before1.score + following : Number.NEGATIVE_INFINITY;
      const ways: [number, number][] = [
        [best, bestScore],
        [item, stayed],
        [item - 1, followed],
      ];
      const [from, sum] = ways.reduce((a, b) => (b[1] > a[1] ? b : a));
      here.set(item, { score: score + sum, from });
    }
    steps.push(here);
  });
  return traceBack(steps);
}

function bestOf(steps: ReadonlyMap<number, Step>): [item: number, score: number] {
  let best = NOTHING;
  let score = Number.NEGATIVE_INFINITY;
  for (const [item, step] of steps)
    if (step.score > score || (step.score === score && item < best)) [best, score] = [item, step.score];
  return [best, score];
}

function traceBack(steps: readonly Map<number, Step>[]): number[] {
  const out = new Array<number>(steps.length);
  let item = steps.length > 0 ? bestOf(steps.at(-1)!)[0] : NOTHING;
  for (let at = steps.length - 1; at >= 0; at--) {
    out[at] = item;
    item = steps[at]!.get(item)!.from;
  }
  return out;
}
