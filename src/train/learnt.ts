import { type Calibration, calibrate, type Prediction } from "../evaluate/calibration.ts";
import { type TallyFigures, tallyFigures } from "../evaluate/tally.ts";
import {
  type Case,
  foldOf,
  type LearningSettings,
  learn,
  learnByFold,
  probabilityOf,
  unsupported,
} from "./cross-validation.ts";
import type { Shifts } from "./logistic.ts";

/** Those kept and right, from a probability of `threshold` on. */
export type AtThreshold = TallyFigures & { threshold: number };

/** What some cases teach, and how it does on documents that it was not learnt from. */
export type Learnt = {
  /** A kind of item, or "link". */
  name: string;
  cases: number;
  positives: number;
  documents: number;
  /** Learnt from everything. */
  shifts: Shifts;
  /** For each fold what all others teach. */
  shiftsByFold: Shifts[];
  /** Features that too few documents show. */
  unsupported: string[];
  /** How far the probabilities may be taken at their word: with the weights that people gave, and held out. */
  given: Calibration;
  heldOut: Calibration;
  folds: { fold: number; given: TallyFigures; heldOut: TallyFigures }[];
  thresholds: AtThreshold[];
};

/** Thresholds to choose from. */
const THRESHOLDS = [0.3, 0.4, 0.5, 0.6, 0.7];

/** Learns from cases and judges what is learnt by cross-validation over documents. */
export function learntFrom(name: string, cases: readonly Case[], settings: LearningSettings): Learnt {
  const shiftsByFold = learnByFold(cases, settings);
  const inFold = cases.map(({ document }) => foldOf(document, settings.folds));
  const predictions = (shiftsOf: (at: number) => Shifts): Prediction[] =>
    cases.map((each, at) => ({ confidence: probabilityOf(each, shiftsOf(at)), right: each.right }));
  const given = predictions(() => ({}));
  const heldOut = predictions((at) => shiftsByFold[inFold[at]!]!);
  const of = (list: readonly Prediction[], fold: number) => list.filter((_, at) => inFold[at] === fold);
  return {
    name,
    cases: cases.length,
    positives: cases.filter(({ right }) => right).length,
    documents: new Set(cases.map(({ document }) => document)).size,
    shifts: learn(cases, settings),
    shiftsByFold,
    unsupported: unsupported(cases, settings.support),
    given: calibrate(given),
    heldOut: calibrate(heldOut),
    folds: shiftsByFold.map((_, fold) => ({ fold, given: kept(of(given, fold)), heldOut: kept(of(heldOut, fold)) })),
    thresholds: THRESHOLDS.map((threshold) => ({ threshold, ...kept(heldOut, threshold) })),
  };
}

function kept(predictions: readonly Prediction[], threshold = 0.5): TallyFigures {
  const found = predictions.filter(({ confidence }) => confidence >= threshold);
  const right = (list: readonly Prediction[]) => list.filter((each) => each.right).length;
  return tallyFigures({ tp: right(found), gold: right(predictions), predicted: found.length });
}
