import { align, type Candidates } from "./align.ts";
import type { Asked } from "./asked.ts";
import type { ExtractedDocument } from "./extracted.ts";
import { speakingOnly, withoutHolding } from "./passage.ts";
import { type Reaches, reachesOf } from "./reach.ts";
import type { LinkRules } from "./rules.ts";
import { shareOut } from "./sharing.ts";
import { compare, type Signals, signalsOf, weigh } from "./signals.ts";
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
  const candidates = units.map(({ index }) => {
    if (reaches.restating.has(index)) return new Map<number, number>();
    const items = [...reaches.ofUnit[index]!.keys()];
    return new Map(items.map((item) => [item, weigh(signals(index, item), rules.weights)]));
  });
  const staying = (at: number) => stayingAt(units, at, comparison.rare, rules);
  const chosen = align(candidates, staying, rules.weights.following);
  const byItem = Map.groupBy(units, (unit) => chosen[unit.index]!);
  const first = asked.map((_, item) => withoutHolding(speakingOnly(byItem.get(item) ?? [])));
  return { units, answers: shareOut(first, asked, candidates, reaches), candidates, signals, reaches };
}

/** Shared weight with the sentence before at which a sentence counts as half bound to it. */
const HALF = 3;

/** What it is worth to stay with an item at a sentence: much inside a paragraph, more where it goes on from the sentence before. */
function stayingAt(units: readonly Unit[], at: number, rare: (term: string) => number, { weights }: LinkRules): number {
  const unit = units[at]!;
  const before = units[at - 1]!;
  if (unit.manner.opens || unit.manner.back || unit.segment !== before.segment) return 0;
  const listed = unit.group !== null && (unit.group === before.group || before.text.endsWith(":"));
  if (listed && unit.block !== before.block) return weights["stay-list"] ?? 0;
  if (unit.block !== before.block) return unit.headingText === before.headingText ? (weights["stay-near"] ?? 0) : 0;
  const shared = sharedWeight(unit.terms, before.terms, rare);
  const bound = (weights.bound ?? 0) * (shared / (shared + HALF));
  return (weights.stay ?? 0) + bound + (unit.manner.goesOn ? (weights["goes-on"] ?? 0) : 0);
}
