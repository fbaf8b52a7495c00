import type { PartKind } from "../records/part.ts";
import type { CorrespondenceCard } from "./card.ts";
import { findCopies } from "./copy.ts";
import { meetingsAmong } from "./meeting.ts";
import { type PartCard, pairOfParts } from "./part-pairs.ts";
import type { LinkRules } from "./rules.ts";
import { likeness, type Sketch, shared } from "./sketch.ts";

export { type CorrespondenceCard, cardOf } from "./card.ts";

/** One document answers another. */
export type CorrespondencePair = {
  asking: string;
  answering: string;
  confidence: number;
  evidence: string[];
};

/**
 * Which documents answer which. `declared` pairs (asking, answering ids) come from a user and always hold. Documents meet under shared keys
 * (dates with parties, references, subjects, restated wording, message ids), so that the cost grows with the pairs that meet. Of copies
 * of one letter (`copies`: copy id to original id) only the original answers; no document answers itself or a copy of itself.
 */
export function findCorrespondence(
  cards: readonly CorrespondenceCard[],
  declared: readonly { asking: string; answering: string }[],
  rules: LinkRules,
  copies: ReadonlyMap<string, string> = findCopies(cards),
): CorrespondencePair[] {
  const originalOf = (id: string) => copies.get(id) ?? id;
  const named = declared.map((pair) => ({ ...pair, confidence: 1, evidence: ["named by the user"] }));
  const known = new Set(named.map((pair) => `${pair.asking} ${pair.answering}`));
  const meetings = meetingsAmong(cards.filter(asks));
  const found = cards.flatMap((answering) => {
    if (copies.has(answering.document)) return [];
    const opening = new Set(answering.opening);
    const scored = meetings(answering)
      .filter((asking) => originalOf(asking.document) !== answering.document)
      .flatMap((asking) => scoreDocuments(asking, answering, opening, rules) ?? []);
    return chooseBest(scored, originalOf, rules);
  });
  const fresh = found.filter((pair) => !known.has(`${pair.asking} ${pair.answering}`));
  return [...named, ...fresh].sort((a, b) => order(a.asking, b.asking) || order(a.answering, b.answering));
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const asks = (card: CorrespondenceCard): boolean => card.says.length > 0;

type Scored = CorrespondencePair & { score: number; specific: boolean };

/** Likeness of sketches from which two wordings are one. */
const SAME_WORDING = 0.5;
/** Restated items that make the case as well as all of them would. */
const ENOUGH_RESTATED = 3;
/** Telling words of a title that must be named: fewer meet by chance. */
const ENOUGH_TITLE = 3;
/** Runs of a title's words that it is known by: one alone is a turn of phrase. */
const ENOUGH_RUNS = 2;
/** Names of correspondents that make the case as well as more would. */
const ENOUGH_NAMES = 3;
/** Telling words shared between what is asked and what is said that make the case as well as more would. */
const ENOUGH_SHARED = 10;

/** How strongly one document answers another, in whose opening some words stand; null where nothing says so in particular. */
function scoreDocuments(
  asking: CorrespondenceCard,
  answering: CorrespondenceCard,
  opening: ReadonlySet<string>,
  rules: LinkRules,
): Scored | null {
  const { weights, threshold } = rules.correspondence;
  const best = bestParts(asking, answering, rules);
  const evidence = [...(best?.evidence ?? [])];
  let specific = best?.specific ?? false;
  let score = best?.score ?? 0;
  const count = (name: string, value: number, words: string | null) => {
    score += value * (weights[name] ?? 0);
    if (value > 0 && words) evidence.push(words);
    if (value > 0 && words) specific = true;
  };
  const restated = asking.says.filter((said) => answering.restates.some((again) => isSame(said, again))).length;
  count("restated", Math.min(1, restated / ENOUGH_RESTATED), `sets out ${restated} of its items again`);
  const message = asking.message !== null && answering.answersMessages.includes(asking.message);
  if (answering.message !== null && asking.answersMessages.includes(answering.message)) return null;
  count("message", message ? 1 : 0, "answers its message");
  const title = asking.title.filter((word) => answering.title.includes(word)).length;
  count("title", title < 2 ? 0 : title / Math.min(asking.title.length, answering.title.length), "has the same title");
  const own = [...new Set([...asking.title, ...asking.parts.flatMap((part) => part.subject)])];
  const named = own.filter((word) => opening.has(word)).length;
  count("opening", named < ENOUGH_TITLE ? 0 : named / own.length, "speaks of its title at the outset");
  const runs = Math.max(shared(asking.entitled, answering.headed), shared(asking.headed, answering.entitled));
  count("entitled", runs < ENOUGH_RUNS ? 0 : 1, "names its title word for word");
  const names = asking.names.filter((name) => answering.names.includes(name)).length;
  count("names", Math.min(1, names / ENOUGH_NAMES), null);
  if (names > 1) evidence.push("names the same correspondents");
  count("about", Math.min(1, shared(asking.asksAbout, answering.speaksOf) / ENOUGH_SHARED), null);
  if (best === null && !message && restated < ENOUGH_RESTATED && isProceedings(answering)) return null;
  const mayAnswer = (answering.replies && !asking.replies) || isLater(asking, answering);
  if (best === null && !message && !(mayAnswer && inOrder(asking, answering))) return null;
  const confidence = 1 / (1 + Math.exp(threshold - score));
  return { asking: asking.document, answering: answering.document, confidence, evidence, score, specific };
}

/** Records of what was said or decided: titled alike wherever they are kept, they answer others only by setting out what those asked. */
const PROCEEDINGS: ReadonlySet<PartKind> = new Set(["minutes", "transcript", "written-questions", "decision"]);

const isProceedings = ({ parts }: CorrespondenceCard): boolean =>
  parts.length > 0 && parts.every(({ kind }) => PROCEEDINGS.has(kind));

/** Whether nothing shows the answer to be older than the asking. */
function inOrder(asking: CorrespondenceCard, answering: CorrespondenceCard): boolean {
  const [asked, answered] = [datesOf(asking), datesOf(answering)];
  if (asked.length === 0 || answered.length === 0) return true;
  return answered.some((date) => asked.some((other) => other <= date));
}

const datesOf = (card: CorrespondenceCard): string[] => card.parts.flatMap((part) => part.date ?? []).sort();

/** Whether the answer is younger than the asking by its own dates. */
function isLater(asking: CorrespondenceCard, answering: CorrespondenceCard): boolean {
  const [asked, answered] = [datesOf(asking).at(-1), datesOf(answering).at(-1)];
  return asked !== undefined && answered !== undefined && asked < answered;
}

/** A reply printed under the very letter that it names answers nothing elsewhere. */
const isAnsweredAtHome = ({ id, answers }: PartCard, parts: readonly PartCard[]): boolean =>
  answers?.date != null && parts.some((part) => part.id !== id && part.date === answers.date);

const isSame = (a: Sketch, b: Sketch): boolean => a.length > 0 && likeness(a, b) >= SAME_WORDING;

function bestParts(asking: CorrespondenceCard, answering: CorrespondenceCard, rules: LinkRules) {
  const free = answering.parts.filter((part) => !isAnsweredAtHome(part, answering.parts));
  const pairs = asking.parts.flatMap((a) => free.flatMap((b) => pairOfParts(a, b, rules) ?? []));
  return pairs.reduce<(typeof pairs)[number] | null>(
    (best, pair) => (best && best.score >= pair.score ? best : pair),
    null,
  );
}

/**
 * Of the documents that one may answer: those that reach the threshold and something in particular speaks for, and the best one where only the parties
 * do; a near tie between two different letters is left open, for a wrong link is worse than none.
 */
function chooseBest(
  scored: readonly Scored[],
  originalOf: (id: string) => string,
  rules: LinkRules,
): CorrespondencePair[] {
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
