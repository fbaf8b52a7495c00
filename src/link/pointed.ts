import type { Field } from "./field.ts";
import type { Unit } from "./unit.ts";

/** A sentence that shares less than this with an item does not speak to it. */
const SHARED = 0.2;

/**
 * An answer that only points to another ("Please see my answer to Question 12") with the sentence of that one that speaks most to the item,
 * whatever else that sentence answers.
 */
export function withPointed(own: readonly Unit[], item: number, { units, reaches, signals }: Field): readonly Unit[] {
  if (own.length === 0 || !own.every((unit) => unit.manner.pointer)) return own;
  const pointed = units.flatMap((unit) =>
    reaches.ofUnit[unit.index]!.get(item) === "pointed" ? [{ unit, shared: signals(unit.index, item).own ?? 0 }] : [],
  );
  const best = pointed.reduce((a, b) => (b.shared > a.shared ? b : a), pointed[0]!);
  return !best || best.shared < SHARED ? own : [...own, best.unit].sort((a, b) => a.index - b.index);
}
