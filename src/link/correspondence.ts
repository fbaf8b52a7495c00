import type { CorrespondenceCard } from "./card.ts";
import { findCopies } from "./copy.ts";
import { asAnswering, type CorrespondencePair, type Scored, scoreDocuments } from "./document-pairs.ts";
import { countMeetings, inSettlingOrder, meetingsOf } from "./meeting.ts";
import type { LinkRules } from "./rules.ts";
import { finish, type Steps } from "./steps.ts";

export { type CorrespondenceCard, cardOf } from "./card.ts";
export type { CorrespondencePair } from "./document-pairs.ts";

/**
 * Which documents answer which. `declared` pairs (asking, answering ids) come from a user and always hold. Documents meet under shared keys
 * (dates with parties, references, subjects, restated wording, message ids), so that the cost grows with the pairs that meet. Of copies
 * of one letter (`copies`: copy id to original id) only the original answers; no document answers itself or a copy of itself.
 */
export const findCorrespondence = (
  cards: readonly CorrespondenceCard[],
  declared: readonly { asking: string; answering: string }[],
  rules: LinkRules,
  copies: ReadonlyMap<string, string> = findCopies(cards),
): CorrespondencePair[] => finish(findingCorrespondence(cards, { declared, rules, copies }));

/** By what documents are brought together. */
export type MeetingBy = {
  declared: readonly { asking: string; answering: string }[];
  rules: LinkRules;
  copies: ReadonlyMap<string, string>;
  /** Hears of each document that asks as soon as all that answers it is known. */
  settled?: (asking: string, pairs: readonly CorrespondencePair[]) => void;
};

/** The same, a card a step. */
export function* findingCorrespondence(
  cards: readonly CorrespondenceCard[],
  { declared, rules, copies, settled = () => {} }: MeetingBy,
): Steps<CorrespondencePair[]> {
  const named = declared.map((pair) => ({ ...pair, confidence: 1, evidence: ["named by the user"] }));
  const pairs = Map.groupBy(named, (pair) => pair.asking);
  const asking = cards.filter(asks);
  const settle = (at: number) => settled(asking[at]!.document, pairs.get(asking[at]!.document) ?? []);
  const meetings = yield* meetingsOf(cards, asking, copies);
  const open = countMeetings(meetings, asking.length);
  for (const [at, count] of open.entries()) if (count === 0) settle(at);
  for (const { answering, met } of inSettlingOrder(meetings, open)) {
    yield;
    const by = asAnswering(answering);
    const scored = met.flatMap((at) => scoreDocuments(asking[at]!, by, rules) ?? []);
    for (const pair of chooseBest(scored, copies, rules)) {
      const others = pairs.get(pair.asking) ?? [];
      if (!others.some((other) => other.answering === pair.answering)) pairs.set(pair.asking, [...others, pair]);
    }
    for (const at of met) if (--open[at]! === 0) settle(at);
  }
  return [...pairs.values()].flat().sort((a, b) => order(a.asking, b.asking) || order(a.answering, b.answering));
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether a document asks anything: of one that does not, nothing is found to answer it. */
export const asks = (card: CorrespondenceCard): boolean => card.says.length > 0;

/**
 * Of the documents that one may answer: those that reach the threshold and something in particular speaks for, and the best one where only the parties
 * do; a near tie between two different letters is left open, for a wrong link is worse than none.
 */
function chooseBest(
  scored: readonly Scored[],
  copies: ReadonlyMap<string, string>,
  rules: LinkRules,
): CorrespondencePair[] {
  const originalOf = (id: string) => copies.get(id) ?? id;
  const { threshold, margin } = rules.correspondence;
  const good = scored
    .filter((pair) => pair.score >= threshold)
    .sort((a, b) => b.score - a.score || order(a.asking, b.asking));
  const best = good[0];
  if (!best) return [];
  const level = good.filter((pair) => best.score - pair.score < margin);
  const tied = new Set(level.map((pair) => originalOf(pair.asking))).size > 1;
  const kept = good.filter((pair) =>
    pair.specific
      ? pair.score >= best.score - 2 * margin || pair.score >= 2 * threshold
      : !tied && originalOf(pair.asking) === originalOf(best.asking),
  );
  return kept.map(({ asking, answering, confidence, evidence }) => ({ asking, answering, confidence, evidence }));
}
