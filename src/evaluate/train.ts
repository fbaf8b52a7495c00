import type { PipelineDefinition } from "../pipeline/definition.ts";
import { itemsUnder, type LearntWeights, type StructuredDocument } from "../pipeline/weighing.ts";
import { ItemKind } from "../records/item.ts";
import { type Calibration, calibrate } from "./calibration.ts";
import {
  type Case,
  foldOf,
  LEARNING,
  type LearningSettings,
  learn,
  learnByFold,
  probabilityOf,
  unsupported,
} from "./cross-validation.ts";
import type { GoldSet } from "./gold.ts";
import { type Annotated, annotatedAmong, type ItemCase, itemCases } from "./item-cases.ts";
import type { Shifts } from "./logistic.ts";
import { scoreItems } from "./score-items.ts";
import { addTally, noTally, type Tally, type TallyFigures, tallyFigures } from "./tally.ts";

/** Thrown where gold has nothing to learn from. */
export class NothingToLearn extends Error {}

/** Candidates kept and right, from a probability of `threshold` on. */
export type AtThreshold = TallyFigures & { threshold: number };

/** What was learnt of one kind of item, and how it does on documents that it was not learnt from. */
export type KindLearnt = {
  kind: ItemKind;
  cases: number;
  positives: number;
  documents: number;
  /** Learnt from everything. */
  shifts: Shifts;
  /** Features that too few documents show. */
  unsupported: string[];
  /** How far the probabilities of candidates may be taken at their word: with the weights that people gave, and held out. */
  given: Calibration;
  heldOut: Calibration;
  folds: { fold: number; given: TallyFigures; heldOut: TallyFigures }[];
  thresholds: AtThreshold[];
};

/** What `train` found. `items` are scores of whole extraction, with the weights that people gave and with those learnt from other documents. */
export type Training = {
  documents: number;
  kinds: KindLearnt[];
  learnt: LearntWeights;
  items: { kind: ItemKind; given: TallyFigures; heldOut: TallyFigures }[];
};

/**
 * Learns shifts of the weights of a pipeline from documents and their gold, and judges them by cross-validation over documents.
 * No chance: the same documents and gold give the same shifts. Throws `NothingToLearn` where no candidate of any kind is in the gold.
 */
export function train(
  documents: readonly StructuredDocument[],
  gold: GoldSet,
  pipeline: PipelineDefinition,
  settings: LearningSettings = LEARNING,
): Training {
  const annotated = annotatedAmong(documents, gold);
  const byKind = Map.groupBy(itemCases(annotated, pipeline), ({ kind }) => kind);
  const learnable = ItemKind.options.filter((kind) => byKind.get(kind)?.some(({ right }) => right));
  if (learnable.length === 0) throw new NothingToLearn("no candidate of these documents is an item in the gold");
  const folded = new Map(learnable.map((kind) => [kind, learnByFold(byKind.get(kind)!, settings)]));
  const kinds = learnable.map((kind) => learntOf(kind, byKind.get(kind)!, folded.get(kind)!, settings));
  const heldOut = Array.from({ length: settings.folds }, (_, fold): LearntWeights => {
    return Object.fromEntries(learnable.map((kind) => [kind, folded.get(kind)![fold]!]));
  });
  return {
    documents: new Set(annotated.map(({ name }) => name)).size,
    kinds,
    learnt: Object.fromEntries(kinds.map(({ kind, shifts }) => [kind, shifts])),
    items: compareItems(annotated, pipeline, (name) => heldOut[foldOf(name, settings.folds)]!),
  };
}

function learntOf(
  kind: ItemKind,
  cases: readonly ItemCase[],
  folds: readonly Shifts[],
  settings: LearningSettings,
): KindLearnt {
  const given = cases.map((each) => ({ confidence: probabilityOf(each, {}), right: each.right }));
  const heldOut = cases.map((each) => ({
    confidence: probabilityOf(each, folds[foldOf(each.document, settings.folds)]!),
    right: each.right,
  }));
  const inFold = cases.map(({ document }) => foldOf(document, settings.folds));
  const of = (list: typeof given, fold: number) => list.filter((_, at) => inFold[at] === fold);
  return {
    kind,
    cases: cases.length,
    positives: cases.filter(({ right }) => right).length,
    documents: new Set(cases.map(({ document }) => document)).size,
    shifts: learn(cases, settings),
    unsupported: unsupported(cases as readonly Case[], settings.support),
    given: calibrate(given),
    heldOut: calibrate(heldOut),
    folds: folds.map((_, fold) => ({ fold, given: kept(of(given, fold)), heldOut: kept(of(heldOut, fold)) })),
    thresholds: THRESHOLDS.map((threshold) => ({ threshold, ...kept(heldOut, threshold) })),
  };
}

/** Thresholds to choose from. */
const THRESHOLDS = [0.3, 0.4, 0.5, 0.6, 0.7];

function kept(predictions: readonly { confidence: number; right: boolean }[], threshold = 0.5): TallyFigures {
  const found = predictions.filter(({ confidence }) => confidence >= threshold);
  const right = (list: typeof found) => list.filter((each) => each.right).length;
  return tallyFigures({ tp: right(found), gold: right([...predictions]), predicted: found.length });
}

/** Whole extraction scored twice: with the weights that people gave, and with what other documents teach. */
function compareItems(
  annotated: readonly Annotated[],
  pipeline: PipelineDefinition,
  heldOut: (name: string) => LearntWeights,
): Training["items"] {
  const score = (weights: (name: string) => LearntWeights) =>
    annotated.map(({ read, name, gold }) => scoreItems(gold, itemsUnder(weights(name), read, pipeline)).counts);
  const [before, after] = [score(() => ({})), score(heldOut)];
  const total = (counts: typeof before, kind: ItemKind): TallyFigures =>
    tallyFigures(counts.map((each) => each[kind] ?? noTally).reduce<Tally>(addTally, noTally));
  return ItemKind.options.map((kind) => ({ kind, given: total(before, kind), heldOut: total(after, kind) }));
}
