import type { Asked } from "./asked.ts";
import type { Assignment } from "./assign.ts";
import type { Reach } from "./reaching.ts";
import type { Unit } from "./unit.ts";

/** An item (by index, too) with the sentences that answer it, if any, and what speaks for their doing so. */
export type Answer = {
  one: Asked;
  item: number;
  units: readonly Unit[];
  /** Those of the sentences that reach the item itself and not another for which it stands. */
  reached: readonly Unit[];
  /** How the first of them reaches it; null where none does. */
  how: Reach | null;
  /** The greatest value of a signal (by name) between them and the item; 0 where none has it. */
  strongest: (signal: string) => number;
};

/** The answer that an assignment gives to an item. */
export function answerTo(item: number, { asked, answers, reaches, signals }: Assignment): Answer {
  const units = answers[item]!;
  const reached = units.filter((unit) => reaches.ofUnit[unit.index]!.has(item));
  const spoken = reached.map((unit) => signals(unit.index, item));
  return {
    one: asked[item]!,
    item,
    units,
    reached,
    how: reached[0] ? reaches.ofUnit[reached[0].index]!.get(item)! : null,
    strongest: (signal) => Math.max(0, ...spoken.map((signals) => signals[signal] ?? 0)),
  };
}
