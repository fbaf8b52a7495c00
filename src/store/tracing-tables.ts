import type { Kysely } from "kysely";
import type { Engine } from "./engine.ts";

/** What tracing needs: how long each reply took, which documents are about each other, and where each number is cited. */
export async function createTracing(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await db.schema.alterTable("item_links").addColumn("days", "integer").execute();
  await db.schema.alterTable("item_links").addColumn("late", "integer").execute();
  await db.schema.createIndex("item_links_replying").on("item_links").columns(["replying", "document"]).execute();
  await db.schema.createIndex("item_links_days").on("item_links").columns(["days", "late", "document"]).execute();
  await db.schema
    .createTable("citations")
    .addColumn("document", engine.text, (column) => column.notNull())
    .addColumn("scheme", engine.text, (column) => column.notNull())
    .addColumn("value", engine.text, (column) => column.notNull())
    .addColumn("start", "integer", (column) => column.notNull())
    .addColumn("end", "integer", (column) => column.notNull())
    .addColumn("page", "integer")
    .addColumn("item", engine.text)
    .addColumn("words", engine.text, (column) => column.notNull())
    .execute();
  for (const column of ["document", "value"])
    await db.schema.createIndex(`citations_${column}`).on("citations").column(column).execute();
}
