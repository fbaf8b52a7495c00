import type { Kysely } from "kysely";
import type { FlatItem, ReviewedItem } from "../records/flat-item.ts";
import { type ListedRow, type Listing, listedRows, machineOf, toFlatItem, toReviewedItem } from "./listed-rows.ts";
import type { ItemFilter, ItemPlace } from "./listing.ts";
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

/** In the order of documents, then as they stand, after a place. */
export function inDocuments(query: Listing, after: ItemPlace | null): Listing {
  const ordered = query.orderBy("items.document_uri").orderBy("items.document").orderBy("items.ordinal");
  if (!after) return ordered;
  const { uri, document, ordinal } = after;
  return ordered.where((at) =>
    at(at.refTuple("items.document_uri", "items.document", "items.ordinal"), ">", at.tuple(uri, document, ordinal)),
  );
}
