import type { CorrespondenceCard } from "./card.ts";

/** A key under which more documents than this meet says nothing of them. */
const CROWD = 60;

/** For each document that may answer, those that it may answer: they share a key that few others share. */
export function meetingPairs(
  asking: readonly CorrespondenceCard[],
  answering: readonly CorrespondenceCard[],
): Map<CorrespondenceCard, Set<CorrespondenceCard>> {
  const askers = new Map<string, CorrespondenceCard[]>();
  for (const card of asking)
    for (const key of keysAsking(card)) {
      const list = askers.get(key);
      if (list) list.push(card);
      else askers.set(key, [card]);
    }
  const out = new Map<CorrespondenceCard, Set<CorrespondenceCard>>();
  for (const card of answering) {
    const met = new Set<CorrespondenceCard>();
    for (const key of keysAnswering(card)) {
      const list = askers.get(key) ?? [];
      if (list.length <= CROWD) for (const other of list) met.add(other);
    }
    if (met.size > 0) out.set(card, met);
  }
  return out;
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
