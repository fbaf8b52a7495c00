import type { CorrespondenceCard } from "./card.ts";
import { makeKeyIndex } from "./key-index.ts";
import type { Steps } from "./steps.ts";

/** A key under which more documents than this meet says nothing of them. */
const CROWD = 60;

/** For a document that may answer, those of some that it may answer: they share a key that few others share. A card a step. */
export function* meetingsAmong(
  asking: readonly CorrespondenceCard[],
): Steps<(answering: CorrespondenceCard) => CorrespondenceCard[]> {
  const holders = makeKeyIndex(CROWD);
  for (const [at, card] of asking.entries()) {
    yield;
    for (const key of keysAsking(card)) holders.add(key, at);
  }
  return (answering) => {
    const met = new Set<number>();
    for (const key of keysAnswering(answering)) {
      const under = holders.under(key);
      if (under.length <= CROWD) for (const at of under) met.add(at);
    }
    return [...met].map((at) => asking[at]!);
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

function keysAnswering(card: CorrespondenceCard): Set<string> {
  const keys = new Set<string>();
  for (const message of card.answersMessages) keys.add(`message ${message}`);
  for (const part of card.parts) {
    for (const reference of part.answers?.references ?? []) keys.add(`reference ${reference}`);
    for (const day of [part.answers?.date, ...part.cites]) {
      if (!day) continue;
      keys.add(`date ${day}`);
      for (const party of [...part.from, ...part.to]) keys.add(`date ${day} ${party}`);
    }
    for (const from of part.from) for (const to of part.to) keys.add(`parties ${to} ${from}`);
    for (const words of [part.subject, part.answers?.subject ?? []]) for (const key of wordPairs(words)) keys.add(key);
  }
  for (const key of wordPairs(card.title)) keys.add(key);
  for (const key of namePairs(card.names)) keys.add(key);
  card.opening.forEach((word, at) => {
    const next = card.opening[at + 1];
    if (next) for (const key of wordPairs([word, next])) keys.add(key);
  });
  for (const hash of card.entitled) keys.add(`title ${hash}`);
  for (const hash of card.calls) keys.add(`called ${hash}`);
  for (const number of card.cases) keys.add(`case ${number}`);
  for (const wording of card.restates) for (const hash of wording.slice(0, 3)) keys.add(`says ${hash}`);
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
  const few = words.slice(0, SUBJECT_WORDS).toSorted();
  return few.flatMap((a, at) => few.slice(at + 1).map((b) => `subject ${a} ${b}`));
}
