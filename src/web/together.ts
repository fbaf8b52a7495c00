import { decide, get, type Refused } from "./api.ts";
import { remember } from "./steps.ts";
import type { ItemRow, Pair } from "./views.ts";

/** A pair that was accepted together with others; `entry` is null where it was not kept, since it had changed. */
export type Accepted = { item: string; entry: number | null };

/** Accepts pairs one after the other, each only where it still is what the list showed; `tell` hears of each. Ends early when stopped. */
export async function acceptAll(
  rows: readonly ItemRow[],
  stopped: AbortSignal,
  tell: (done: readonly Accepted[]) => void,
): Promise<void> {
  const done: Accepted[] = [];
  for (const row of rows) {
    if (stopped.aborted) return;
    done.push({ item: row.id, entry: await accept(row) });
    tell([...done]);
  }
}

async function accept(row: ItemRow): Promise<number | null> {
  try {
    const pair = await get<Pair>(`/items/${row.id}`);
    if (!isAsShown(pair, row)) return null;
    const after = await decide(pair, { do: "verdict", verdict: "accepted" });
    remember(row.id, after);
    return after.entries.at(-1)!.id;
  } catch (error) {
    // it changed while it was looked at; the reader is told how many did
    if ((error as Refused).status === 409) return null;
    throw error;
  }
}

/** Nobody accepts what they did not see. */
const isAsShown = ({ item, links, review }: Pair, row: ItemRow): boolean =>
  review.verdict === row.verdict &&
  item.anchor.exact.replace(/\s+/g, " ") === row.text &&
  links.map((link) => link.outcome).join("; ") === (row.outcome ?? "");

/** Takes back what was accepted together, the last first; `tell` hears what is left. */
export async function takeBack(
  accepted: readonly Accepted[],
  tell: (rest: readonly Accepted[]) => void,
): Promise<void> {
  const rest = [...accepted];
  for (const { item, entry } of accepted.toReversed()) {
    if (entry !== null) await decide(await get<Pair>(`/items/${item}`), { do: "undo", entry });
    rest.pop();
    tell([...rest]);
  }
}
