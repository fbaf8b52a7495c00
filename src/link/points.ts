import type { Item } from "../records/item.ts";
import { bareLabel } from "./numbered.ts";
import type { Unit } from "./unit.ts";

/** A reply takes up what was asked point by point where its own points bear no other labels, and of those asked this share at least. */
const TAKEN_UP = 0.5;
const LEAST = 2;

/**
 * The item that each sentence of a reply answers by its place alone: where the reply numbers its points as what was asked is numbered ("1. £1,200",
 * "2. Not yet."). Sentences and items by index; empty where the numbers of the reply count something else.
 */
export function pointsAnswered(prose: readonly Unit[], open: readonly [Item, number][]): ReadonlyMap<number, number> {
  const asked = new Map<string, number | null>();
  for (const [{ label }, index] of open)
    if (label !== null) asked.set(bareLabel(label), asked.has(bareLabel(label)) ? null : index);
  const points = new Set(prose.flatMap(({ point }) => point ?? []));
  const alike =
    points.size >= Math.max(LEAST, TAKEN_UP * asked.size) && [...points].every((point) => asked.get(point) != null);
  if (!alike) return new Map();
  return new Map(prose.flatMap(({ index, point }) => (point === null ? [] : [[index, asked.get(point)!]])));
}
