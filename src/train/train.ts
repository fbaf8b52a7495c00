import type { GoldSet } from "../evaluate/gold.ts";
import { scoreItems } from "../evaluate/score-items.ts";
import { addTally, noTally, type Tally, type TallyFigures, tallyFigures } from "../evaluate/tally.ts";
import { weightsOf } from "../link/assign.ts";
import type { PipelineDefinition } from "../pipeline/definition.ts";
import { itemsUnder, type LearntWeights, type StructuredDocument } from "../pipeline/weighing.ts";
import { ItemKind } from "../records/item.ts";
import { alignmentCases } from "./alignment-cases.ts";
import { type Case, foldOf, LEARNING, type LearningSettings } from "./cross-validation.ts";
import { type Annotated, annotatedAmong, type ItemCase, itemCases } from "./item-cases.ts";
import { ALIGNMENT } from "./learn-alignment.ts";
import { type Learnt, learntFrom } from "./learnt.ts";
import { familiesOf, type LearntAlignment, learntAlignment } from "./learnt-alignment.ts";
import { linkCases } from "./link-cases.ts";

/** Thrown where gold has nothing to learn from. */
export class NothingToLearn extends Error {}

/** What `train` found. */
export type Training = {
  documents: number;
  /** Of each kind whose candidates the gold has some of. */
  kinds: (Learnt & { name: ItemKind })[];
  /** Of the certainty of links, as the alignment makes them that was learnt; null where none is right. */
  links: Learnt | null;
  /** Of the alignment of sentences with items; null where the gold has no reply. */
  alignment: LearntAlignment | null;
  /** Scores of whole extraction, with the weights that people gave and with those learnt from other documents. */
  items: { kind: ItemKind; given: TallyFigures; heldOut: TallyFigures }[];
};

/**
 * Learns shifts of the weights of a pipeline from documents and their gold, and judges them by cross-validation over documents.
 * `groupOf` names the group in which the report counts a document. No chance: the same documents and gold give the same shifts. Throws `NothingToLearn` where no candidate of any kind is in the gold.
 */
export function train(
  documents: readonly StructuredDocument[],
  gold: GoldSet,
  pipeline: PipelineDefinition,
  settings: LearningSettings = LEARNING,
  groupOf: (name: string) => string = () => "",
): Training {
  const annotated = annotatedAmong(documents, gold);
  const alignment = learnAlignmentOf(annotated, gold, pipeline, { folds: settings.folds, groupOf });
  const aligned = alignment ? { ...pipeline, link: { ...pipeline.link, learnt: alignment.shifts } } : pipeline;
  const { kinds, links } = learnFrom(itemCases(annotated, pipeline), linkCases(annotated, gold, aligned), settings);
  if (kinds.length === 0) throw new NothingToLearn("no candidate of these documents is an item in the gold");
  return {
    documents: new Set(annotated.map(({ name }) => name)).size,
    kinds,
    links,
    alignment,
    items: compareItems(annotated, pipeline, (name) => {
      const fold = foldOf(name, settings.folds);
      return Object.fromEntries(kinds.map((kind) => [kind.name, kind.shiftsByFold[fold]!]));
    }),
  };
}

function learnAlignmentOf(
  annotated: readonly Annotated[],
  gold: GoldSet,
  pipeline: PipelineDefinition,
  sorting: { folds: number; groupOf: (name: string) => string },
): LearntAlignment | null {
  const cases = alignmentCases(annotated, gold, pipeline);
  const weights = { given: pipeline.link.weights, inForce: weightsOf(pipeline.link) };
  return cases.some(({ wanted }) => wanted > 0)
    ? learntAlignment(cases, weights, { ...sorting, familyOf: familiesOf(gold) }, ALIGNMENT)
    : null;
}

/** What cases teach, of each kind of which some are right, and of links. */
export function learnFrom(
  items: readonly ItemCase[],
  links: readonly Case[],
  settings: LearningSettings,
): Pick<Training, "kinds" | "links"> {
  const cases = Map.groupBy(items, ({ kind }) => kind);
  return {
    kinds: ItemKind.options.flatMap((kind) => {
      const own = cases.get(kind) ?? [];
      return own.some(({ right }) => right) ? [{ ...learntFrom(kind, own, settings), name: kind }] : [];
    }),
    links: links.some(({ right }) => right) ? learntFrom("link", links, settings) : null,
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
