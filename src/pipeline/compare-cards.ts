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

/** Documents of which all is known: which of them are copies, and what answers them. */
export type Settled = Compared & { documents: string[] };

/** A place where the cards of a whole collection are compared, given to it as JSON one by one, in the order of their documents' ids. */
export type CardComparison = {
  add(card: string): void;
  /** `settled` hears of many documents at a time while others are still compared, each once, and may make use of it meanwhile; not of the last ones. */
  compare(by: ComparedBy, settled?: (some: Settled) => Promise<void>): Promise<Compared>;
};

/** How long work is done. */
export type Doing = <T>(steps: Steps<T>) => T | Promise<T>;

/** So many documents are told of at a time: enough for several workers, and known soon. */
const PORTION = 250;

/** Compares cards here, at once or as it is said. */
export function createComparison(run: Doing = finish): CardComparison {
  const cards: CorrespondenceCard[] = [];
  return {
    add: (card) => void cards.push(readCard(card)),
    async compare({ declared, rules }, settled) {
      const copies = await run(findingCopies(cards));
      await settled?.({ copies, pairs: [], documents: unasking(cards, declared) });
      let some: Settled = { copies, pairs: [], documents: [] };
      const steps = findingCorrespondence(cards, {
        declared,
        rules,
        copies,
        settled(asking, pairs) {
          some.documents.push(asking);
          for (const pair of pairs) some.pairs.push(pair);
        },
      });
      for (;;) {
        const pairs = await run(until(() => some.documents.length >= PORTION, steps));
        if (pairs) return { copies, pairs };
        await settled?.(some);
        some = { copies, pairs: [], documents: [] };
      }
    },
  };
}

/** Work up to where something holds, to be gone on with; or to its end. */
function* until<T>(holds: () => boolean, steps: Steps<T>): Steps<T | undefined> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (holds()) return undefined;
    yield;
  }
}

/** Documents that nothing answers, since they ask nothing. */
function unasking(cards: readonly CorrespondenceCard[], declared: readonly DeclaredPair[]): string[] {
  const named = new Set(declared.map(({ asking }) => asking));
  return cards.filter((card) => !asks(card) && !named.has(card.document)).map(({ document }) => document);
}
