import type { Kysely } from "kysely";
import type { Verdict } from "../records/decision.ts";
import { FLAT_COLUMNS, type FlatItem, type ReviewedItem } from "../records/flat-item.ts";
import { conditionsOf } from "./item-conditions.ts";
import type { ItemFilter } from "./listing.ts";
import { ADDED, type CORRECTED, type ItemRows } from "./reviewed-rows.ts";
import type { Tables } from "./tables.ts";

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

/** The row as the machine made it, where persons changed it. */
export const machineOf = ({ machine }: ListedRow): ItemRows["item"] | null =>
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

/** A row as one line of `items.jsonl`. */
export function toFlatItem(row: ItemRows["item"]): FlatItem {
  const flat = Object.fromEntries(FLAT_COLUMNS.map((column) => [column, row[column]]));
  return { ...flat, restated: row.restated === 1 } as FlatItem;
}
