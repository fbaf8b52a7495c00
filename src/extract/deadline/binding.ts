import { matchesOf } from "../../document/matches.ts";
import type { ItemKind } from "../../records/item.ts";
import { foldMarks, type Grammar } from "./grammar.ts";
import { readTimes, type Time } from "./read-time.ts";
import type { TimeContext } from "./time-context.ts";

/** What rules call a time without a preposition. */
const BARE = "bare";

/** How far a clause reaches back from a time, in UTF-16 code units: longer sentences of these texts are lists. */
const CLAUSE = 400;

/**
 * The times in the words of an item (or of the lead-in that governs it) by which it is to be done or answered: no day before the
 * reference, and none that is only mentioned.
 */
export function bindingTimes(text: string, kind: ItemKind, context: TimeContext, grammar: Grammar): Time[] {
  const times = readTimes(text, context, grammar);
  const folded = times.length > 0 ? foldMarks(text) : "";
  return times
    .filter((time) => time.date === null || context.reference === null || time.date >= context.reference)
    .filter((time) => mentionAround(folded, time, kind, grammar) === null);
}

/** The name of the rule by which a time of a text with straight marks is only mentioned, or null. */
export function mentionAround(text: string, time: Time, kind: ItemKind, grammar: Grammar): string | null {
  const sentence = sentenceStart(text, time.start);
  const before = text.slice(Math.max(sentence, time.start - CLAUSE), time.start);
  const after = text.slice(time.end, time.end + CLAUSE);
  const rule = grammar
    .mentionsAfter(before)
    .find(
      ({ limits, means, kinds, ahead, never, behind }) =>
        (limits.length === 0 || limits.includes(time.limit ?? BARE)) &&
        (means.length === 0 || means.includes(time.means)) &&
        (kinds.length === 0 || kinds.includes(kind)) &&
        (!behind || behind.test(after)) &&
        (!ahead || ahead.test(before)) &&
        !never?.test(before),
    );
  return rule?.name ?? null;
}

const SENTENCE_START = /[.?!]["')]*\s+(?=["'(]*\p{Lu})|\n\s*\n/gu;

/** Where the sentence that holds an offset begins: after a full stop, question or exclamation mark before a capital, or a blank line. */
function sentenceStart(text: string, offset: number): number {
  const before = text.slice(0, offset);
  const last = matchesOf(before, SENTENCE_START).at(-1);
  return last ? last.index + last[0].length : 0;
}
