import type { ExpressionBuilder } from "kysely";
import type { ItemFilter } from "./listing.ts";
import { reviewConditions } from "./review-conditions.ts";
import type { Tables } from "./tables.ts";

type Builder = ExpressionBuilder<Tables, "items">;

/** What must hold of an item for a filter to let it through. */
export function conditionsOf(at: Builder, filter: ItemFilter) {
  const { kind, body, document, status, mq, by, to, datedBefore, datedAfter } = filter;
  return [
    at.exists(
      at.selectFrom("documents").select("id").whereRef("id", "=", "items.document").where("copy_of", "is", null),
    ),
    ...(kind ? [at("items.kind", "=", kind)] : []),
    ...(document ? [at("items.document", "=", document)] : []),
    ...(status ? [at("items.status", "=", status)] : []),
    ...(by ? [at.or([at("items.by", "=", by), at("items.by_body", "=", by)])] : []),
    ...(to ? [at.or([at("items.to", "=", to), at("items.to_body", "=", to)])] : []),
    ...(datedBefore ? [at("items.part_date", "<", datedBefore)] : []),
    ...(datedAfter ? [at("items.part_date", ">", datedAfter)] : []),
    ...(mq ? [contains(at, "items.mq", mq)] : []),
    ...(body ? [at.or(PARTIES.map((column) => contains(at, column, body)))] : []),
    ...linkConditions(at, filter),
    ...otherConditions(at, filter),
    ...reviewConditions(at, filter),
    ...deadlineConditions(at, filter),
  ];
}

const PARTIES = ["items.by", "items.to", "items.by_body", "items.to_body"] as const;

/**
 * Whether a column holds words, without case. PostgreSQL takes such words to be rare, and would gather and sort all that hold them; of a comparison
 * it knows nothing, and walks the list in its order until a page is full.
 */
function contains(at: Builder, column: (typeof PARTIES)[number] | "items.mq" | "items.text", words: string) {
  const holds = at(at.fn<string>("lower", [column]), "like", `%${escapeLike(words.toLowerCase())}%`);
  return at(at.case().when(holds).then(1).else(0).end(), ">", 0);
}

function linkConditions(at: Builder, { outcome, ambiguous, daysFrom, daysTo, late }: ItemFilter) {
  const link = linksOf(at);
  const taking = link
    .$if(daysFrom !== undefined, (query) => query.where("days", ">=", daysFrom!))
    .$if(daysTo !== undefined, (query) => query.where("days", "<=", daysTo!))
    .$if(late === null, (query) => query.where("late", "is", null))
    .$if(typeof late === "boolean", (query) => query.where("late", "=", Number(late)));
  return [
    ...(outcome ? [at.exists(link.where("outcome", "=", outcome))] : []),
    ...(ambiguous ? [at.exists(link.where("ambiguous", "=", 1))] : []),
    ...(daysFrom === undefined && late === undefined ? [] : [at.exists(taking)]),
  ];
}

function otherConditions(at: Builder, { pairs, words, sure }: ItemFilter) {
  return [
    ...(pairs ? [at("items.status", "in", ["replied", "unanswered"])] : []),
    ...(words ? [contains(at, "items.text", words)] : []),
    // `doubt` is one less the least of these confidences, and 1 for a near tie
    ...(sure === undefined ? [] : [at("items.doubt", "<=", 1 - sure)]),
  ];
}

function deadlineConditions(at: Builder, { dueBefore, dueAfter, overdueOn }: ItemFilter) {
  // by the index of days, not item by item: of many items few are due then
  const due = at
    .selectFrom("item_deadlines")
    .select("item")
    .$if(dueBefore !== undefined, (query) => query.where("date", "<", dueBefore!))
    .$if(dueAfter !== undefined, (query) => query.where("date", ">", dueAfter!));
  return [
    ...(dueBefore || dueAfter ? [at("items.key", "in", due)] : []),
    ...(overdueOn ? [at("items.unsettled_due", "<", overdueOn)] : []),
  ];
}

const linksOf = (at: Builder) => at.selectFrom("item_links").select("item").whereRef("item", "=", "items.key");

/** SQLite's LIKE knows no escape character unless told: the two wild cards stand for themselves often enough to leave them out. */
const escapeLike = (words: string): string => words.replace(/[%_]/g, "");
