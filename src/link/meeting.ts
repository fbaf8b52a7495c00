import type { CorrespondenceCard } from "./card.ts";
import { makeKeyIndex } from "./key-index.ts";
import type { Steps } from "./steps.ts";

/** A key under which more documents than this meet says nothing of them. */
const CROWD = 60;

/** A document that may answer, and the places of those among the asking ones that it may answer. */
export type Meeting = { answering: CorrespondenceCard; met: readonly number[] };

/** Which of all documents may answer which of those that ask: they share a key that few others share; but no copy of another does, nor any itself or a copy of itself. A card a step. */
export function* meetingsOf(
  cards: readonly CorrespondenceCard[],
  asking: readonly CorrespondenceCard[],
  copies: ReadonlyMap<string, string>,
): Steps<Meeting[]> {
  const placesFor = yield* placesAmong(asking);
  const originals = asking.map(({ document }) => copies.get(document) ?? document);
  const meetings: Meeting[] = [];
  for (const answering of cards) {
    yield;
    if (copies.has(answering.document)) continue;
    const met = placesFor(answering).filter((at) => originals[at] !== answering.document);
    if (met.length > 0) meetings.push({ answering, met });
  }
  return meetings;
}

/** How many of the meetings each of so many asking documents is in. */
export function countMeetings(meetings: readonly Meeting[], asking: number): Uint32Array {
  const counts = new Uint32Array(asking);
  for (const { met } of meetings) for (const at of met) counts[at]!++;
  return counts;
}

/**
 * The meetings in an order in which asking documents have had all of theirs little by little, and not nearly all of them with the last: first those
 * in which everyone has few. (Of 3,000 letters a fifth after a tenth of the meetings' cost, and half after a third; in the order of ids 2 and 8 %.)
 */
export function inSettlingOrder(meetings: readonly Meeting[], counts: Uint32Array): Meeting[] {
  // one by one: no call takes as many arguments as there may be documents
  const most = new Map(meetings.map((each) => [each, each.met.reduce((so, at) => Math.max(so, counts[at]!), 0)]));
  return meetings.toSorted((a, b) => most.get(a)! - most.get(b)!);
}

function* placesAmong(asking: readonly CorrespondenceCard[]): Steps<(answering: CorrespondenceCard) => number[]> {
  const holders = makeKeyIndex(CROWD);
  for (const [at, card] of asking.entries()) {
    yield;
    for (const key of keysAsking(card)) holders.add(key, at);
  }
  return (answering) => {
    const met = new Set<number>();
    for (const key of keysAnswering(answering)) for (const at of holders.under(key)) met.add(at);
    return [...met];
  };
}

function keysAsking(card: CorrespondenceCard): Set<string> {
  const keys = new Set<string>();
  if (card.message) keys.add(`message ${card.message}`);
  for (const part of card.parts) {
    for (const reference of part.references) keys.add(`reference ${reference}`);
    if (part.date) {
      keys.add(`date ${part.date}`);
      for (const party of [...part.from, ...part.to]) keys.add(`date ${part.date} ${party}`);
    }
    for (const from of part.from) for (const to of part.to) keys.add(`parties ${from} ${to}`);
    for (const key of wordPairs(part.subject)) keys.add(key);
  }
  for (const key of wordPairs(card.title)) keys.add(key);
  for (const key of namePairs(card.names)) keys.add(key);
  for (const hash of card.headed) keys.add(`title ${hash}`);
  for (const hash of card.called) keys.add(`called ${hash}`);
  for (const number of card.cases) keys.add(`case ${number}`);
  for (const wording of card.says) for (const hash of wording.slice(0, 3)) keys.add(`says ${hash}`);
  return keys;
}

/** Some more than once, which costs less than to look for them. */
function keysAnswering(card: CorrespondenceCard): string[] {
  const keys: string[] = [];
  for (const message of card.answersMessages) keys.push(`message ${message}`);
  for (const part of card.parts) {
    for (const reference of part.answers?.references ?? []) keys.push(`reference ${reference}`);
    for (const day of [part.answers?.date, ...part.cites]) {
      if (!day) continue;
      keys.push(`date ${day}`);
      for (const party of [...part.from, ...part.to]) keys.push(`date ${day} ${party}`);
    }
    for (const from of part.from) for (const to of part.to) keys.push(`parties ${to} ${from}`);
    keys.push(...wordPairs(part.subject), ...wordPairs(part.answers?.subject ?? []));
  }
  keys.push(...wordPairs(card.title), ...namePairs(card.names));
  card.opening.forEach((word, at) => {
    const next = card.opening[at + 1];
    if (next) keys.push(wordPair(word, next));
  });
  for (const hash of card.entitled) keys.push(`title ${hash}`);
  for (const hash of card.calls) keys.push(`called ${hash}`);
  for (const number of card.cases) keys.push(`case ${number}`);
  for (const wording of card.restates) for (const hash of wording.slice(0, 3)) keys.push(`says ${hash}`);
  return keys;
}

/** Correspondents meet where both their names stand at head or foot. */
const NAMES = 12;

function namePairs(names: readonly string[]): string[] {
  const few = names.slice(0, NAMES).toSorted();
  return few.flatMap((a, at) => few.slice(at + 1).map((b) => `names ${a} ${b}`));
}

/** Subjects meet where they share two of their first words. */
const SUBJECT_WORDS = 6;

function wordPairs(words: readonly string[]): string[] {
  const few = words.slice(0, SUBJECT_WORDS);
  return few.flatMap((a, at) => few.slice(at + 1).map((b) => wordPair(a, b)));
}

const wordPair = (a: string, b: string): string => (a < b ? `subject ${a} ${b}` : `subject ${b} ${a}`);
