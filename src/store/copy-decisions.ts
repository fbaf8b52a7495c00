import type { Act } from "../records/decision.ts";
import type { Store } from "./store.ts";

/**
 * Adds one store's log of decisions to another's, entry by entry. The other store numbers them anew, so that what names an entry (an undo, the
 * last one seen) names the same one there. An entry that is there already is not added again.
 */
export async function copyDecisions(from: Store, to: Store): Promise<void> {
  const numbers = new Map<string, [old: number, now: number][]>();
  for await (const decision of from.decisions()) {
    const { item, key, id } = decision;
    const known = numbers.get(item) ?? [];
    const now = (old: number) => known.findLast(([each]) => each <= old)?.[1] ?? 0;
    await to.addDecision({ ...decision, seen: now(decision.seen), act: renumbered(decision.act, now) });
    const copied = (await to.decisionsOf(item)).find((entry) => entry.key === key)!;
    numbers.set(item, [...known, [id, copied.id]]);
  }
}

const renumbered = (act: Act, now: (old: number) => number): Act =>
  act.do === "undo" ? { ...act, entry: now(act.entry) } : act;
