import { oncePer } from "../document/once.ts";
import { cuesIn } from "./cues.ts";
import type { LinkRules, QuestionCue, ReplyCue } from "./rules.ts";

type Lists = { answers: readonly ReplyCue[]; strictly: readonly ReplyCue[] };

/** The cues of all kinds in lists that stay the same: cues are made ready once for a list. */
const listsOf = oncePer(
  ({ questions }: LinkRules): Lists => ({
    answers: questions.map(({ answer }) => answer),
    strictly: questions.flatMap(({ strictly }) => strictly ?? []),
  }),
);

/** Whether a sentence is of one of some kinds of answer. */
export function isInKind(sentence: string, kinds: readonly QuestionCue[], rules: LinkRules): boolean {
  if (kinds.length === 0) return false;
  const worded = answersIn(sentence, rules);
  return kinds.some(({ answer }) => worded.includes(answer));
}

/** The kinds of answer that a sentence is of. */
export const answersIn = (sentence: string, rules: LinkRules): ReplyCue[] => cuesIn(sentence, listsOf(rules).answers);

/** The kinds of which an ask wants one and nothing else; none where it wants something besides. */
export function strictKinds(ask: string, rules: LinkRules): QuestionCue[] {
  const kinds = kindsIn(ask, rules);
  const worded = kinds.length === 0 ? [] : cuesIn(ask, listsOf(rules).strictly);
  return kinds.every(({ strictly }) => strictly !== undefined && worded.includes(strictly)) ? kinds : [];
}

/** The kinds of answer that an ask wants. */
export const kindsIn = (ask: string, rules: LinkRules): QuestionCue[] => cuesIn(ask, rules.questions);
