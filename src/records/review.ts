import { z } from "zod";
import { type Act, ChosenPassage, type Decision, Verdict } from "./decision.ts";
import { shortId } from "./ids.ts";
import { type Item, ItemKind } from "./item.ts";
import { type Link, Outcome } from "./link.ts";

const TOPICS = ["verdict", "outcome", "kind", "span", "replies", "deadline", "to"] as const;

/** So many persons judge each item under double review; it then waits for nobody else. */
export const REVIEWERS = 2;

/** What persons say of one item, as the log of decisions has it. What nobody said anything about is null. */
export const Review = z.object({
  verdict: Verdict.nullable(),
  outcome: Outcome.nullable(),
  kind: ItemKind.nullable(),
  span: ChosenPassage.nullable(),
  replies: z.array(ChosenPassage).nullable(),
  deadline: z.object({ date: z.iso.date().nullable() }).nullable(),
  to: z.array(z.string()).nullable(),
  /** The words under which a person added it; null for the machine's own, and where the addition was taken back. */
  added: ChosenPassage.nullable(),
  comments: z.array(z.object({ entry: z.int(), by: z.string(), at: z.string(), words: z.string() })),
  /** Topics on which two persons said different things, neither having seen the other's; whoever decides having seen both ends it. */
  conflicts: z.array(z.enum(TOPICS)),
  /** The version of the pair that the last verdict was given on; null where there is none. */
  version: z.string().nullable(),
});
export type Review = z.infer<typeof Review>;

/** What the entries about one item come to; the last word counts, or that of whoever settled it. `entries` in the order of their ids. */
export function reviewOf(entries: readonly Decision[]): Review {
  const standing = standingOf(entries);
  const on = (topic: Act["do"]) => standing.filter((entry) => entry.act.do === topic);
  const last = (topic: Act["do"]) => settlingOf(on(topic)) ?? on(topic).at(-1);
  const said = <T extends Act["do"]>(topic: T) => last(topic)?.act as Extract<Act, { do: T }> | undefined;
  return {
    verdict: said("verdict")?.verdict ?? null,
    outcome: said("outcome")?.outcome ?? null,
    kind: said("kind")?.kind ?? null,
    span: said("span")?.passage ?? null,
    replies: said("replies")?.replies ?? null,
    deadline: dateOf(said("deadline")),
    to: said("to")?.to ?? null,
    added: said("item")?.passage ?? null,
    comments: standing.flatMap(({ id, by, at, act }) =>
      act.do === "comment" ? [{ entry: id, by, at, words: act.words }] : [],
    ),
    conflicts: TOPICS.filter((topic) => isDisputed(on(topic))),
    version: last("verdict")?.version ?? null,
  };
}

const dateOf = (act: Extract<Act, { do: "deadline" }> | undefined) => (act ? { date: act.date } : null);

/** The entries that nobody took back. Read from the last to the first, so that an undo that was undone has no effect. */
export function standingOf(entries: readonly Decision[]): Decision[] {
  const undone = new Set<number>();
  for (const { id, act } of entries.toReversed()) if (act.do === "undo" && !undone.has(id)) undone.add(act.entry);
  return entries.filter(({ id, act }) => act.do !== "undo" && !undone.has(id));
}

/** The entry that settles a topic, as long as nobody looked at another version of the pair since. */
const settlingOf = (entries: readonly Decision[]): Decision | undefined =>
  entries.findLast(({ settles, version }) => settles && version === entries.at(-1)!.version);

function isDisputed(entries: readonly Decision[]): boolean {
  const last = entries.at(-1);
  if (!last || settlingOf(entries)) return false;
  return entries.some(
    (entry) => entry.by !== last.by && entry.id > last.seen && JSON.stringify(entry.act) !== JSON.stringify(last.act),
  );
}

/** What a person sees of a pair, as 16 hex digits: where newer rules found other words or another reply, it is another version. */
export function pairVersion(item: Item, links: readonly Link[]): string {
  const seen = links.map(({ outcome, replies }) => [
    outcome,
    replies.map(({ document, anchor }) => [document, anchor.exact]),
  ]);
  return shortId(item.kind, item.anchor.exact, JSON.stringify(seen));
}
