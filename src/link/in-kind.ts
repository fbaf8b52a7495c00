import type { Outcome } from "../records/link.ts";
import type { Asked } from "./asked.ts";
import { cuesIn, says, spelledOut } from "./cues.ts";
import type { LinkRules, QuestionCue, ReplyCue } from "./rules.ts";
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
    const kinds = units.length === 0 ? [] : strictKinds(asked[item]!, rules);
    return kinds.length === 0 || units.some((unit) => standsFor(unit, kinds, rules)) ? units : [];
  });

/** The kinds of which an ask wants one and nothing else; a recommendation may be accepted in a word. */
function strictKinds({ item }: Asked, { questions }: LinkRules): ReplyCue[] {
  if (item.kind !== "ask") return [];
  const kinds = cuesIn(item.anchor.exact, questions);
  const strict = kinds.every(({ strictly }) => strictly !== undefined && says(item.anchor.exact, [strictly]));
  return strict ? kinds.map(({ answer }: QuestionCue) => answer) : [];
}

const standsFor = ({ text, manner }: Unit, kinds: readonly ReplyCue[], { standIns }: LinkRules): boolean =>
  says(spelledOut(text), kinds) ||
  says(spelledOut(text), standIns) ||
  manner.verdicts.some(({ outcome }) => SAYS_WHY_NOT.has(outcome));
