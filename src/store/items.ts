import type { ExpressionBuilder, Kysely } from "kysely";
import { FLAT_COLUMNS, type FlatItem } from "../records/flat-item.ts";
import type { ItemFilter } from "./listing.ts";
import { reviewConditions } from "./review-conditions.ts";
import type { Tables } from "./tables.ts";

/** How many rows travel at once: enough to make the query's own cost vanish, few enough to keep memory flat. */
const PAGE = 500;

/** The items that a filter lets through, in the order of documents; copies left out. */
export async function* listItems(db: Kysely<Tables>, filter: ItemFilter): AsyncIterable<FlatItem> {
  let after: { uri: string; document: string; ordinal: number } | null = null;
  for (;;) {
    const rows = await pageOfItems(db, filter, after);
    for (const row of rows) yield toFlatItem(row);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = { uri: last.document_uri, document: last.document, ordinal: last.ordinal };
  }
}

function pageOfItems(
  db: Kysely<Tables>,
  filter: ItemFilter,
  after: { uri: string; document: string; ordinal: number } | null,
) {
  let query = db
    .selectFrom("items")
    .selectAll("items")
    .where((at) => at.and(conditionsOf(at, filter)))
    .orderBy("items.document_uri")
    .orderBy("items.document")
    .orderBy("items.ordinal")
    .limit(PAGE);
  if (after)
    query = query.where((at) =>
      at(
        at.refTuple("items.document_uri", "items.document", "items.ordinal"),
        ">",
        at.tuple(after.uri, after.document, after.ordinal),
      ),
    );
  return query.execute();
}

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
    ...(by ? [at("items.by", "=", by)] : []),
    ...(to ? [at("items.to", "=", to)] : []),
    ...(datedBefore ? [at("items.part_date", "<", datedBefore)] : []),
    ...(datedAfter ? [at("items.part_date", ">", datedAfter)] : []),
    ...(mq ? [contains(at, "items.mq", mq)] : []),
    ...(body ? [at.or([contains(at, "items.by", body), contains(at, "items.to", body)])] : []),
    ...linkConditions(at, filter),
    ...otherConditions(at, filter),
    ...reviewConditions(at, filter),
    ...deadlineConditions(at, filter),
  ];
}

const contains = (at: Builder, column: "items.by" | "items.to" | "items.mq" | "items.text", words: string) =>
  at(at.fn<string>("lower", [column]), "like", `%${escapeLike(words.toLowerCase())}%`);

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

/** A row as one line of `items.jsonl`. */
export function toFlatItem(row: Record<string, unknown>): FlatItem {
  const flat = Object.fromEntries(FLAT_COLUMNS.map((column) => [column, row[column]]));
  return { ...flat, restated: row.restated === 1 } as FlatItem;
}
