import { type Bag, bagOf, wordOverlap } from "./words.ts";

/** Below half of their words in common, two quotations are not of one thing. */
const SAME_THING = 0.5;

/** Something quoted, of a kind. */
export type Quoted = { kind: string; bag: Bag };

/** A gold item and the predicted one that is taken for it, by index, with the overlap of their words. */
export type Match = { gold: number; predicted: number; overlap: number };

/** A quotation ready for matching. */
export const quoted = (kind: string, text: string): Quoted => ({ kind, bag: bagOf(text) });

/**
 * One-to-one matches, best overlap first; of equal ones that of the same kind, then the nearest in reading order. Pairs with less
 * than half of their words in common never match.
 */
export function matchItems(gold: readonly Quoted[], predicted: readonly Quoted[]): Match[] {
  const pairs = gold.flatMap((wanted, g) =>
    predicted.flatMap((found, p) => {
      if (!comparable(wanted.bag, found.bag)) return [];
      const overlap = wordOverlap(wanted.bag, found.bag);
      if (overlap < SAME_THING) return [];
      const distance = Math.abs(g / gold.length - p / predicted.length);
      return { gold: g, predicted: p, overlap, sameKind: wanted.kind === found.kind, distance };
    }),
  );
  pairs.sort((a, b) => b.overlap - a.overlap || Number(b.sameKind) - Number(a.sameKind) || a.distance - b.distance);
  const takenGold = new Set<number>();
  const takenPredicted = new Set<number>();
  return pairs.filter((pair) => {
    if (takenGold.has(pair.gold) || takenPredicted.has(pair.predicted)) return false;
    takenGold.add(pair.gold);
    takenPredicted.add(pair.predicted);
    return true;
  });
}

/** Whether two quotations have half of their words in common. */
export const isSameThing = (a: Quoted, b: Quoted): boolean =>
  comparable(a.bag, b.bag) && wordOverlap(a.bag, b.bag) >= SAME_THING;

/** One twice as long as the other cannot share half of the union. */
const comparable = (a: Bag, b: Bag): boolean => a.size <= 2 * b.size + 1 && b.size <= 2 * a.size + 1;
