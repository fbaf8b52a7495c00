import type { Candidates } from "./align.ts";
import type { Field } from "./field.ts";
import type { Unit } from "./unit.ts";

/** From this much of an item in what is said to be asked on, a sentence says what it answers. */
const ECHOED = 0.2;

/** What tells how well the sentences of a field speak to its items. */
type Told = { field: Field; candidates: readonly Candidates[] };

/**
 * The sentences given to an item that stand apart from its answer: shared words alone make one passage of a letter, or of a turn; further ones
 * must say what they answer ("You asked …", its number, "to come back to …") or stand under the item as set out again.
 */
export function straysOf(own: readonly Unit[], item: number, told: Told): Unit[] {
  const { reaches } = told.field;
  const reachOf = (unit: Unit) => reaches.ofUnit[unit.index]!.get(item);
  const loose = own.filter((unit) => reachOf(unit) !== "stated" && reachOf(unit) !== "under");
  const places = Map.groupBy(loose, (unit) => (reachOf(unit) === "next" ? unit.segment : unit.part));
  return [...places.values()].flatMap((units) => straysAmong(units, item, told));
}

function straysAmong(units: readonly Unit[], item: number, { field, candidates }: Told): Unit[] {
  const runs = runsOf(units);
  if (runs.length < 2) return [];
  const best = (run: readonly Unit[]) => Math.max(...run.map(({ index }) => candidates[index]!.get(item) ?? 0));
  const strongest = (among: readonly Unit[][]) => among.reduce((a, b) => (best(b) > best(a) ? b : a));
  const main = strongest(runs);
  const silent = runs.filter((run) => !run.some((unit) => saysWhat(unit, item, field)));
  const rest = silent.filter((run) => run !== main);
  if (silent.includes(main) || rest.length === 0) return rest.flat();
  // an answer that says what it answers may go on from one that did not
  const first = strongest(rest);
  return rest.filter((run) => run !== first || best(run) < best(main) / 2).flat();
}

/** Sentences that follow one another or share a paragraph. */
function runsOf(units: readonly Unit[]): Unit[][] {
  const runs: Unit[][] = [];
  for (const unit of units) {
    const before = runs.at(-1)?.at(-1);
    const near = before && (before.block === unit.block || before.index + 1 === unit.index);
    if (near && before.segment === unit.segment) runs.at(-1)!.push(unit);
    else runs.push([unit]);
  }
  return runs;
}

function saysWhat(unit: Unit, item: number, { signals }: Field): boolean {
  const { echoed = 0, labelled = 0, number = 0 } = signals(unit.index, item);
  return unit.comeback !== "" || labelled > 0 || number > 0 || echoed >= ECHOED;
}
