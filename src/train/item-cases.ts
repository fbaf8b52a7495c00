import { annotates, type Gold, type GoldSet, stemOf } from "../evaluate/gold.ts";
import { isSameThing, quoted } from "../evaluate/match.ts";
import type { PipelineDefinition } from "../pipeline/definition.ts";
import { type StructuredDocument, type WeighedCandidate, weighCandidates } from "../pipeline/weighing.ts";
import type { ItemKind } from "../records/item.ts";
import type { Case } from "./cross-validation.ts";

/** A candidate of a kind as a case to learn from. */
export type ItemCase = Case & { kind: ItemKind };

/** Documents that gold speaks of, with that gold. `share` is one divided by the number of formats in which the same document is there. */
export type Annotated = { read: StructuredDocument; name: string; gold: Gold; share: number };

/** The documents that have gold. */
export function annotatedAmong(documents: readonly StructuredDocument[], { byName }: GoldSet): Annotated[] {
  const named = documents.flatMap((read) => {
    const name = stemOf(read.name);
    const gold = byName.get(name);
    return gold ? [{ read, name, gold }] : [];
  });
  const formats = Map.groupBy(named, ({ name }) => name);
  return named.map((each) => ({ ...each, share: 1 / formats.get(each.name)!.length }));
}

/** Each document in the first of its formats: several of them would answer one another's asks. */
export const inOneFormat = (annotated: readonly Annotated[]): Annotated[] =>
  [...new Map(annotated.toReversed().map((each) => [each.name, each])).values()].reverse();

/** Every candidate of some documents as a case: right where gold has an item of its kind that shares half of its words. */
export function itemCases(annotated: readonly Annotated[], pipeline: PipelineDefinition): ItemCase[] {
  return annotated.flatMap(({ read, name, gold, share }) =>
    weighCandidates(read, pipeline)
      .filter(({ kind }) => annotates(gold, kind))
      .map((candidate) => itemCase(candidate, { document: name, right: isItem(candidate, gold), weight: share })),
  );
}

/** A candidate as a case of what somebody said of it. */
export const itemCase = (
  { kind, signs }: WeighedCandidate,
  said: Pick<ItemCase, "document" | "right" | "weight">,
): ItemCase => ({
  kind,
  features: Object.fromEntries(Object.keys(signs).map((sign) => [sign, 1])),
  offset: Object.values(signs).reduce((sum, given) => sum + given, 0),
  ...said,
});

function isItem({ kind, text }: WeighedCandidate, { items }: Gold): boolean {
  const found = quoted(kind, text);
  return items.some((item) => item.kind === kind && isSameThing(quoted(kind, item.quote), found));
}
