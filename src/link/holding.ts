import { once } from "../document/once.ts";
import { says, spelledOut } from "./cues.ts";
import type { Field } from "./field.ts";
import type { LinkRules } from "./rules.ts";
import type { Answers } from "./sharing.ts";

/**
 * "The Director will write to you in full by Friday": what holds a whole letter off until later answers each of its asks that has no other
 * answer, but for those that some other part replies to.
 */
export function withHolding(answers: Answers, { asked, units, reaches, comings }: Field, rules: LinkRules): Answers {
  const reachesALetter = ({ index }: { index: number }) => reaches.ofUnit[index]!.values().some(isLetter);
  const holding = once(() =>
    units.filter((unit) => reachesALetter(unit) && says(spelledOut(unit.text), rules.replyHoldings)),
  );
  const come = new Set(comings.values());
  return answers.map((own, item) => {
    if (own.length > 0 || come.has(item) || asked[item]!.item.restated) return own;
    const first = holding().find(({ index }) => isLetter(reaches.ofUnit[index]!.get(item)));
    if (!first) return own;
    const elsewhere = units.some(({ index, part }) => part !== first.part && reaches.ofUnit[index]!.has(item));
    return elsewhere ? own : [first];
  });
}

const isLetter = (how: string | undefined): boolean => how === "letter" || how === "beside";
