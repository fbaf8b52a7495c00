import type { ChosenPassage } from "../records/decision.ts";
import type { Outcome } from "../records/link.ts";
import type { Review } from "../records/review.ts";
import { daysBetween, itemStatus } from "./item-status.ts";
import type { Tables } from "./tables.ts";
import { unsettledDue } from "./unsettled-due.ts";

/** What lists, filters, statistics and exports read of one item. */
export type ItemRows = { item: Tables["items"]; deadlines: Tables["item_deadlines"][]; links: Tables["item_links"][] };

/** A passage that a person chose, where its words stand now, in a document of that name and a part of that day. */
export type PlacedPassage = ChosenPassage & {
  name: string;
  page: number | null;
  partKind: string | null;
  date: string | null;
};

/** The passages of a review, looked up; null where it has none, or where the words of what is asked stand nowhere any more. */
export type Placed = { span: PlacedPassage | null; replies: readonly PlacedPassage[] | null };

/** The columns of lists that persons may correct. */
export const CORRECTED = ["kind", "text", "to", "deadline", "outcome", "reply_text"] as const;

/** What stands for an item that a person added in the list of its corrected columns. */
export const ADDED = "added";

/** An item's rows with what persons said of it laid over what the machine found. */
export function reviewedRows(machine: ItemRows, review: Review, placed: Placed): ItemRows {
  const deadlines = deadlinesOf(machine, review);
  const links = linksOf(machine, review, placed.replies, deadlines[0]?.date);
  const kind = review.kind ?? machine.item.kind;
  const outcomes = links.map(({ outcome }) => outcome as Outcome);
  const { key, document } = machine.item;
  const item = {
    ...machine.item,
    kind,
    form: kind === machine.item.kind ? machine.item.form : null,
    ...wordsOf(placed.span),
    ...(review.to && { to: review.to.join("; "), to_body: review.to.join("; ") }),
    ...(review.deadline && dueOf(review.deadline.date)),
    ...answerOf(review, placed.replies, outcomes),
    status: itemStatus(kind, outcomes),
    unsettled_due:
      unsettledDue(
        deadlines,
        links.map((link) => ({ ...link, outcome: link.outcome as Outcome })),
      ).get(key) ?? null,
  };
  return { item: { ...item, document }, deadlines, links };
}

/** The columns in which persons said otherwise than the machine. */
export const correctedColumns = (machine: ItemRows, reviewed: ItemRows): string[] =>
  CORRECTED.filter((column) => machine.item[column] !== reviewed.item[column]);

const oneLine = (words: string): string => words.replace(/\s+/g, " ");

const wordsOf = (span: PlacedPassage | null) =>
  span && { text: oneLine(span.exact), start: span.start, end: span.end, page: span.page };

const dueOf = (date: string | null) => ({ deadline: date, deadline_precision: date && "day", deadline_text: null });

function deadlinesOf({ item: { key, document }, deadlines }: ItemRows, { deadline }: Review): ItemRows["deadlines"] {
  if (!deadline) return deadlines;
  return deadline.date ? [{ document, item: key, date: deadline.date }] : [];
}

function linksOf(
  { item, links }: ItemRows,
  { outcome }: Review,
  replies: Placed["replies"],
  due: string | null | undefined,
): ItemRows["links"] {
  const link = (said: Outcome, reply?: PlacedPassage) => ({
    ...{ document: item.document, id: item.key, item: item.key, replying: reply?.document ?? null, outcome: said },
    ...{ ambiguous: 0, days: daysBetween(item.part_date, reply?.date) },
    late: reply?.date && item.part_date && due ? Number(reply.date > due) : null,
  });
  if (replies?.length === 0 || outcome === "unanswered") return [link("unanswered")];
  if (replies === null && outcome === null) return links;
  if (replies === null)
    return links.length === 0 ? [link(outcome!)] : links.map((each) => ({ ...each, outcome: outcome!, ambiguous: 0 }));
  const said =
    outcome ?? links.map((each) => each.outcome as Outcome).find((each) => each !== "unanswered") ?? "answered";
  return [...new Map(replies.map((reply) => [reply.document, link(said, reply)])).values()];
}

/** The columns that tell of replies; none where nobody said anything of them. */
function answerOf(
  { outcome }: Review,
  chosen: Placed["replies"],
  outcomes: readonly Outcome[],
): Partial<ItemRows["item"]> {
  if (chosen === null && outcome === null) return {};
  const said = { outcome: outcomes.join("; ") || null };
  const replies = outcome === "unanswered" ? [] : chosen;
  if (replies === null) return said;
  const joined = (values: readonly (string | number | null)[]) =>
    [...new Set(values.filter((value) => value !== null))].join("; ") || null;
  return {
    ...said,
    reply_text: replies.map(({ exact }) => oneLine(exact)).join("; ") || null,
    reply_document_name: joined(replies.map(({ name }) => name)),
    reply_document_id: joined(replies.map(({ document }) => document)),
    reply_page: joined(replies.map(({ page }) => page)),
    link_confidence: null,
  };
}
