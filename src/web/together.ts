import { get, type Refused } from "./api.ts";
import { decisionOn, handIn, takeBack } from "./under-way.ts";
import type { ItemRow, Pair } from "./views.ts";

/** A pair that was accepted together with others; `key` is null where it was not kept, since it had changed. */
export type Accepted = { item: string; key: string | null };

/** Accepts pairs one after the other, each only where it still is what the list showed; `tell` hears of each. Ends early when stopped. */
export async function acceptAll(
  rows: readonly ItemRow[],
  stopped: AbortSignal,
  tell: (done: readonly Accepted[]) => void,
): Promise<void> {
  const done: Accepted[] = [];
  for (const row of rows) {
    if (stopped.aborted) return;
    done.push({ item: row.id, key: await accept(row) });
    tell([...done]);
  }
}

async function accept(row: ItemRow): Promise<string | null> {
  try {
    const pair = await get<Pair>(`/items/${row.id}`);
    if (!isAsShown(pair, row)) return null;
    const sent = decisionOn(pair, { do: "verdict", verdict: "accepted" });
    await handIn(sent);
    return sent.decision.key;
  } catch (error) {
    // it changed while it was looked at; the reader is told how many did
    if ((error as Refused).status === 409) return null;
    throw error;
  }
}

/** Nobody accepts what they did not see. */
function isAsShown({ item, links, review }: Pair, row: ItemRow): boolean {
  const { text, outcome } = row.machine ?? row;
  return (
    review.verdict === row.verdict &&
    item.anchor.exact.replace(/\s+/g, " ") === text &&
    links.map((link) => link.outcome).join("; ") === (outcome ?? "")
  );
}

/** Takes back what was accepted together, the last first; `tell` hears what is left. */
export async function takeAllBack(
  accepted: readonly Accepted[],
  tell: (rest: readonly Accepted[]) => void,
): Promise<void> {
  const rest = [...accepted];
  for (const { item, key } of accepted.toReversed()) {
    if (key !== null) await takeBack({ item, key });
    rest.pop();
    tell([...rest]);
  }
}
