import { type Kysely, sql, type Transaction } from "kysely";
import type { Engine } from "./engine.ts";
import { layReviews } from "./lay-reviews.ts";
import type { Tables } from "./tables.ts";

/** What reviewing needs: how doubtful each item is, the log of decisions, and what the log comes to. */
export async function createReviews(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await db.schema
    .alterTable("items")
    .addColumn("doubt", "double precision", (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.createIndex("items_by_doubt").on("items").columns(["doubt desc", "document", "ordinal"]).execute();
  let decisions = db.schema
    .createTable("decisions")
    .addColumn("id", engine.counter, (column) => column.primaryKey())
    .addColumn("seen", "integer", (column) => column.notNull());
  for (const column of ["document", "item", "person", "decided_at", "version", "act"])
    decisions = decisions.addColumn(column, engine.text, (definition) => definition.notNull());
  await decisions.addColumn("key", engine.text, (column) => column.notNull().unique()).execute();
  await db.schema.createIndex("decisions_item").on("decisions").column("item").execute();
  await engine.forbidUpdates(db, "decisions");
  await db.schema
    .createTable("reviews")
    .addColumn("item", engine.text, (column) => column.primaryKey())
    .addColumn("document", engine.text, (column) => column.notNull())
    .addColumn("verdict", engine.text)
    .addColumn("disputed", "integer", (column) => column.notNull())
    .execute();
}

/** All that statistics read of an item, so that counting does not touch its words. */
export async function indexCounting(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex("items_counted")
    .on("items")
    .columns(["document", "kind", "status", "part_date", "to", "key"])
    .execute();
  await db.schema.createIndex("item_links_counted").on("item_links").columns(["document", "outcome"]).execute();
}

/** What persons say of items is laid over the items' rows, which are kept as the machine made them; see `layReview`. */
export async function createLaidReviews(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await db.schema
    .alterTable("items")
    .addColumn("added", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.alterTable("reviews").addColumn("machine", engine.text).execute();
  for (const column of ["corrected", "persons"])
    await db.schema
      .alterTable("reviews")
      .addColumn(column, engine.text, (definition) => definition.notNull().defaultTo(""))
      .execute();
  await db.schema.createIndex("reviews_document").on("reviews").column("document").execute();
  // the order of the newest, as lists ask for it
  await sql`create index items_newest on items (coalesce(part_date, '') desc, document, ordinal)`.execute(db);
}

/**
 * Puts beside who asks and is asked their full names, which what was published before gets when it is read anew; and lays what persons said before
 * their reviews were laid. Laying writes all columns of today: it comes after whatever adds one.
 */
export async function addBodies(db: Kysely<unknown>, engine: Engine): Promise<void> {
  for (const column of ["by_body", "to_body"])
    await db.schema
      .alterTable("items")
      .addColumn(column, engine.text, (definition) => definition.notNull().defaultTo(""))
      .execute();
  await sql`update items set by_body = coalesce("by", ''), to_body = coalesce("to", '')`.execute(db);
  const tables = db as unknown as Transaction<Tables>;
  const reviewed = await tables.selectFrom("reviews").select("document").distinct().execute();
  for (const { document } of reviewed) await layReviews(tables, [document]);
}
