import { type CorrespondenceCard, readCard } from "../link/card.ts";
import { findCopies } from "../link/copy.ts";
import { type CorrespondencePair, findCorrespondence } from "../link/correspondence.ts";
import type { LinkRules } from "../link/link.ts";
import type { DeclaredPair } from "../store/stored.ts";

/** Which documents answer which, and which are copies (their ids) of which. */
export type Compared = { pairs: CorrespondencePair[]; copies: Map<string, string> };

/** By what cards are compared: a user's pairs, and rules. */
export type ComparedBy = { declared: readonly DeclaredPair[]; rules: LinkRules };

/** A place where the cards of a whole collection are compared, given to it as JSON one by one. */
export type CardComparison = { add(card: string): void; compare(by: ComparedBy): Promise<Compared> };

/** Compares cards in the order of their documents' ids. */
export function compareCards(cards: readonly CorrespondenceCard[], { declared, rules }: ComparedBy): Compared {
  const copies = findCopies(cards);
  return { copies, pairs: findCorrespondence(cards, declared, rules, copies) };
}

/** Compares them here and now. */
export function comparisonHere(): CardComparison {
  const cards: CorrespondenceCard[] = [];
  return {
    add: (card) => void cards.push(readCard(card)),
    compare: async (by) => compareCards(cards, by),
  };
}
