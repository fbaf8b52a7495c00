import { once } from "../document/once.ts";
import type { Asked } from "./asked.ts";
import { comingsOf } from "./coming.ts";
import type { ExtractedDocument } from "./extracted.ts";
import { heldOff } from "./passage.ts";
import { type Reaches, reachesOf } from "./reach.ts";
import type { LinkRules } from "./rules.ts";
import { compare, isWorthWeighing, type Signals, signalsOf } from "./signals.ts";
import { stayingSignals } from "./staying.ts";
import { type Unit, unitsOf } from "./unit.ts";

/** What may answer what in one document, and the signals for and against it, before anything is weighed. Items and sentences by index. */
export type Field = {
  asked: readonly Asked[];
  /** Its sentences; none where none of them may answer anything. */
  units: readonly Unit[];
  reaches: Reaches;
  /** For each sentence the items that it may answer. */
  options: readonly (readonly number[])[];
  /** Sentences that answer an item for certain: by the reply's own coming. */
  comings: ReadonlyMap<number, number>;
  /** The signals between a sentence and an item that may reach it. */
  signals: (unit: number, item: number) => Signals;
  /** The signals for staying with an item from the sentence before one on. */
  staying: (unit: number) => Signals;
};

/** What in `target` may answer the items asked in `asking` (the same document or another). */
export function fieldOf(
  asking: ExtractedDocument,
  asked: readonly Asked[],
  target: ExtractedDocument,
  rules: LinkRules,
): Field {
  const read = once(() => unitsOf(target, rules));
  const reaches = reachesOf(asking, asked, target, read, rules);
  const units = reaches.ofUnit.length > 0 ? read() : [];
  const reached = units.filter((unit) => reaches.ofUnit[unit.index]!.size > 0);
  const comparison = compare(asked, units, reached, rules);
  const comings = comingsOf(asked, units, reaches, rules);
  const come = new Set(comings.values());
  const silent = new Set([...reaches.restating, ...heldOff(units, reaches, rules)]);
  const options = units.map((unit) => {
    if (silent.has(unit.index)) return [];
    const coming = comings.get(unit.index);
    if (coming !== undefined) return [coming];
    return [...reaches.ofUnit[unit.index]!].flatMap(([item, how]) =>
      !come.has(item) && isWorthWeighing(unit, item, how, comparison) ? [item] : [],
    );
  });
  return {
    asked,
    units,
    reaches,
    options,
    comings,
    signals: (unit, item) => signalsOf(units[unit]!, item, reaches.ofUnit[unit]!.get(item)!, comparison),
    staying: (at) => stayingSignals(units, at, comparison.rare),
  };
}
