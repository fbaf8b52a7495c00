import type { Asked } from "./asked.ts";
import { answeredByName } from "./points.ts";
import type { Restatement } from "./restatement.ts";
import { type Unit, unitsWithin } from "./unit.ts";

/**
 * A reply may set out all that was asked as one list, and answer it below in points with the same numbers: then everything below is the answer to each
 * of them. For each sentence there that stands in a point with the number of one, or in one that names it or goes on from there, the items (by
 * index) that it answers, and no others.
 */
export function answersGathered(
  asked: readonly Asked[],
  found: ReadonlyMap<number, number>,
  restatements: readonly Restatement[],
  read: () => readonly Unit[],
): Map<number, ReadonlySet<number>> {
  const below = Map.groupBy([...found], ([, at]) => restatements[at]!.answers[0]?.start ?? null);
  const out = new Map<number, ReadonlySet<number>>();
  for (const [start, those] of below) {
    if (start === null || those.length < 2) continue;
    const open = new Map(those.map(([item]) => [item, asked[item]!]));
    const { answers } = restatements[those[0]![1]]!;
    const units = answers.flatMap((span) => unitsWithin(read(), span));
    let last: ReadonlySet<number> = new Set();
    answeredByName(units, open).forEach((items, nth) => {
      if (items.size > 0) last = items;
      if (last.size > 0 && units[nth]!.point !== null) out.set(units[nth]!.index, last);
    });
  }
  return out;
}
