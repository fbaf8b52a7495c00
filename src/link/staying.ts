import type { Signals } from "./signals.ts";
import type { Unit } from "./unit.ts";
import { sharedWeight } from "./words.ts";

/** Shared weight with the sentence before at which a sentence counts as half bound to it. */
const HALF = 3;

/** The signals for staying with an item at a sentence: inside a paragraph, more where it goes on from the sentence before; little over a heading. */
export function stayingSignals(units: readonly Unit[], at: number, rare: (term: string) => number): Signals {
  const unit = units[at]!;
  const before = units[at - 1]!;
  if (unit.manner.back || unit.manner.opens || unit.segment !== before.segment) return {};
  const listed = unit.group !== null && (unit.group === before.group || before.text.endsWith(":"));
  if (listed && unit.block !== before.block) return { "stay-list": 1 };
  if (unit.block !== before.block) return unit.headingText === before.headingText ? { "stay-near": 1 } : {};
  const shared = sharedWeight(unit.terms(), before.terms(), rare);
  return { stay: 1, bound: shared / (shared + HALF), "goes-on": unit.manner.goesOn ? 1 : 0 };
}
