import type { PipelineDefinition } from "../pipeline/definition.ts";
import { itemsUnder, type LearntWeights, type StructuredDocument } from "../pipeline/weighing.ts";
import { ItemKind } from "../records/item.ts";
import { foldOf, LEARNING, type LearningSettings } from "./cross-validation.ts";
import type { GoldSet } from "./gold.ts";
import { type Annotated, annotatedAmong, itemCases } from "./item-cases.ts";
import { type Learnt, learntFrom } from "./learnt.ts";
import { linkCases } from "./link-cases.ts";
import { scoreItems } from "./score-items.ts";
import { addTally, noTally, type Tally, type TallyFigures, tallyFigures } from "./tally.ts";

/** Thrown where gold has nothing to learn from. */
export class NothingToLearn extends Error {}

/** What `train` found. */
export type Training = {
  documents: number;
  /** Of each kind whose candidates the gold has some of. */
  kinds: (Learnt & { name: ItemKind })[];
  /** Of the certainty of links; null where none is right. */
  links: Learnt | null;
  /** Scores of whole extraction, with the weights that people gave and with those learnt from other documents. */
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
  const cases = Map.groupBy(itemCases(annotated, pipeline), ({ kind }) => kind);
  const kinds = ItemKind.options.flatMap((kind) => {
    const own = cases.get(kind) ?? [];
    return own.some(({ right }) => right) ? [{ ...learntFrom(kind, own, settings), name: kind }] : [];
  });
  if (kinds.length === 0) throw new NothingToLearn("no candidate of these documents is an item in the gold");
  const links = linkCases(annotated, gold, pipeline);
  return {
    documents: new Set(annotated.map(({ name }) => name)).size,
    kinds,
    links: links.some(({ right }) => right) ? learntFrom("link", links, settings) : null,
    items: compareItems(annotated, pipeline, (name) => {
      const fold = foldOf(name, settings.folds);
      return Object.fromEntries(kinds.map((kind) => [kind.name, kind.shiftsByFold[fold]!]));
    }),
  };
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
