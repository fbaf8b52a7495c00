import type { PublishedDocument, PublishedLink } from "./stored.ts";

/** A reply with one of these leaves the thing asked for still to come. */
export const UNSETTLED: readonly string[] = ["unanswered", "deferred", "noted"];

/** The first day by which each item is due that nothing settles, by the items' keys. */
export function unsettledDue(
  deadlines: PublishedDocument["deadlines"],
  links: readonly Pick<PublishedLink, "item" | "outcome">[],
): Map<string, string> {
  const settled = new Set(links.flatMap(({ item, outcome }) => (UNSETTLED.includes(outcome) ? [] : [item])));
  const due = new Map<string, string>();
  for (const { item, date } of deadlines) {
    const before = due.get(item);
    if (date && !settled.has(item) && (!before || date < before)) due.set(item, date);
  }
  return due;
}
