import { type CorrespondenceCard, readCard } from "../link/card.ts";
import { findingCopies } from "../link/copy.ts";
import { asks, type CorrespondencePair, findingCorrespondence } from "../link/correspondence.ts";
import type { LinkRules } from "../link/link.ts";
import { finish, type Steps } from "../link/steps.ts";
import type { DeclaredPair } from "../store/stored.ts";

/** Which documents answer which, and which are copies (their ids) of which. */
export type Compared = { pairs: CorrespondencePair[]; copies: Map<string, string> };

/** By what cards are compared: a user's pairs, and rules. */
export type ComparedBy = { declared: readonly DeclaredPair[]; rules: LinkRules };

/** What is known before the pairs are: the copies, and the documents that nothing answers, since they ask nothing. */
export type KnownFirst = { copies: Map<string, string>; unasking: string[] };

/** A place where the cards of a whole collection are compared, given to it as JSON one by one, in the order of their documents' ids. */
export type CardComparison = {
  add(card: string): void;
  /** `first` hears what is known early, and may make use of it meanwhile. */
  compare(by: ComparedBy, first?: (known: KnownFirst) => Promise<void>): Promise<Compared>;
};

/** How long work is done. */
export type Doing = <T>(steps: Steps<T>) => T | Promise<T>;

/** Compares cards here, at once or as it is said. */
export function createComparison(run: Doing = finish): CardComparison {
  const cards: CorrespondenceCard[] = [];
  return {
    add: (card) => void cards.push(readCard(card)),
    async compare({ declared, rules }, first) {
      const copies = await run(findingCopies(cards));
      await first?.({ copies, unasking: unasking(cards, declared) });
      return { copies, pairs: await run(findingCorrespondence(cards, { declared, rules, copies })) };
    },
  };
}

function unasking(cards: readonly CorrespondenceCard[], declared: readonly DeclaredPair[]): string[] {
  const named = new Set(declared.map(({ asking }) => asking));
  return cards.filter((card) => !asks(card) && !named.has(card.document)).map(({ document }) => document);
}
