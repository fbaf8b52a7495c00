import { type Calibration, calibrate } from "../evaluate/calibration.ts";
import { type GoldSet, stemOf } from "../evaluate/gold.ts";
import { addTally, noTally, type Tally, type TallyFigures, tallyFigures } from "../evaluate/tally.ts";
import type { AlignmentCase } from "./alignment-cases.ts";
import { answersUnder, chancesUnder, type Weights } from "./alignment-path.ts";
import { foldOf } from "./cross-validation.ts";
import { type AlignmentSettings, learnAlignment } from "./learn-alignment.ts";
import type { Shifts } from "./logistic.ts";

/** Words of replies found in a group of documents: under the weights that people gave, those in force, and what other documents teach. */
export type GroupWords = { group: string; given: TallyFigures; inForce: TallyFigures; heldOut: TallyFigures };

/** What some cases teach the alignment, and how it does on documents that it was not learnt from. */
export type LearntAlignment = {
  cases: number;
  documents: number;
  /** How far the weights go from the given ones to those learnt: the share that gained most on documents left out; 0 where none gained more than chance may. */
  share: number;
  /** Words of replies held out at each share. */
  shares: (TallyFigures & { share: number })[];
  shifts: Shifts;
  /** All groups together last. */
  groups: GroupWords[];
  /** How far the chance of each sentence that is weighed against an item may be taken at its word: with the weights that people gave, and held out. */
  chances: { given: Calibration; heldOut: Calibration };
};

/** The weights of a pipeline: as people gave them, and as they are now, with what was learnt before. */
export type AlignmentWeights = { given: Weights; inForce: Weights };

/** Shares of the way from given to learnt weights. */
const SHARES = [0, 0.25, 0.5, 0.75, 1];

/** In how many folds documents fall, which of them must be left out together, and in which group each is counted. */
export type Sorting = { folds: number; familyOf: (name: string) => string; groupOf: (name: string) => string };

/** Learns the alignment's weights from cases and judges them on documents left out. */
export function learntAlignment(
  cases: readonly AlignmentCase[],
  { given, inForce }: AlignmentWeights,
  { folds, familyOf, groupOf }: Sorting,
  settings: AlignmentSettings,
): LearntAlignment {
  const inFold = cases.map(({ document }) => foldOf(familyOf(document), folds));
  const { held, share, heldOut, weightsFor } = leaveOut(cases, given, { folds, inFold }, settings);
  const learnt = towards(given, learnAlignment(cases, given, settings), share);
  const words = { given: held[0]!, inForce: cases.map((each) => wordsUnder(each, inForce)), heldOut };
  const groups = cases.map(({ document }) => groupOf(document));
  const names = [...new Set(groups)];
  return {
    cases: cases.length,
    documents: new Set(cases.map(({ document }) => document)).size,
    share,
    shares: held.map((each, at) => ({ share: SHARES[at]!, ...totalOf(each) })),
    shifts: shiftsTo(learnt, given),
    groups: [
      ...(names.length > 1 ? names.map((name) => groupWords(name, words, (at) => groups[at] === name)) : []),
      groupWords("all", words, () => true),
    ],
    chances: {
      given: calibrate(cases.flatMap((each) => chancesUnder(each, given))),
      heldOut: calibrate(cases.flatMap((each, at) => chancesUnder(each, weightsFor(at)))),
    },
  };
}

/**
 * Words of replies that are found in each case by what all other folds teach, at each share of the way there; the share to take; and the words
 * found where for each fold the share is taken that all others speak for, with its weights for each case: the choice of the share is left out too.
 */
function leaveOut(
  cases: readonly AlignmentCase[],
  given: Weights,
  { folds, inFold }: { folds: number; inFold: readonly number[] },
  settings: AlignmentSettings,
) {
  const others = (fold: number) => cases.filter((_, at) => inFold[at] !== fold);
  const byFold = Array.from({ length: folds }, (_, fold) => learnAlignment(others(fold), given, settings));
  const held = SHARES.map((share) => {
    const weights = byFold.map((learnt) => towards(given, learnt, share));
    return cases.map((each, at) => wordsUnder(each, weights[inFold[at]!]!));
  });
  const all = byFold.map((_, fold) => fold);
  const gains = held.map((words) =>
    all.map((fold) => {
      const f1 = (of: readonly Tally[]) => totalOf(of.filter((_, at) => inFold[at] === fold)).f1 ?? 0;
      return f1(words) - f1(held[0]!);
    }),
  );
  const bestShare = (counted: readonly number[]): number => {
    const worth = gains.map((each) => sureGain(counted.map((fold) => each[fold]!)));
    return worth.indexOf(Math.max(...worth));
  };
  const chosen = all.map((fold) => bestShare(all.filter((other) => other !== fold)));
  const heldOut = cases.map((_, at) => held[chosen[inFold[at]!]!]![at]!);
  const weightsFor = (at: number): Weights => {
    const fold = inFold[at]!;
    return towards(given, byFold[fold]!, SHARES[chosen[fold]!]!);
  };
  return { held, share: SHARES[bestShare(all)]!, heldOut, weightsFor };
}

/** What was gained on average over folds, less the standard error of that: what is left when chance is taken off. */
function sureGain(gains: readonly number[]): number {
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
  const spread = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / Math.max(1, gains.length - 1);
  return mean - Math.sqrt(spread / gains.length);
}

/** A name for all documents that the gold's pairs tie to one another: the first of their names. */
export function familiesOf({ pairs }: GoldSet): (name: string) => string {
  const parent = new Map<string, string>();
  const family = (name: string): string => {
    const above = parent.get(name);
    return above === undefined ? name : family(above);
  };
  for (const { ask, reply } of pairs) {
    const [first, second] = [family(stemOf(ask.doc)), family(stemOf(reply.doc))].sort() as [string, string];
    if (first !== second) parent.set(second, first);
  }
  return family;
}

/** Words of replies that some weights find in a case, and how many of them are right. */
function wordsUnder(one: AlignmentCase, weights: Weights): Tally {
  const tally = { tp: 0, gold: one.wanted, predicted: 0 };
  answersUnder(one, weights).forEach((units, item) => {
    for (const { index } of units) {
      tally.predicted += one.sizes[index]!;
      tally.tp += one.gold[item]!.get(index) ?? 0;
    }
  });
  return tally;
}

const totalOf = (words: readonly Tally[]): TallyFigures => tallyFigures(words.reduce(addTally, noTally));

function groupWords(
  group: string,
  { given, inForce, heldOut }: Record<"given" | "inForce" | "heldOut", readonly Tally[]>,
  belongs: (at: number) => boolean,
): GroupWords {
  const total = (words: readonly Tally[]) => totalOf(words.filter((_, at) => belongs(at)));
  return { group, given: total(given), inForce: total(inForce), heldOut: total(heldOut) };
}

/** Weights a share of the way from one set to another. */
function towards(from: Weights, to: Weights, share: number): Weights {
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return Object.fromEntries(
    names.map((name) => [name, (from[name] ?? 0) + share * ((to[name] ?? 0) - (from[name] ?? 0))]),
  );
}

const shiftsTo = (weights: Weights, given: Weights): Shifts =>
  Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, weight - (given[name] ?? 0)]));
