import { sentencesIn } from "../document/sentence.ts";
import { mapWords, type WordMap, wordsIn } from "../evaluate/words.ts";
import type { Unit } from "../link/unit.ts";

/** Of some sentences, by index, how many of their words are told to be a reply. */
export type ReplyWords = ReadonlyMap<number, number>;

/** The sentences of a text, ready to be found in quotations. */
export type Quotable = { map: WordMap; ownerOf: ReadonlyMap<number, number>; sizes: readonly number[] };

/** Which sentence each word of a text stands in, and how many words each sentence has. */
export function quotable(text: string, units: readonly Unit[]): Quotable {
  const map = mapWords(text);
  const within = units.map(({ start, end }) => [...map.within(start, end)]);
  const ownerOf = new Map(within.flatMap((words, unit) => words.map((word) => [word, unit] as const)));
  return { map, ownerOf, sizes: within.map((words) => words.length) };
}

/**
 * The words of a reply as sentences have them: of several places that say the same, the one of which most stands in sentences that `may` reply.
 * What is quoted otherwise than it is printed is looked for sentence by sentence.
 */
export function replyWords(reply: string, quoted: Quotable, may: (unit: number) => boolean): ReplyWords {
  const whole = bestPlace(wordsIn(reply), quoted, may);
  if (whole) return whole;
  const sum = new Map<number, number>();
  for (const { start, end } of sentencesIn(reply, { start: 0, end: reply.length }))
    for (const [unit, count] of bestPlace(wordsIn(reply.slice(start, end)), quoted, may) ?? [])
      sum.set(unit, (sum.get(unit) ?? 0) + count);
  return sum;
}

function bestPlace(words: readonly string[], { map, ownerOf }: Quotable, may: (unit: number) => boolean) {
  if (words.length === 0) return null;
  const places = map.placesOf(words).map((first) => countByOwner(first, words.length, ownerOf));
  const worth = (place: ReplyWords) => place.entries().reduce((sum, [unit, count]) => sum + (may(unit) ? count : 0), 0);
  return places.reduce<ReplyWords | null>((best, next) => (best && worth(best) >= worth(next) ? best : next), null);
}

function countByOwner(first: number, length: number, ownerOf: ReadonlyMap<number, number>): ReplyWords {
  const counts = new Map<number, number>();
  for (let word = first; word < first + length; word++) {
    const unit = ownerOf.get(word);
    if (unit !== undefined) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return counts;
}
