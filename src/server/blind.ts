import type { Decision } from "../records/decision.ts";
import { REVIEWERS, standingOf } from "../records/review.ts";
import type { Person } from "./person.ts";

/**
 * The entries of one item that a person may see under double review: their own until they have judged it themselves, then all. Who settles
 * differences sees all once there may be one. That a person added the item is no secret.
 */
export function visibleTo(person: Person, entries: readonly Decision[]): Decision[] {
  const judges = new Set(standingOf(entries).flatMap(({ by, act }) => (act.do === "verdict" ? [by] : [])));
  const settling = person.scopes.includes("adjudicate") && judges.size >= REVIEWERS;
  if (judges.has(person.name) || settling) return [...entries];
  return entries.filter(({ by, act }) => by === person.name || act.do === "item");
}

/** The last entry up to which a person has seen them all: where something before it was hidden, they have not seen so far as they say. */
export function trulySeen(seen: number, entries: readonly Decision[], visible: readonly Decision[]): number {
  const shown = new Set(visible.map(({ id }) => id));
  const hidden = entries.find(({ id }) => !shown.has(id));
  return hidden ? Math.min(seen, hidden.id - 1) : seen;
}
