import { get } from "./api.ts";
import { allSent } from "./under-way.ts";
import type { ItemRow, Listed } from "./views.ts";

/** The queues of the desk: their names in the address, what they are called, and what of the API they ask for. */
export const QUEUES = {
  doubt: { name: "Most doubtful", asks: { pairs: "true", reviewed: "false", order: "doubt" } },
  newest: { name: "Newest", asks: { pairs: "true", reviewed: "false", order: "newest" } },
  overdue: { name: "Overdue", asks: { reviewed: "false", order: "doubt", overdue: "true" } },
  mine: { name: "Mine", asks: { order: "newest", mine: "true" } },
} as const satisfies Record<string, { name: string; asks: Record<string, string> }>;
export type QueueName = keyof typeof QUEUES;

/** The queue that an address names; the most doubtful first where it names none. */
export const queueOf = (query: URLSearchParams): QueueName => {
  const name = query.get("queue") ?? "";
  return Object.hasOwn(QUEUES, name) ? (name as QueueName) : "doubt";
};

/** The list of a queue, narrowed as the address says. */
export function queuePath(query: URLSearchParams, most: number): string {
  const asked = new URLSearchParams(query);
  asked.delete("queue");
  for (const [name, value] of Object.entries({ ...QUEUES[queueOf(query)].asks, most: `${most}` }))
    asked.set(name, value);
  return `/items?${asked}`;
}

/** Seen since the desk was opened: they come again when nothing else is left. */
const seen = new Set<string>();

/** How many rows are asked for at first, and where all of those were seen. */
const FEW = 20;
const MANY = 200;

/** The address of the next pair to decide on after this one; the queue's own page when there is none. */
export async function nextPair(query: URLSearchParams, current: string): Promise<string> {
  const next = (await unseen(query, current, FEW)) ?? (await unseen(query, current, MANY));
  if (next) return `/items/${next.id}?${query}`;
  // what was decided a moment ago must not come again
  await allSent();
  const { rows } = await get<Listed<ItemRow>>(queuePath(query, FEW));
  const again = rows.find((row) => row.id !== current);
  seen.clear();
  return again ? `/items/${again.id}?${query}` : `/review?${query}`;
}

async function unseen(query: URLSearchParams, current: string, most: number): Promise<ItemRow | undefined> {
  const { rows } = await get<Listed<ItemRow>>(queuePath(query, most));
  return rows.find((row) => row.id !== current && !seen.has(row.id));
}

/** This pair was left behind: it is not the next one again. */
export const passOver = (id: string): void => void seen.add(id);
