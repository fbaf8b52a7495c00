import { sectionAt } from "../../document/section.ts";
import { type Candidate, letGo } from "../candidate.ts";
import type { Pass, PassContext } from "./pass.ts";

/** A minute's number has a sign in it ("P/25/33", "4.2"); a plain one may number the actions themselves. */
const MINUTE = /\d[./]\d/;

/**
 * Minutes that close with a schedule of actions say each twice: what is promised under a minute that the schedule names stands there,
 * in the consolidated list. What stands above the minutes are the actions of earlier ones.
 */
export const dropScheduled: Pass = (candidates, context) => {
  const scheduled = scheduledIn(context);
  return candidates.map((candidate) =>
    !candidate.letGo && candidate.kind === "undertaking" && isScheduled(candidate, scheduled, context)
      ? letGo(candidate, "scheduled", "the schedule of actions has what was promised under this minute")
      : candidate,
  );
};

/** Where the minutes that rows of actions name last stand in such a row. */
const scheduledIn = ({ structure }: PassContext): ReadonlyMap<string, number> =>
  new Map(
    structure.segments.flatMap(({ kind, label, start }) =>
      kind === "action" && label !== null && MINUTE.test(label) ? [[label, start] as const] : [],
    ),
  );

/** Whether what stands under a minute, which numbers its block or a heading over it, is in the schedule further down. */
function isScheduled(
  { sentences: [first] }: Candidate,
  scheduled: ReadonlyMap<string, number>,
  { document, structure }: PassContext,
): boolean {
  const { segment, start, block } = first!;
  if (scheduled.size === 0 || structure.segments[segment]!.kind === "action") return false;
  const headings = sectionAt(document, start).map((heading) => document.text.slice(heading.start, heading.end));
  const numbers = [document.blocks[block]!.label, ...headings.map((heading) => /^\S+/.exec(heading)?.[0])];
  return numbers.some((number) => number && (scheduled.get(number) ?? 0) > start);
}
