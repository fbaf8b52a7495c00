import type { Asked } from "./asked.ts";
import { says, spelledOut } from "./cues.ts";
import type { Reaches } from "./reach.ts";
import { isLetter } from "./reaching.ts";
import type { LinkRules } from "./rules.ts";
import type { Unit } from "./unit.ts";

/** How far into a reply its thanks for the letter may stand, in sentences. */
const OPENING = 6;

/**
 * "Please reply by 4 May" is answered by the reply's having come: by what it says of its own coming, first of its coming late or in time ("I am
 * sorry that this reaches you late"), else by its acknowledgement of the letter. Indexes of such sentences to the item that they answer.
 */
export function comingsOf(
  asked: readonly Asked[],
  units: readonly Unit[],
  { ofUnit, restating }: Reaches,
  rules: LinkRules,
): Map<number, number> {
  const out = new Map<number, number>();
  asked.forEach(({ wantsReply }, item) => {
    if (!wantsReply) return;
    const free = units.filter(
      ({ index }) => isLetter(ofUnit[index]!.get(item)) && !restating.has(index) && !out.has(index),
    );
    const acknowledges = (unit: Unit) => says(spelledOut(unit.text), rules.replyOpenings);
    const opening = free.slice(0, OPENING);
    const first =
      opening.find((unit) => unit.manner.replies && says(spelledOut(unit.text), rules.replyTimed)) ??
      free.find((unit) => unit.manner.replies) ??
      opening.find(acknowledges);
    if (!first) return;
    const at = free.indexOf(first);
    const goesOn = (unit: Unit) => unit.manner.replies && unit.block === first.block;
    const before = free.slice(0, at).findLastIndex((unit) => !goesOn(unit)) + 1;
    const after = free.findIndex((unit, index) => index > at && !goesOn(unit));
    for (const unit of free.slice(before, after < 0 ? at + 1 : after)) out.set(unit.index, item);
  });
  return out;
}
