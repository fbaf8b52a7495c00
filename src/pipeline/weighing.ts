import type { Document } from "../document/document.ts";
import type { Structure } from "../document/structure.ts";
import { type Decision, signsOf } from "../extract/decide.ts";
import { judge, partiesIn, weighedIn } from "../extract/judge.ts";
import { toItems } from "../extract/to-item.ts";
import { cardOf } from "../link/card.ts";
import { findCorrespondence } from "../link/correspondence.ts";
import type { ExtractedDocument } from "../link/extracted.ts";
import { weighLinks } from "../link/link.ts";
import type { DocumentRecord } from "../records/document-record.ts";
import { ItemKind } from "../records/item.ts";
import type { Store } from "../store/store.ts";
import { structure } from "../structure/structure.ts";
import type { PipelineDefinition } from "./definition.ts";
import { unpack } from "./pack.ts";
import { makeRecord } from "./record.ts";
import { extractRecords } from "./run.ts";

/** What is weighed: something that may be an item, as it would be quoted, and its signs by name with the weights that people gave them. */
export type WeighedCandidate = { kind: ItemKind; text: string; signs: Readonly<Record<string, number>> };

/** A document that rules have structured, ready for its candidates to be weighed again and again. */
export type StructuredDocument = { name: string; document: Document; structure: Structure };

/** What `answerable train` learns of items: shifts of the weights of signs, by kind. */
export type LearntWeights = Decision["learnt"];

/** Every document of a store under its first name, structured by the rules of a pipeline. */
export async function structuredDocuments(
  store: Store,
  pipeline: Pick<PipelineDefinition, "structure">,
): Promise<StructuredDocument[]> {
  const out: StructuredDocument[] = [];
  for await (const { id } of store.documents()) {
    const [state, parsed] = [await store.state(id), await store.stageResult(id, "parse")];
    if (!state || !parsed) continue;
    const document = unpack<Document>(parsed);
    out.push({ name: state.inputs[0]!.name, document, structure: structure(document, pipeline.structure) });
  }
  return out;
}

/** Everything that may be an item in a document, whatever the weights say of it. */
export function weighCandidates(read: StructuredDocument, { extract }: PipelineDefinition): WeighedCandidate[] {
  const { document } = read;
  return weighedIn(document, read.structure, extract).map((candidate) => ({
    kind: candidate.kind,
    text: document.text.slice(candidate.start, candidate.end),
    signs: Object.fromEntries(signsOf(candidate, extract.decision).map(({ name, given }) => [name, given])),
  }));
}

/** A document's record with its links, and of each link by id the signs that say how sure it is. */
export type WeighedRecord = { record: DocumentRecord; signs: ReadonlyMap<string, Readonly<Record<string, number>>> };

/** Which of some documents answer which, by their ids. */
export const pairsAmong = (documents: readonly ExtractedDocument[], { link }: Pick<PipelineDefinition, "link">) =>
  findCorrespondence(
    documents.map((each) => cardOf(each, link)),
    [],
    link,
  );

/** The records of some documents that are linked with one another and with nothing else. */
export function weighLinksAmong(
  documents: readonly StructuredDocument[],
  pipeline: PipelineDefinition,
): WeighedRecord[] {
  const read = documents.map(({ name, document }) => ({ name, extracted: extractRecords(document, pipeline) }));
  const byId = new Map(read.map(({ extracted }) => [extracted.document.id, extracted]));
  const pairs = Map.groupBy(pairsAmong([...byId.values()], pipeline), ({ asking }) => asking);
  return read.map(({ name, extracted }) => {
    const answering = (pairs.get(extracted.document.id) ?? []).map((pair) => byId.get(pair.answering)!);
    const weighed = weighLinks(extracted, answering, pipeline.link);
    const from = { inputs: [{ location: name, uri: name, name }], bytes: 0, copyOf: null };
    const links = weighed.map(({ link }) => link);
    return {
      record: makeRecord(extracted, links, { ...from, pipeline: { name: pipeline.name, version: "" } }),
      signs: new Map(weighed.map(({ link, signs }) => [link.id, signs])),
    };
  });
}

/** The items that rules find in a document where other learnt weights than their own decide. */
export function itemsUnder(learnt: LearntWeights, read: StructuredDocument, { extract }: PipelineDefinition) {
  const { document, structure: structured } = read;
  const rules = { ...extract, decision: { ...extract.decision, learnt, learntDecides: ItemKind.options } };
  const kept = judge(document, structured, rules).filter(({ letGo }) => letGo === null);
  return toItems(document, structured, kept, partiesIn(rules));
}
