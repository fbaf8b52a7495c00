import type { Candidates } from "./align.ts";
import type { Field } from "./field.ts";
import type { Answers } from "./sharing.ts";
import type { Unit } from "./unit.ts";

/** A paragraph that opens by speaking to an item by less than this, and nowhere by as much as that (log-odds), only stands after its answer. */
const FAINT = 0.5;
const STRONG = 1.5;

/**
 * Answers without the further paragraphs that hardly speak to what was asked. Below what was set out again they are kept, but for those that
 * close the reply: nothing in its part is answered after them.
 */
export function withoutTrailing(answers: Answers, field: Field, candidates: readonly Candidates[]): Answers {
  const lastOf = new Map<string, number>();
  for (const { part, index } of answers.flat()) lastOf.set(part, Math.max(index, lastOf.get(part) ?? 0));
  return answers.map((own, item) => {
    if (own.length < 2 || field.comings.has(own[0]!.index)) return own;
    const last = own.at(-1)!;
    const closes = lastOf.get(last.part) === last.index;
    const score = ({ index }: Unit) => candidates[index]!.get(item) ?? STRONG;
    const stated = ({ index }: Unit) => field.reaches.ofUnit[index]!.get(item) === "stated";
    const trails = (units: readonly Unit[]) =>
      (closes || !stated(units[0]!)) && score(units[0]!) < FAINT && units.every((unit) => score(unit) < STRONG);
    const further = [...Map.groupBy(own, ({ block }) => block).values()].slice(1);
    const faint = new Set(further.filter(trails).flat());
    const rest = own.filter((unit) => !faint.has(unit));
    // a verdict by itself is not all that an answer says
    return rest.every(({ manner }) => manner.verdicts.some(({ settles }) => settles)) ? own : rest;
  });
}
