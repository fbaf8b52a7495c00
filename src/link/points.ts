import type { Asked } from "./asked.ts";
import { bareLabel } from "./numbered.ts";
import type { Unit } from "./unit.ts";

/** A reply takes up what was asked point by point where its own points bear no other labels, and of those asked this share at least, and so many. */
const TAKEN_UP = 0.5;
const LEAST = 2;

/**
 * The items that sentences of a reply answer by number or place alone, whatever their words: those that the reply names ("Question 3", "your
 * second request"), and, where it numbers its points as what was asked is numbered ("1. £1,200", "2. Not yet."), those of the same number.
 * For each sentence the items (by index) that it may so answer.
 */
export function answeredByName(prose: readonly Unit[], open: ReadonlyMap<number, Asked>): ReadonlySet<number>[] {
  const named = bearers(open, ({ names }) => [...names]);
  const numbered = bearers(open, ({ item: { label } }) => (label === null ? [] : [bareLabel(label)]));
  const points = new Set(prose.flatMap(({ point }) => point ?? []));
  const alike =
    points.size >= Math.max(LEAST, TAKEN_UP * numbered.size) &&
    [...points].every((point) => numbered.get(point)?.length === 1);
  const only = (items: readonly number[] | undefined) => (items?.length === 1 ? items : []);
  return prose.map(({ answers, point, block }, at) => {
    // what goes on from the sentence that names an item is weighed by its words
    const names = block === prose[at - 1]?.block && answers === prose[at - 1]?.answers ? [] : [...answers];
    const byPoint = alike && point !== null ? only(numbered.get(point)) : [];
    return new Set([...names.flatMap((name) => only(named.get(name))), ...byPoint]);
  });
}

/** For each name the items that bear it. */
function bearers(open: ReadonlyMap<number, Asked>, namesOf: (one: Asked) => readonly string[]): Map<string, number[]> {
  const borne = [...open].flatMap(([index, one]) => namesOf(one).map((name) => ({ name, index })));
  const byName = Map.groupBy(borne, ({ name }) => name);
  return new Map([...byName].map(([name, those]) => [name, those.map(({ index }) => index)]));
}
