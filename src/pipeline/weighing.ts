import type { Document } from "../document/document.ts";
import type { Structure } from "../document/structure.ts";
import { type Decision, signsOf } from "../extract/decide.ts";
import { judge, weighedIn } from "../extract/judge.ts";
import { toItems } from "../extract/to-item.ts";
import type { ItemKind } from "../records/item.ts";
import type { Store } from "../store/store.ts";
import { structure } from "../structure/structure.ts";
import type { PipelineDefinition } from "./definition.ts";
import { unpack } from "./pack.ts";

/** What is weighed: something that may be an item, as it would be quoted, and its signs by name with the weights that people gave them. */
export type WeighedCandidate = { kind: ItemKind; text: string; signs: Readonly<Record<string, number>> };

/** A document that rules have structured, ready for its candidates to be weighed again and again. */
export type StructuredDocument = { name: string; document: Document; structure: Structure };

/** What `answerable train` learns: shifts of the weights of signs, by kind. */
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

/** The items that rules find in a document with other learnt weights than their own. */
export function itemsUnder(learnt: LearntWeights, read: StructuredDocument, { extract }: PipelineDefinition) {
  const { document, structure: structured } = read;
  const rules = { cues: extract.cues, words: extract.words, decision: { ...extract.decision, learnt } };
  const kept = judge(document, structured, rules).filter(({ letGo }) => letGo === null);
  return toItems(document, structured, kept);
}
