import { oncePer } from "../document/once.ts";
import type { Assignment } from "./assign.ts";
import type { Unit } from "./unit.ts";

/** An assignment seen from its items. Sentences, items and paragraphs by index; lengths in UTF-16 code units. */
export type View = {
  /** The items that each sentence answers. */
  owners: ReadonlyMap<number, readonly number[]>;
  /** The sentences that may answer each item. */
  reached: ReadonlyMap<number, readonly Unit[]>;
  /** How much of the text answers each item, over all alignments. */
  expected: ReadonlyMap<number, number>;
  /** How long the sentences of each paragraph, and of each segment, are. */
  paragraphs: ReadonlyMap<number, number>;
  segments: ReadonlyMap<number, number>;
  /** For each item the last sentence that answers the nearest answered item before it, and the first that answers the nearest after it; null for none. */
  neighbours: readonly Neighbours[];
};

/** Where the answers to the items around one end and begin, by the sentences' indexes. */
export type Neighbours = { before: number | null; after: number | null };

/** The view of an assignment, made once: its items ask for it one after the other. */
export const viewOf = oncePer(
  (assignment: Assignment): View => ({
    owners: ownersIn(assignment),
    reached: reachedIn(assignment),
    expected: expectedIn(assignment),
    paragraphs: lengthsBy(assignment.units, ({ block }) => block),
    segments: lengthsBy(assignment.units, ({ segment }) => segment),
    neighbours: neighboursIn(assignment),
  }),
);

function ownersIn({ answers }: Assignment): View["owners"] {
  const owners = new Map<number, number[]>();
  for (const [item, units] of answers.entries())
    for (const { index } of units) owners.set(index, [...(owners.get(index) ?? []), item]);
  return owners;
}

function reachedIn({ units, candidates }: Assignment): View["reached"] {
  const reached = new Map<number, Unit[]>();
  for (const unit of units)
    for (const item of candidates[unit.index]!.keys()) {
      const list = reached.get(item) ?? [];
      list.push(unit);
      reached.set(item, list);
    }
  return reached;
}

function expectedIn({ units, chances }: Assignment): View["expected"] {
  const expected = new Map<number, number>();
  for (const [unit, items] of chances().entries())
    for (const [item, chance] of items)
      expected.set(item, (expected.get(item) ?? 0) + chance * units[unit]!.text.length);
  return expected;
}

function lengthsBy(units: readonly Unit[], placeOf: (unit: Unit) => number): Map<number, number> {
  const lengths = new Map<number, number>();
  for (const unit of units) lengths.set(placeOf(unit), (lengths.get(placeOf(unit)) ?? 0) + unit.text.length);
  return lengths;
}

function neighboursIn({ answers }: Assignment): Neighbours[] {
  let before: number | null = null;
  const out: Neighbours[] = answers.map((units) => {
    const own = { before, after: null };
    before = units.at(-1)?.index ?? before;
    return own;
  });
  let after: number | null = null;
  for (let item = answers.length - 1; item >= 0; item--) {
    out[item]!.after = after;
    after = answers[item]![0]?.index ?? after;
  }
  return out;
}
