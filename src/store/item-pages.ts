import { type Kysely, sql } from "kysely";
import { inDocuments } from "./items.ts";
import { type Listing, listedRows, shownRow, toReviewedItem } from "./listed-rows.ts";
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
  const rows = await ORDERS[order](listedRows(db, filter), after).limit(most).execute();
  return rows.map((row) => ({
    ...toReviewedItem(row, filter.blind),
    ordinal: row.ordinal,
    status: shownRow(row, filter.blind).status,
    doubt: row.doubt,
  }));
}

function byDoubt(query: Listing, after: ItemPlace | null): Listing {
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

function byNewest(query: Listing, after: ItemPlace | null): Listing {
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

const ORDERS: Record<ItemOrder, (query: Listing, after: ItemPlace | null) => Listing> = {
  document: inDocuments,
  doubt: byDoubt,
  newest: byNewest,
};
