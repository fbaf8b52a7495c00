import { get } from "./api.ts";
import type { ItemRow, Listed } from "./views.ts";

/** Skipped since the desk was opened: they come again when nothing else is left. */
const skipped = new Set<string>();

/** The list of what is still to be decided, the most doubtful first, narrowed as the address says. */
export const queuePath = (query: URLSearchParams, most: number): string => {
  const asked = new URLSearchParams(query);
  for (const [name, value] of Object.entries({ pairs: "true", reviewed: "false", order: "doubt", most: `${most}` }))
    asked.set(name, value);
  return `/items?${asked}`;
};

/** The address of the next pair to decide on after this one; the queue's own page when there is none. */
export async function nextPair(query: URLSearchParams, current: string): Promise<string> {
  skipped.add(current);
  const { rows } = await get<Listed<ItemRow>>(queuePath(query, 200));
  const next = rows.find((row) => !skipped.has(row.id)) ?? rows.find((row) => row.id !== current);
  if (next && skipped.has(next.id)) skipped.clear();
  return next ? `/items/${next.id}?${query}` : `/review?${query}`;
}
