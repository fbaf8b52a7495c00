import { type Kysely, sql } from "kysely";
import { conditionsOf, toFlatItem } from "./items.ts";
import type { ItemEntry, ItemFilter, ItemOrder, ItemPlace } from "./listing.ts";
import type { Tables } from "./tables.ts";

/** A page of items after a place in an order; see `Store.itemPage`. */
export async function pageOfEntries(
  db: Kysely<Tables>,
  filter: ItemFilter,
  order: ItemOrder,
  after: ItemPlace | null,
  most: number,
): Promise<ItemEntry[]> {
  const base = db
    .selectFrom("items")
    .leftJoin("reviews", "reviews.item", "items.key")
    .leftJoin("verdicts", (join) =>
      join.onRef("verdicts.item", "=", "items.key").on("verdicts.person", "=", filter.blind ?? ""),
    )
    .selectAll("items")
    .select(["reviews.verdict", "reviews.disputed", "verdicts.verdict as own"])
    .where((at) => at.and(conditionsOf(at as never, filter)))
    .limit(most);
  const query = ORDERS[order](base, after);
  return (await query.execute()).map((row) => ({
    ...toFlatItem(row),
    ordinal: row.ordinal,
    status: row.status,
    doubt: row.doubt,
    verdict: (filter.blind === undefined ? row.verdict : row.own) as ItemEntry["verdict"],
    disputed: row.disputed === 1 && (filter.blind === undefined || row.own !== null),
  }));
}

const startOf = (db: Kysely<Tables>) =>
  db
    .selectFrom("items")
    .leftJoin("reviews", "reviews.item", "items.key")
    .leftJoin("verdicts", "verdicts.item", "items.key")
    .selectAll("items")
    .select(["reviews.verdict", "reviews.disputed", "verdicts.verdict as own"]);
type Query = ReturnType<typeof startOf>;

function byDocument(query: Query, after: ItemPlace | null): Query {
  const ordered = query.orderBy("items.document_uri").orderBy("items.document").orderBy("items.ordinal");
  if (!after) return ordered;
  const { uri, document, ordinal } = after;
  return ordered.where((at) =>
    at(at.refTuple("items.document_uri", "items.document", "items.ordinal"), ">", at.tuple(uri, document, ordinal)),
  );
}

function byDoubt(query: Query, after: ItemPlace | null): Query {
  const ordered = query.orderBy("items.doubt", "desc").orderBy("items.document").orderBy("items.ordinal");
  if (!after) return ordered;
  const { doubt, document, ordinal } = after;
  return ordered.where((at) =>
    at.or([
      at("items.doubt", "<", doubt),
      at.and([
        at("items.doubt", "=", doubt),
        at(at.refTuple("items.document", "items.ordinal"), ">", at.tuple(document, ordinal)),
      ]),
    ]),
  );
}

/** ISO days sort as words do; "" comes before them all. */
const DAY = sql<string>`coalesce(items.part_date, '')`;

function byNewest(query: Query, after: ItemPlace | null): Query {
  const ordered = query.orderBy(DAY, "desc").orderBy("items.document").orderBy("items.ordinal");
  if (!after) return ordered;
  const { date, document, ordinal } = after;
  return ordered.where((at) =>
    at.or([
      at(DAY, "<", date),
      at.and([
        at(DAY, "=", date),
        at(at.refTuple("items.document", "items.ordinal"), ">", at.tuple(document, ordinal)),
      ]),
    ]),
  );
}

const ORDERS: Record<ItemOrder, (query: Query, after: ItemPlace | null) => Query> = {
  document: byDocument,
  doubt: byDoubt,
  newest: byNewest,
};
