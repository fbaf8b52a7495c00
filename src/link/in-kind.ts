import type { Outcome } from "../records/link.ts";
import type { Asked } from "./asked.ts";
import { says, spelledOut } from "./cues.ts";
import { isInKind, strictKinds } from "./kinds.ts";
import type { LinkRules, QuestionCue } from "./rules.ts";
import type { Answers } from "./sharing.ts";
import type { Unit } from "./unit.ts";

/** What a reply may say in place of an answer in kind, and yet answer: that it is refused, put off, promised. */
const SAYS_WHY_NOT: ReadonlySet<Outcome> = new Set(["declined", "deferred", "accepted", "partly-accepted"]);

/**
 * "How many were late?" is not answered by what gives no number, says neither where there is one nor why there is none, and promises none: such
 * sentences are no answer.
 */
export const inKind = (answers: Answers, asked: readonly Asked[], rules: LinkRules): Answers =>
  answers.map((units, item) => {
    const { kind, anchor } = asked[item]!.item;
    // a recommendation may be accepted in a word
    const kinds = units.length === 0 || kind !== "ask" ? [] : strictKinds(anchor.exact, rules);
    return kinds.length === 0 || units.some((unit) => answersIn(unit, kinds, rules)) ? units : [];
  });

function answersIn({ text, manner }: Unit, kinds: readonly QuestionCue[], rules: LinkRules): boolean {
  const words = spelledOut(text);
  const isWhyNot = manner.verdicts.some(({ outcome }) => SAYS_WHY_NOT.has(outcome));
  return isWhyNot || isInKind(words, kinds, rules) || says(words, rules.standIns);
}
