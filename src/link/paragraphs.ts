import type { Overlap } from "./overlap.ts";
import type { Unit } from "./unit.ts";
import { addTerms, type Terms } from "./words.ts";

/** What an item (by index) shares with a whole paragraph (by the index of its block), from 0 to 1. */
export type ParagraphShare = (block: number, item: number) => number;

/** Compares the paragraphs of some sentences with items, by what a text shares with each of them; a paragraph when it is first asked about. */
export function paragraphShare(units: readonly Unit[], overlap: Overlap): ParagraphShare {
  const paragraphs = Map.groupBy(units, (unit) => unit.block);
  const known = new Map<number, (item: number) => number>();
  return (block, item) => {
    const shared = known.get(block) ?? overlap(wordsOf(paragraphs.get(block) ?? []));
    known.set(block, shared);
    return shared(item);
  };
}

function wordsOf(units: readonly Unit[]): Terms {
  const terms = new Map<string, number>();
  for (const unit of units) addTerms(terms, unit.terms(), 1);
  return terms;
}
