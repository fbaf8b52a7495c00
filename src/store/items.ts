import type { ExpressionBuilder, Kysely } from "kysely";
import type { Verdict } from "../records/decision.ts";
import { FLAT_COLUMNS, type FlatItem, type ReviewedItem } from "../records/flat-item.ts";
import type { ItemFilter, ItemPlace } from "./listing.ts";
import { reviewConditions } from "./review-conditions.ts";
import { ADDED, type CORRECTED, type ItemRows } from "./reviewed-rows.ts";
import type { Tables } from "./tables.ts";

/** How many rows travel at once: enough to make the query's own cost vanish, few enough to keep memory flat. */
const PAGE = 500;

/** The items that a filter lets through, in the order of documents; copies left out. */
export async function* listItems(db: Kysely<Tables>, filter: ItemFilter): AsyncIterable<ReviewedItem> {
  for await (const row of allRows(db, filter)) yield toReviewedItem(row, filter.blind);
}

/** All items as the machine found them, in the order of documents; copies left out. */
export async function* listMachineItems(db: Kysely<Tables>): AsyncIterable<FlatItem> {
  for await (const row of allRows(db, {})) if (row.added === 0) yield toFlatItem(machineOf(row) ?? row);
}

async function* allRows(db: Kysely<Tables>, filter: ItemFilter): AsyncIterable<ListedRow> {
  for (let after: ItemPlace | null = null; ; ) {
    const rows: ListedRow[] = await inDocuments(listedRows(db, filter), after).limit(PAGE).execute();
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = { uri: last.document_uri, document: last.document, ordinal: last.ordinal, doubt: 0, date: "" };
  }
}

/** Items that a filter lets through, each with what persons, and the one who asks, said of it. */
export const listedRows = (db: Kysely<Tables>, filter: ItemFilter) =>
  db
    .selectFrom("items")
    .leftJoin("reviews", "reviews.item", "items.key")
    .leftJoin("verdicts", (join) =>
      join.onRef("verdicts.item", "=", "items.key").on("verdicts.person", "=", filter.blind ?? ""),
    )
    .selectAll("items")
    .select(["reviews.verdict", "reviews.disputed", "reviews.corrected", "reviews.persons", "reviews.machine"])
    .select("verdicts.verdict as own")
    .where((at) => at.and(conditionsOf(at as never, filter)));
/** Such a query, as orders narrow it. */
export type Listing = ReturnType<typeof listedRows>;
/** A row of it. */
export type ListedRow = Awaited<ReturnType<Listing["execute"]>>[number];

/** In the order of documents, then as they stand, after a place. */
export function inDocuments(query: Listing, after: ItemPlace | null): Listing {
  const ordered = query.orderBy("items.document_uri").orderBy("items.document").orderBy("items.ordinal");
  if (!after) return ordered;
  const { uri, document, ordinal } = after;
  return ordered.where((at) =>
    at(at.refTuple("items.document_uri", "items.document", "items.ordinal"), ">", at.tuple(uri, document, ordinal)),
  );
}

const machineOf = ({ machine }: ListedRow): ItemRows["item"] | null =>
  machine ? (JSON.parse(machine) as ItemRows).item : null;

const isHidden = ({ own }: ListedRow, blind: string | undefined): boolean => blind !== undefined && own === null;

/** The row of an item as persons left it; under double review, to one who has not judged it, as the machine made it. */
export const shownRow = (row: ListedRow, blind: string | undefined): ItemRows["item"] =>
  (isHidden(row, blind) && machineOf(row)) || row;

/** A row of a list with what persons said, as far as the one who asks may know. */
export function toReviewedItem(row: ListedRow, blind: string | undefined): ReviewedItem {
  const hidden = isHidden(row, blind);
  const machine = hidden ? null : machineOf(row);
  const corrected = row.corrected?.split("; ") ?? [];
  const before = (column: (typeof CORRECTED)[number]) =>
    machine && corrected.includes(column) ? machine[column] : null;
  return {
    ...toFlatItem(shownRow(row, blind)),
    verdict: (blind === undefined ? row.verdict : row.own) as Verdict | null,
    disputed: row.disputed === 1 && !hidden,
    corrected: row.added === 1 ? ADDED : (!hidden && row.corrected) || null,
    decided_by: (!hidden && row.persons) || null,
    machine_kind: before("kind"),
    machine_text: before("text"),
    machine_to: before("to"),
    machine_deadline: before("deadline"),
    machine_outcome: before("outcome"),
    machine_reply_text: before("reply_text"),
  };
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
function toFlatItem(row: ItemRows["item"]): FlatItem {
  const flat = Object.fromEntries(FLAT_COLUMNS.map((column) => [column, row[column]]));
  return { ...flat, restated: row.restated === 1 } as FlatItem;
}
