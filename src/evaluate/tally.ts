/** What was found of what there is: found and right, in the gold, and predicted in all. */
export type Tally = { tp: number; gold: number; predicted: number };

/** A tally with its precision, recall and F1; null where there was nothing to find and nothing found. */
export type TallyFigures = Tally & { p: number | null; r: number | null; f1: number | null };

/** How many of some cases were right. */
export type Share = { hit: number; of: number };

/** A share with its value; null where there was no case. */
export type ShareFigures = Share & { value: number | null };

export const noTally: Tally = { tp: 0, gold: 0, predicted: 0 };
export const noShare: Share = { hit: 0, of: 0 };

/** The sum of two tallies. */
export const addTally = (a: Tally, b: Tally): Tally => ({
  tp: a.tp + b.tp,
  gold: a.gold + b.gold,
  predicted: a.predicted + b.predicted,
});

/** The sum of two shares. */
export const addShare = (a: Share, b: Share): Share => ({ hit: a.hit + b.hit, of: a.of + b.of });

/** One case. */
export const oneCase = (right: boolean): Share => ({ hit: right ? 1 : 0, of: 1 });

/** Precision, recall and F1 of a tally. */
export function tallyFigures(tally: Tally): TallyFigures {
  const { tp, gold, predicted } = tally;
  if (gold === 0 && predicted === 0) return { p: null, r: null, f1: null, ...tally };
  const p = predicted === 0 ? 0 : tp / predicted;
  const r = gold === 0 ? 0 : tp / gold;
  return { p, r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r), ...tally };
}

/** The value of a share. */
export const shareFigures = (share: Share): ShareFigures => ({
  value: share.of === 0 ? null : share.hit / share.of,
  ...share,
});

/** Two lists of values compared as bags: what was missed, what was extra, and the tally. */
export function compareValues(gold: readonly string[], predicted: readonly string[]) {
  const extra = [...predicted];
  const missed = gold.filter((value) => {
    const at = extra.indexOf(value);
    if (at >= 0) extra.splice(at, 1);
    return at < 0;
  });
  return { missed, extra, tally: { tp: gold.length - missed.length, gold: gold.length, predicted: predicted.length } };
}
