import { firstEndingAfter, overlaps } from "../../document/span.ts";
import { letGo } from "../candidate.ts";
import { judgementOf } from "../decide.ts";
import type { Pass } from "./pass.ts";

/** Of candidates that share words only the likeliest stays; of equally likely ones the longer, then the earlier. */
export const settleOverlaps: Pass = (candidates, { decision }) => {
  const live = candidates.filter((candidate) => !candidate.letGo);
  const likely = new Map(live.map((candidate) => [candidate, judgementOf(candidate, decision).decisive]));
  const order = live.toSorted(
    (a, b) => likely.get(b)! - likely.get(a)! || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const kept: typeof order = [];
  for (const candidate of order) {
    const at = firstEndingAfter(kept, candidate.start);
    if (!kept[at] || !overlaps(kept[at], candidate)) kept.splice(at, 0, candidate);
  }
  const stays = new Set(kept);
  return candidates.map((candidate) =>
    candidate.letGo || stays.has(candidate)
      ? candidate
      : letGo(candidate, "overlap", "another reading of the same words is likelier"),
  );
};
