import { type Overlap, overlapWith } from "./overlap.ts";
import type { Unit } from "./unit.ts";
import { addTerms, type Terms } from "./words.ts";

/** How paragraphs and items choose one another. Paragraphs by block index, items by index. */
export type Paragraphs = {
  /** What an item shares with a whole paragraph, from 0 to 1. */
  share: (block: number, item: number) => number;
  /** Whether no other item shares more with the paragraph; and no other paragraph more with the item. */
  isBestItem: (block: number, item: number) => boolean;
  isBestParagraph: (block: number, item: number) => boolean;
};

/** Items and paragraphs that share less than this share it by chance, and choose nothing. */
const CHANCE = 0.2;

/** Compares the paragraphs of some sentences with items, all at once. */
export function compareParagraphs(
  units: readonly Unit[],
  items: readonly Terms[],
  rare: (term: string) => number,
): Paragraphs {
  const overlap: Overlap = overlapWith(items, rare);
  const words = new Map<number, Map<string, number>>();
  for (const unit of units) {
    const terms = words.get(unit.block) ?? new Map<string, number>();
    addTerms(terms, unit.terms, 1);
    words.set(unit.block, terms);
  }
  const shares = new Map([...words].map(([block, terms]) => [block, overlap(terms)]));
  const bestOfBlock = new Map([...shares].map(([block, own]) => [block, Math.max(CHANCE, ...own.values())]));
  const bestOfItem = new Map<number, number>();
  for (const own of shares.values())
    for (const [item, share] of own) bestOfItem.set(item, Math.max(bestOfItem.get(item) ?? CHANCE, share));
  const share = (block: number, item: number) => shares.get(block)?.get(item) ?? 0;
  return {
    share,
    isBestItem: (block, item) => share(block, item) >= (bestOfBlock.get(block) ?? 1),
    isBestParagraph: (block, item) => share(block, item) >= (bestOfItem.get(item) ?? 1),
  };
}
