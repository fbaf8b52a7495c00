import { sectionAt } from "../../document/section.ts";
import { letGo } from "../candidate.ts";
import { eachOf, type PassContext } from "./pass.ts";

/** A minute's number has a sign in it ("P/25/33", "4.2"); a plain one may number the actions themselves. */
const MINUTE = /\d[./]\d/;

/**
 * Minutes that close with a schedule of actions say each twice: what is promised under a minute that the schedule names stands there,
 * in the consolidated list. What stands above the minutes are the actions of earlier ones.
 */
export const dropScheduled = eachOf((candidate, context) => {
  const { segment, start, block } = candidate.sentences[0]!;
  if (candidate.letGo || candidate.kind !== "undertaking" || context.structure.segments[segment]!.kind === "action")
    return candidate;
  const scheduled = scheduledIn(context);
  if (scheduled.size === 0) return candidate;
  const { blocks, text } = context.document;
  const headings = sectionAt(context.document, start).map((heading) => text.slice(heading.start, heading.end));
  const numbers = [blocks[block]!.label, ...headings.map((heading) => /^\S+/.exec(heading)?.[0])];
  return numbers.some((number) => number && (scheduled.get(number) ?? 0) > start)
    ? letGo(candidate, "scheduled", "the schedule of actions has what was promised under this minute")
    : candidate;
});

const known = new WeakMap<PassContext["structure"], ReadonlyMap<string, number>>();

/** Where the minutes that rows of actions name last stand in such a row; looked for once a document. */
function scheduledIn({ structure }: PassContext): ReadonlyMap<string, number> {
  const found =
    known.get(structure) ??
    new Map(
      structure.segments.flatMap(({ kind, label, start }) =>
        kind === "action" && label !== null && MINUTE.test(label) ? [[label, start] as const] : [],
      ),
    );
  known.set(structure, found);
  return found;
}
