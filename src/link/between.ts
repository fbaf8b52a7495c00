import type { Outcome } from "../records/link.ts";
import type { Field } from "./field.ts";
import { isLetter } from "./reaching.ts";
import type { Answers } from "./sharing.ts";
import type { Unit } from "./unit.ts";

/** From this share of neighbours answered in the order in which they were asked, a reply goes by that order. */
const ORDERLY = 0.75;
/** And of so many at least. */
const ENOUGH = 2;
/** What stands between two answers is the third's where it is no longer than this, in sentences. */
const LONGEST = 6;

/** What may answer what and does so far: the sentences `taken` by an item, and the items answered by the coming of a reply. */
type Told = { field: Field; answers: Answers; taken: ReadonlySet<number>; come: ReadonlySet<number> };

/**
 * A reply that takes what was asked mostly in its order answers what is left between two of its answers by what stands between them: whole
 * paragraphs that speak to nothing else. What was asked together, in one paragraph, may be answered in one.
 */
export function withBetween(answers: Answers, field: Field): Answers {
  const taken = new Set(answers.flat().map(({ index }) => index));
  const told = { field, answers, taken, come: new Set(field.comings.values()) };
  const parts = Map.groupBy(field.asked.keys(), (item) => field.asked[item]!.item.part);
  const found = new Map([...parts.values()].flatMap((items) => betweenOf(items, told)));
  return answers.map((own, item) => found.get(item) ?? own);
}

function betweenOf(items: readonly number[], told: Told): [number, readonly Unit[]][] {
  const { answers, come } = told;
  const answered = items.filter((item) => answers[item]!.length > 0 && !come.has(item));
  const asRead = answered.sort((a, b) => answers[a]![0]!.index - answers[b]![0]!.index || a - b);
  const pairs = asRead.slice(1).map((item, nth) => [asRead[nth]!, item] as const);
  const inOrder = pairs.filter(([before, after]) => before < after);
  if (inOrder.length < ENOUGH || inOrder.length / pairs.length < ORDERLY) return [];
  const places = new Map(items.map((item, place) => [item, place]));
  return inOrder.flatMap(([before, after]) => {
    const left = items.slice(places.get(before)! + 1, places.get(after)!).filter((item) => isOpen(item, told));
    if (left.length === 0) return [];
    return shared(left, freeBetween(answers[before]!.at(-1)!, answers[after]![0]!, left, told), told);
  });
}

/** Some paragraphs shared out among what is left: a paragraph each; all to one; one to what was asked together, by its sentences where they are as many. */
function shared(left: readonly number[], paragraphs: readonly Unit[][], { field }: Told): [number, readonly Unit[]][] {
  const each = (stretches: readonly (readonly Unit[])[]) =>
    left.map((item, at): [number, readonly Unit[]] => [item, stretches[at]!]);
  if (left.length === paragraphs.length) return each(paragraphs);
  if (paragraphs.length > 0 && left.length === 1) return each([paragraphs.flat()]);
  const together = new Set(left.map((item) => field.asked[item]!.block)).size === 1;
  if (paragraphs.length !== 1 || !together) return [];
  const units = paragraphs[0]!;
  return each(left.map((_, at) => (units.length === left.length ? [units[at]!] : units)));
}

/** What was said to an item at once leaves it open for a letter where it is one of these. */
const OPEN_AT_HOME: ReadonlySet<Outcome> = new Set(["deferred", "partly-accepted", "unanswered"]);

function isOpen(item: number, { field: { asked, reaches }, answers, come }: Told): boolean {
  const { item: one, wantsReply, leans, atHome } = asked[item]!;
  if (atHome !== null && !OPEN_AT_HOME.has(atHome)) return false;
  return (
    answers[item]!.length === 0 &&
    !one.restated &&
    !wantsReply &&
    !leans &&
    !reaches.standsFor.has(item) &&
    !come.has(item)
  );
}

function freeBetween(from: Unit, to: Unit, left: readonly number[], { field, taken }: Told): Unit[][] {
  const between = field.units.slice(from.index + 1, to.index);
  if (from.part !== to.part || between.length === 0 || between.length > LONGEST) return [];
  const may = ({ index, manner, topic }: Unit) =>
    !taken.has(index) &&
    !field.reaches.restating.has(index) &&
    !manner.courtesy &&
    !manner.echo &&
    !topic &&
    left.every((item) => isLetter(field.reaches.ofUnit[index]!.get(item)));
  const whole = [...Map.groupBy(between, (unit) => unit.block).values()].map((units) => units.filter(may));
  return whole.filter((units) => units.length > 0 && units[0]!.block !== from.block && units[0]!.block !== to.block);
}
