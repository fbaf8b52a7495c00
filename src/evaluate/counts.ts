import {
  addShare,
  addTally,
  noShare,
  noTally,
  type Share,
  type ShareFigures,
  shareFigures,
  type Tally,
  type TallyFigures,
  tallyFigures,
} from "./tally.ts";

/** What is found or missed, by measure. `anyKind` are items whatever their kind; `replyTokens` the words of replies; `parts` the kinds of parts. */
export const TALLIES = [
  "recommendation",
  "ask",
  "undertaking",
  "anyKind",
  "deadline",
  "reference",
  "mq",
  "parts",
  "replyTokens",
] as const;
/** What is right or wrong of what was found. */
export const SHARES = [
  "label",
  "form",
  "restated",
  "partDate",
  "partFrom",
  "partTo",
  "replyHit",
  "unanswered",
  "outcome",
  "grounding",
] as const;
export type TallyName = (typeof TALLIES)[number];
export type ShareName = (typeof SHARES)[number];

/** Everything counted over one or more documents; a measure that is not there counts nothing. */
export type Counts = Partial<Record<TallyName, Tally>> &
  Partial<Record<ShareName, Share>> & {
    documents?: number;
    /** Sum and number of the overlaps of matched items with their gold. */
    boundary?: { sum: number; n: number };
  };

/** The figures of an evaluation. */
export type Scores = Record<TallyName, TallyFigures> &
  Record<ShareName, ShareFigures> & {
    documents: number;
    /** Mean overlap of words between matched items and their gold, 0 to 1; null where none matched. */
    boundaryIoU: number | null;
  };

/** The sum of counts. */
export function addCounts(all: readonly Counts[]): Counts {
  const sum: Counts = { documents: 0, boundary: { sum: 0, n: 0 } };
  for (const counts of all) {
    for (const name of TALLIES) sum[name] = addTally(sum[name] ?? noTally, counts[name] ?? noTally);
    for (const name of SHARES) sum[name] = addShare(sum[name] ?? noShare, counts[name] ?? noShare);
    sum.documents! += counts.documents ?? 0;
    sum.boundary = {
      sum: sum.boundary!.sum + (counts.boundary?.sum ?? 0),
      n: sum.boundary!.n + (counts.boundary?.n ?? 0),
    };
  }
  return sum;
}

/** The figures of some counts. */
export function figuresOf(counts: Counts): Scores {
  const tallies = TALLIES.map((name) => [name, tallyFigures(counts[name] ?? noTally)] as const);
  const shares = SHARES.map((name) => [name, shareFigures(counts[name] ?? noShare)] as const);
  const { sum, n } = counts.boundary ?? { sum: 0, n: 0 };
  return {
    documents: counts.documents ?? 0,
    ...(Object.fromEntries(tallies) as Record<TallyName, TallyFigures>),
    ...(Object.fromEntries(shares) as Record<ShareName, ShareFigures>),
    boundaryIoU: n === 0 ? null : sum / n,
  };
}
