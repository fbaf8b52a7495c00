import type { Outcome } from "../records/link.ts";
import type { ItemStatus } from "./stored.ts";

/** Whether anything came back to an item of a kind, as far as the outcomes of its links tell. */
export function itemStatus(kind: string, outcomes: readonly Outcome[]): ItemStatus {
  if (kind === "undertaking") return null;
  if (outcomes.length === 0) return "open";
  return outcomes.some((outcome) => outcome !== "unanswered") ? "replied" : "unanswered";
}

const DAY = 86_400_000;

/** From one ISO day to another; null where one is not known. */
export const daysBetween = (from: string | null | undefined, to: string | null | undefined): number | null =>
  from && to ? Math.round((Date.parse(to) - Date.parse(from)) / DAY) : null;
