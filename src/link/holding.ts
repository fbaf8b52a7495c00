import { once } from "../document/once.ts";
import { says, spelledOut } from "./cues.ts";
import type { ExtractedDocument } from "./extracted.ts";
import type { Field } from "./field.ts";
import { isLetter, type Reach } from "./reaching.ts";
import type { LinkRules } from "./rules.ts";
import type { Answers } from "./sharing.ts";
import type { Unit } from "./unit.ts";

/**
 * "The Director will write to you in full by Friday": what holds a whole letter, or the answer to several questions, off until later answers
 * each of its asks that has no other answer, but for those that some other part replies to.
 */
export function withHolding(answers: Answers, field: Field, target: ExtractedDocument, rules: LinkRules): Answers {
  const { asked, units, reaches, comings } = field;
  const holding = once(() =>
    units.filter((unit) => reaches.ofUnit[unit.index]!.values().some(isWhole) && putsOff(unit, target, rules)),
  );
  const come = new Set(comings.values());
  return answers.map((own, item) => {
    if (own.length > 0 || come.has(item) || asked[item]!.item.restated) return own;
    const first = holding().find(({ index }) => isWhole(reaches.ofUnit[index]!.get(item)));
    if (!first) return own;
    const elsewhere = units.some(({ index, part }) => part !== first.part && reaches.ofUnit[index]!.has(item));
    return elsewhere ? own : [first];
  });
}

/** In a letter, or in an answer that stands under a question in several parts. */
const isWhole = (how: Reach | undefined): boolean => isLetter(how) || how === "stated";

function putsOff({ text, segment }: Unit, { structure }: ExtractedDocument, rules: LinkRules): boolean {
  const words = spelledOut(text);
  if (says(words, rules.replyHoldings)) return true;
  return structure.segments[segment]!.kind === "answer" && says(words, rules.answerHoldings);
}
