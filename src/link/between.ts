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
 * A reply that takes what was asked in its order answers what is left between two of its answers by what stands between them: whole paragraphs
 * that speak to nothing else.
 */
export function withBetween(answers: Answers, field: Field): Answers {
  const taken = new Set(answers.flat().map(({ index }) => index));
  const told = { field, answers, taken, come: new Set(field.comings.values()) };
  const parts = Map.groupBy(field.asked.keys(), (item) => field.asked[item]!.item.part);
  const found = new Map([...parts.values()].flatMap((items) => betweenOf(items, told)));
  return answers.map((own, item) => found.get(item) ?? own);
}

function betweenOf(items: readonly number[], told: Told): [number, Unit[]][] {
  const answerAt = (place: number) => told.answers[items[place]!]!;
  const answered = [...items.keys()].filter((place) => answerAt(place).length > 0);
  const pairs = answered.slice(1).map((place, nth) => [answered[nth]!, place] as const);
  const inOrder = pairs.filter(([a, b]) => answerAt(a).at(-1)!.index <= answerAt(b)[0]!.index);
  if (inOrder.length < ENOUGH || inOrder.length / pairs.length < ORDERLY) return [];
  return inOrder.flatMap(([before, after]) => {
    const left = items.slice(before + 1, after).filter((item) => isOpen(item, told));
    if (left.length === 0) return [];
    const paragraphs = freeBetween(answerAt(before).at(-1)!, answerAt(after)[0]!, left, told);
    if (left.length === 1 && paragraphs.length > 0) return [[left[0]!, paragraphs.flat()]];
    if (left.length !== paragraphs.length) return [];
    return left.map((item, at): [number, Unit[]] => [item, paragraphs[at]!]);
  });
}

/** What was said to an item at once leaves it open for a letter where it is one of these. */
const OPEN_AT_HOME: ReadonlySet<Outcome> = new Set(["deferred", "partly-accepted", "unanswered"]);

function isOpen(item: number, { field: { asked, reaches }, come }: Told): boolean {
  const { item: one, wantsReply, leans, atHome } = asked[item]!;
  if (atHome !== null && !OPEN_AT_HOME.has(atHome)) return false;
  return !one.restated && !wantsReply && !leans && !reaches.standsFor.has(item) && !come.has(item);
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
