import type { Field } from "./field.ts";
import { isLetter } from "./reaching.ts";
import type { Answers } from "./sharing.ts";
import type { Unit } from "./unit.ts";

/** So many further sentences at least go on from what opens a paragraph; one more may be an aside. */
const GOES_ON = 2;
/** An opening of more sentences than this has said what there was to say. */
const OPENING = 2;

/**
 * Answers with the rest of a letter's last paragraph that they open: where a paragraph begins with the answer to one item and nothing of the
 * rest answers another or opens a new matter, the rest explains it.
 */
export function withParagraphRest(answers: Answers, field: Field): Answers {
  const owners = new Map<Unit, number>();
  for (const unit of answers.flat()) owners.set(unit, (owners.get(unit) ?? 0) + 1);
  const paragraphs = Map.groupBy(field.units, ({ block }) => block);
  return answers.map((own, item) => {
    const last = own.at(-1);
    if (!last || field.asked[item]!.wantsReply || !isLetter(field.reaches.ofUnit[last.index]!.get(item))) return own;
    const speaking = paragraphs.get(last.block)!.filter(speaks);
    const [opening, rest] = [
      speaking.filter((unit) => own.includes(unit)),
      speaking.filter(({ index }) => index > last.index),
    ];
    const alone = speaking.every((unit) => (owners.get(unit) ?? 0) === (own.includes(unit) ? 1 : 0));
    const goesOn = rest.every(({ index, manner }) => !manner.opens && !field.reaches.restating.has(index));
    const opens = opening[0] !== undefined && opening[0] === speaking[0] && opening.length <= OPENING;
    return opens && alone && goesOn && rest.length >= GOES_ON ? [...own, ...rest] : own;
  });
}

const speaks = ({ topic, manner }: Unit): boolean => !topic && !manner.echo && !manner.courtesy;
