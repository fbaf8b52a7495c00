import { type Kysely, sql } from "kysely";
import type { Engine } from "./engine.ts";
import { UNSETTLED } from "./unsettled-due.ts";

/** Puts beside each item by when it is due, so that what is overdue is found by one column; and an index of days. */
export async function addUnsettledDue(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await db.schema.alterTable("items").addColumn("unsettled_due", engine.text).execute();
  await sql`update items set unsettled_due = (select min(d.date) from item_deadlines d where d.item = items.key)
    where not exists (select 1 from item_links l where l.item = items.key and l.outcome not in (${sql.join(UNSETTLED.map(sql.lit))}))`.execute(
    db,
  );
  await db.schema.createIndex("items_due").on("items").columns(["unsettled_due", "document"]).execute();
  await db.schema.createIndex("item_deadlines_date").on("item_deadlines").columns(["date", "item"]).execute();
}
