import type { Trial } from "../trial.ts";
import { mentionAround } from "./binding.ts";
import { dayOf } from "./calendar.ts";
import { foldMarks, type Grammar, grammarOf } from "./grammar.ts";
import { readPeriodAt } from "./read-period.ts";
import { readTimes } from "./read-time.ts";
import type { DeadlineRules } from "./rules.ts";
import type { TimeContext } from "./time-context.ts";

/** Any Wednesday would do: what a wording finds does not hang on the day it is read. */
const DAY = "2024-01-10";

/** What stands before a wording that goes back to a day named before it. */
const NAMED = "12 January: ";

const context: TimeContext = { reference: DAY, called: "the letter's date", counts: true, occasions: () => [] };

/** What the wordings of times, limits, bases, mentions, continuations, what is answered and what days are of say that they find and leave alone. */
export function deadlineTrials(rules: DeadlineRules): Trial[] {
  const grammar = grammarOf(rules);
  return [
    ...grammar.times.map((cue) => ({ ...cue, name: `time ${cue.name}`, fits: readsWhole(cue, grammar) })),
    ...grammar.limits.map(({ name, ...cue }) => ({
      ...cue,
      name: `limit ${name}`,
      fits: (text: string) => readTimes(text, context, grammar).some((time) => time.limit === name),
    })),
    ...grammar.bases.map((cue) => ({
      ...cue,
      name: `base ${cue.name}`,
      fits: (text: string) => atStart(cue.fits, text) !== "",
    })),
    ...grammar.mentions.map((cue) => ({ ...cue, name: `mention ${cue.name}`, fits: letsGo(cue, grammar) })),
    ...tried("continuation", rules.continuations, grammar.continuations),
    ...tried("answered", rules.answered, grammar.answered),
    ...tried("to come", rules.toCome, grammar.toCome),
    ...tried("unmet", rules.unmet, grammar.unmet),
  ];
}

function tried(what: string, cues: readonly Omit<Trial, "fits">[], patterns: readonly RegExp[]): Trial[] {
  return cues.map((cue, at) => ({ ...cue, name: `${what} ${cue.name}`, fits: (text) => patterns[at]!.test(text) }));
}

function atStart(pattern: RegExp, text: string): string {
  pattern.lastIndex = 0;
  return pattern.exec(text)?.[0] ?? "";
}

/** Whether the wording reads a text to its end: alone, but for the date that may be its tail. */
function readsWhole(cue: Grammar["times"][number], grammar: Grammar): (text: string) => boolean {
  const times = grammar.times.filter((other) => other === cue || other.means === "day" || other.means === "month");
  const alone = { ...grammar, edges: [] };
  const limit = { name: cue.under[0] ?? "", takes: [cue.means] };
  return (text) => {
    if (cue.tail === "none" && atStart(cue.fits, text) !== text) return false;
    const named = cue.means === "named" ? NAMED : "";
    const place = { text: foldMarks(named + text), reference: dayOf(DAY), context, grammar: alone, times };
    return readPeriodAt(place, named.length, limit)?.end === named.length + text.length;
  };
}

/** Whether each time of a text is taken for one that is only mentioned. */
function letsGo(cue: Grammar["mentions"][number], grammar: Grammar): (text: string) => boolean {
  const only = { ...grammar, mentionsAfter: () => [cue] };
  const kind = cue.kinds[0] ?? "undertaking";
  return (text) => {
    const times = readTimes(text, context, grammar);
    return times.length > 0 && times.every((time) => mentionAround(foldMarks(text), time, kind, only) !== null);
  };
}
