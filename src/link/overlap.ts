import { once } from "../document/once.ts";
import type { Terms } from "./words.ts";

/** Shared weight at which words count half of all they can: two rare words. */
const HALF = 4;

/** Texts of more worth in words than this meet more sentences by chance. */
const USUAL = 8;

/**
 * What each of some texts shares with a text, from 0 to 1, less for a long one of them; by index, only those that share anything. Terms are
 * looked up in an index, so that the cost grows with what is shared and not with the number of texts.
 */
export type Overlap = (terms: Terms) => ReadonlyMap<number, number>;

/** Compares texts with some others, each term weighing by its worth in both and its rarity. */
export function overlapWith(texts: readonly Terms[], rare: (term: string) => number): Overlap {
  const holders = once(() => indexOf(texts, rare));
  return (terms) => {
    const shared = new Map<number, number>();
    for (const [term, worth] of terms)
      for (const { text, weight } of holders().get(term) ?? [])
        shared.set(text, (shared.get(text) ?? 0) + Math.sqrt(worth) * weight);
    for (const [text, weight] of shared) shared.set(text, weight / (weight + HALF));
    return shared;
  };
}

type Holder = { text: number; weight: number };

/** For each term the texts that have it. */
function indexOf(texts: readonly Terms[], rare: (term: string) => number): Map<string, Holder[]> {
  const holders = new Map<string, Holder[]>();
  texts.forEach((terms, text) => {
    let worth = 0;
    for (const each of terms.values()) worth += each;
    const length = Math.sqrt(USUAL / Math.max(USUAL, worth));
    for (const [term, own] of terms) {
      const holder = { text, weight: Math.sqrt(own) * rare(term) * length };
      const list = holders.get(term);
      if (list) list.push(holder);
      else holders.set(term, [holder]);
    }
  });
  return holders;
}
