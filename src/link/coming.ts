import type { Asked } from "./asked.ts";
import { says, spelledOut } from "./cues.ts";
import type { Reaches } from "./reach.ts";
import { isLetter } from "./reaching.ts";
import type { LinkRules } from "./rules.ts";
import type { Unit } from "./unit.ts";

/** How far into a reply its thanks for the letter may stand, in sentences. */
const OPENING = 6;

/**
 * "Please reply by 4 May" is answered by the reply's having come: by what it says of its own coming ("I am sorry that this reaches you late"),
 * else by its acknowledgement of the letter. Indexes of such sentences to the item that they answer.
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
    const at = free.findIndex((unit) => unit.manner.replies);
    const first = free[at] ?? free.slice(0, OPENING).find(acknowledges);
    if (!first) return;
    const run = free.slice(free.indexOf(first) + 1);
    const stop = run.findIndex((unit) => !unit.manner.replies || unit.block !== first.block);
    for (const unit of [first, ...run.slice(0, Math.max(0, stop))]) out.set(unit.index, item);
  });
  return out;
}
