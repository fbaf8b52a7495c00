import { once } from "../document/once.ts";
import type { Terms } from "./words.ts";

/** Shared weight at which words count half of all they can: two rare words. */
const HALF = 4;

/** Texts of more worth in words than this meet more sentences by chance. */
const USUAL = 8;

/** Texts that are compared with more others than this may be compared with all of them at once. */
const FEW = 8;

/** What a text shares with each of some others (by index), from 0 to 1, less for a long one of them. */
export type Overlap = (terms: Terms) => (other: number) => number;

/** What each term of a text weighs. */
type Weights = ReadonlyMap<string, number>;

/**
 * Compares texts with some others, each term weighing by its worth in both and its rarity: one by one, or with all at once through an index of
 * their terms as soon as that had cost no more. So the cost grows with what is asked for where little is, and else with what is shared.
 */
export function overlapWith(others: readonly (() => Terms)[], rare: (term: string) => number): Overlap {
  const weights = others.map((terms) => once(() => weightsOf(terms(), rare)));
  const holders = once(() => indexOf(weights));
  return (terms) => {
    const known = new Map<number, number>();
    const all = once(() => sharedWithAll(terms, holders()));
    const most = once(() => holdersOf(terms, holders()) / terms.size);
    return (other) => {
      const share = known.get(other);
      if (share !== undefined) return share;
      if (known.size >= FEW && known.size >= most()) return all().get(other) ?? 0;
      const fresh = sharedWith(terms, weights[other]!());
      known.set(other, fresh);
      return fresh;
    };
  };
}

function weightsOf(terms: Terms, rare: (term: string) => number): Weights {
  let worth = 0;
  for (const each of terms.values()) worth += each;
  const length = Math.sqrt(USUAL / Math.max(USUAL, worth));
  return new Map([...terms].map(([term, own]) => [term, Math.sqrt(own) * rare(term) * length]));
}

function sharedWith(terms: Terms, weights: Weights): number {
  let shared = 0;
  for (const [term, worth] of terms) {
    const weight = weights.get(term);
    if (weight !== undefined) shared += Math.sqrt(worth) * weight;
  }
  return share(shared);
}

const share = (weight: number): number => weight / (weight + HALF);

type Holders = ReadonlyMap<string, readonly { other: number; weight: number }[]>;

function sharedWithAll(terms: Terms, holders: Holders): ReadonlyMap<number, number> {
  const shared = new Map<number, number>();
  for (const [term, worth] of terms)
    for (const { other, weight } of holders.get(term) ?? [])
      shared.set(other, (shared.get(other) ?? 0) + Math.sqrt(worth) * weight);
  for (const [other, weight] of shared) shared.set(other, share(weight));
  return shared;
}

/** How many texts have a term of some, each counted once for each term. */
function holdersOf(terms: Terms, holders: Holders): number {
  let count = 0;
  for (const term of terms.keys()) count += holders.get(term)?.length ?? 0;
  return count;
}

/** For each term the texts that have it. */
function indexOf(weights: readonly (() => Weights)[]): Holders {
  const holders = new Map<string, { other: number; weight: number }[]>();
  weights.forEach((own, other) => {
    for (const [term, weight] of own()) {
      const list = holders.get(term);
      if (list) list.push({ other, weight });
      else holders.set(term, [{ other, weight }]);
    }
  });
  return holders;
}
