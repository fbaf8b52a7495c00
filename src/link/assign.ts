import { align, type Candidates } from "./align.ts";
import type { Asked } from "./asked.ts";
import { comingsOf } from "./coming.ts";
import type { ExtractedDocument } from "./extracted.ts";
import { heldOff, speakingOnly, withoutHolding } from "./passage.ts";
import { type Reaches, reachesOf } from "./reach.ts";
import type { LinkRules } from "./rules.ts";
import { shareOut } from "./sharing.ts";
import { compare, isWorthWeighing, type Signals, signalsOf, weigh } from "./signals.ts";
import { type Unit, unitsOf } from "./unit.ts";
import { sharedWeight } from "./words.ts";

/** Which sentences of a document answer which items, and how surely. Items and sentences by index. */
export type Assignment = {
  units: readonly Unit[];
  /** For each item the sentences that answer it, in reading order; empty where none does. */
  answers: readonly (readonly Unit[])[];
  candidates: readonly Candidates[];
  signals: (unit: number, item: number) => Signals;
  reaches: Reaches;
};

/** One assignment of the sentences of `target` to the items asked in `asking` (the same document or another). */
export function assign(
  asking: ExtractedDocument,
  asked: readonly Asked[],
  target: ExtractedDocument,
  rules: LinkRules,
): Assignment {
  const units = unitsOf(target, rules);
  const reaches = reachesOf(asking, asked, target, units, rules);
  const reached = units.filter((unit) => reaches.ofUnit[unit.index]!.size > 0);
  const comparison = compare(asked, units, reached);
  const signals = (unit: number, item: number) =>
    signalsOf(units[unit]!, item, reaches.ofUnit[unit]!.get(item)!, comparison);
  const comings = comingsOf(asked, units, reaches, rules);
  const come = new Set(comings.values());
  const silent = new Set([...reaches.restating, ...heldOff(units, reaches, rules)]);
  const candidates = units.map((unit) => {
    const { index } = unit;
    if (silent.has(index)) return new Map<number, number>();
    if (comings.has(index)) return new Map([[comings.get(index)!, COMING]]);
    const items = [...reaches.ofUnit[index]!].filter(
      ([item, how]) => !come.has(item) && isWorthWeighing(unit, item, how, comparison),
    );
    return new Map(items.map(([item]) => [item, weigh(signals(index, item), rules.weights)]));
  });
  const staying = (at: number) => weigh(stayingSignals(units, at, comparison.rare), rules.weights);
  const chosen = align(candidates, staying, movesOf(rules.weights));
  const byItem = Map.groupBy(units, (unit) => chosen[unit.index]!);
  const first = asked.map((_, item) => {
    const own = byItem.get(item) ?? [];
    return come.has(item) ? own : withoutHolding(speakingOnly(own));
  });
  return { units, answers: shareOut(first, asked, candidates, reaches), candidates, signals, reaches };
}

/** How surely a reply's word on its own coming answers the wish for a reply, in log-odds. */
const COMING = 3;
/** Shared weight with the sentence before at which a sentence counts as half bound to it. */
const HALF = 3;

const movesOf = ({ following = 0, ahead = 0, back = 0 }: LinkRules["weights"]) => ({ following, ahead, back });

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
