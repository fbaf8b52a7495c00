import { isSameThing, quoted } from "../evaluate/match.ts";
import type { PipelineDefinition } from "../pipeline/definition.ts";
import { itemsUnder, type StructuredDocument, weighCandidates, weighLinksAmong } from "../pipeline/weighing.ts";
import type { Item } from "../records/item.ts";
import { type Case, LEARNING, type LearningSettings } from "./cross-validation.ts";
import { type ItemCase, itemCase } from "./item-cases.ts";
import type { Judged } from "./judged.ts";
import { linkCase } from "./link-cases.ts";
import { learnFrom, NothingToLearn, type Training } from "./train.ts";

/** An item that other weights would find or let go. */
export type Change = { document: string; kind: Item["kind"]; words: string };

/** What reviewers' decisions teach, and what it would do to these documents if it decided what is an item. */
export type ReviewTraining = Training & { found: Change[]; letGo: Change[] };

/**
 * Learns from what reviewers said, as `train` does from gold: only what somebody judged is a case, since nothing is known of the rest. The
 * documents' names do not matter. Throws `NothingToLearn` where nobody judged a candidate of these documents to be right.
 */
export function trainFromReviews(
  documents: readonly StructuredDocument[],
  judged: readonly Judged[],
  pipeline: PipelineDefinition,
  settings: LearningSettings = LEARNING,
): ReviewTraining {
  const said = new Map(judged.map((each) => [each.document, each]));
  const read = documents.filter(({ document }) => said.has(document.id));
  const items = read.flatMap((each) => judgedItems(each, said.get(each.document.id)!, pipeline));
  const learnt = learnFrom(items, judgedLinks(read, said, pipeline), settings);
  if (learnt.kinds.length === 0)
    throw new NothingToLearn("nobody judged anything in these documents to be what the machine takes it for");
  const shifts = Object.fromEntries(learnt.kinds.map(({ name, shifts }) => [name, shifts]));
  const changes = documents.map((each) => changesIn(each, shifts, pipeline));
  return {
    ...learnt,
    documents: new Set(items.map(({ document }) => document)).size,
    // unjudged items say nothing, so that whole extraction cannot be scored
    items: [],
    // nor do reviewers mark every sentence of a reply
    alignment: null,
    found: changes.flatMap(({ found }) => found),
    letGo: changes.flatMap(({ letGo }) => letGo),
  };
}

function judgedItems(read: StructuredDocument, { document, words }: Judged, pipeline: PipelineDefinition): ItemCase[] {
  return weighCandidates(read, pipeline).flatMap((candidate) => {
    const { kind, text } = candidate;
    const said = words.filter(
      (each) => each.kind === kind && isSameThing(quoted(kind, each.quote), quoted(kind, text)),
    );
    return said.length === 0
      ? []
      : [itemCase(candidate, { document, right: said.some(({ right }) => right), weight: 1 })];
  });
}

function judgedLinks(
  read: readonly StructuredDocument[],
  said: ReadonlyMap<string, Judged>,
  pipeline: PipelineDefinition,
): Case[] {
  const { weights } = pipeline.link.certainty;
  return weighLinksAmong(read, pipeline).flatMap(({ record, signs }) =>
    record.links.flatMap(({ id, item }) => {
      const right = said.get(record.id)?.links.get(item);
      return right === undefined ? [] : [linkCase(signs.get(id)!, weights, { document: record.id, right })];
    }),
  );
}

function changesIn(read: StructuredDocument, shifts: Parameters<typeof itemsUnder>[0], pipeline: PipelineDefinition) {
  const [before, after] = [itemsUnder({}, read, pipeline), itemsUnder(shifts, read, pipeline)];
  const without = (items: readonly Item[], others: readonly Item[]): Change[] => {
    const ids = new Set(others.map(({ id }) => id));
    return items
      .filter(({ id }) => !ids.has(id))
      .map(({ kind, anchor }) => ({ document: read.name, kind, words: anchor.exact }));
  };
  return { found: without(after, before), letGo: without(before, after) };
}
