import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { FLAT_COLUMNS } from "../records/flat-item.ts";
import { createAccounts } from "./account-tables.ts";
import { createAttemptTable } from "./attempts.ts";
import { createDoubleReview } from "./double-review-tables.ts";
import { addUnsettledDue } from "./due-column.ts";
import type { ColumnType, Engine } from "./engine.ts";
import { addLooks } from "./inputs.ts";
import { addBodies, createLaidReviews, createReviews, indexCounting } from "./review-tables.ts";
import { createTallies } from "./tallies.ts";
import { createTracing } from "./tracing-tables.ts";

const INTEGERS: readonly string[] = ["restated", "page", "start", "end"];
const columnType = (column: string, { text }: Engine): ColumnType =>
  INTEGERS.includes(column) ? "integer" : column === "confidence" ? "double precision" : text;

/** All migrations by name, oldest first. A published one is never changed. */
export function migrationsFor(engine: Engine): Record<string, Migration> {
  return {
    "0001-first": { up: (db) => first(db, engine) },
    "0002-decisions": { up: (db) => createReviews(db, engine) },
    "0003-counting": { up: indexCounting },
    "0004-accounts": { up: (db) => createAccounts(db, engine) },
    "0005-double-review": { up: (db) => createDoubleReview(db, engine) },
    "0006-tallies": { up: (db) => createTallies(db, engine) },
    "0007-unsettled-due": { up: (db) => addUnsettledDue(db, engine) },
    "0008-tracing": { up: (db) => createTracing(db, engine) },
    "0009-laid-reviews": { up: (db) => createLaidReviews(db, engine) },
    "0010-bodies": { up: (db) => addBodies(db, engine) },
    "0011-attempts": { up: (db) => createAttemptTable(db, engine) },
    "0012-looks": { up: (db) => addLooks(db, engine) },
  };
}

async function first(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await createInputs(db, engine);
  await createDocuments(db, engine);
  await createFindings(db, engine);
  await createPassages(db, engine);
  await createDecisions(db, engine);
}

async function createInputs(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await db.schema
    .createTable("inputs")
    .addColumn("document", engine.text, (column) => column.notNull())
    .addColumn("location", engine.text, (column) => column.notNull())
    .addColumn("uri", engine.text, (column) => column.notNull())
    .addColumn("name", engine.text, (column) => column.notNull())
    .addPrimaryKeyConstraint("inputs_key", ["document", "location"])
    .execute();
  await db.schema.createIndex("inputs_location").on("inputs").column("location").execute();
  await db.schema
    .createTable("failures")
    .addColumn("location", engine.text, (column) => column.primaryKey())
    .addColumn("uri", engine.text, (column) => column.notNull())
    .addColumn("sha256", engine.text)
    .addColumn("key", engine.text, (column) => column.notNull())
    .addColumn("stage", engine.text, (column) => column.notNull())
    .addColumn("code", engine.text, (column) => column.notNull())
    .addColumn("message", engine.text, (column) => column.notNull())
    .addColumn("failed_at", engine.text, (column) => column.notNull())
    .execute();
  await db.schema.createIndex("failures_sha256").on("failures").column("sha256").execute();
}

const COUNTS = ["recommendations", "asks", "undertakings", "deadlines", "mq", "linked", "unanswered", "open"];

async function createDocuments(db: Kysely<unknown>, engine: Engine): Promise<void> {
  let documents = db.schema
    .createTable("documents")
    .addColumn("id", engine.text, (column) => column.primaryKey())
    .addColumn("bytes", "integer", (column) => column.notNull());
  for (const column of ["media_type", "pipeline", "read_key", "code", "card", "ingested_at"])
    documents = documents.addColumn(column, engine.text, (definition) => definition.notNull());
  for (const column of ["record_key", "record_hash", "name", "uri", "title", "copy_of", "kinds"])
    documents = documents.addColumn(column, engine.text);
  for (const column of COUNTS)
    documents = documents.addColumn(column, "integer", (definition) => definition.notNull().defaultTo(0));
  await documents.addColumn("record", engine.blob).execute();
  await db.schema.createIndex("documents_uri").on("documents").columns(["uri", "id"]).execute();
  await db.schema.createIndex("documents_name").on("documents").column("name").execute();
  await db.schema
    .createTable("stage_results")
    .addColumn("document", engine.text, (column) => column.notNull())
    .addColumn("stage", engine.text, (column) => column.notNull())
    .addColumn("key", engine.text, (column) => column.notNull())
    .addColumn("result", engine.blob, (column) => column.notNull())
    .addPrimaryKeyConstraint("stage_results_key", ["document", "stage"])
    .execute();
  await db.schema
    .createTable("pipelines")
    .addColumn("version", engine.text, (column) => column.primaryKey())
    .addColumn("name", engine.text, (column) => column.notNull())
    .addColumn("definition", engine.text, (column) => column.notNull())
    .execute();
}

async function createFindings(db: Kysely<unknown>, engine: Engine): Promise<void> {
  let items = db.schema
    .createTable("items")
    .addColumn("document", engine.text, (column) => column.notNull())
    .addColumn("ordinal", "integer", (column) => column.notNull())
    .addColumn("status", engine.text);
  for (const column of FLAT_COLUMNS) items = items.addColumn(column, columnType(column, engine));
  await items.addPrimaryKeyConstraint("items_key", ["document", "ordinal"]).execute();
  await db.schema.createIndex("items_by_key").on("items").column("key").execute();
  await db.schema.createIndex("items_order").on("items").columns(["document_uri", "document", "ordinal"]).execute();
  await db.schema
    .createTable("item_deadlines")
    .addColumn("document", engine.text, (column) => column.notNull())
    .addColumn("item", engine.text, (column) => column.notNull())
    .addColumn("date", engine.text)
    .execute();
  await db.schema
    .createTable("item_links")
    .addColumn("document", engine.text, (column) => column.notNull())
    .addColumn("id", engine.text, (column) => column.notNull())
    .addColumn("item", engine.text, (column) => column.notNull())
    .addColumn("replying", engine.text)
    .addColumn("outcome", engine.text, (column) => column.notNull())
    .addColumn("ambiguous", "integer", (column) => column.notNull())
    .execute();
  for (const table of ["item_deadlines", "item_links"])
    for (const column of ["document", "item"])
      await db.schema.createIndex(`${table}_${column}`).on(table).column(column).execute();
}

async function createPassages(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await db.schema
    .createTable("passages")
    .addColumn("id", engine.counter, (column) => column.primaryKey())
    .addColumn("document", engine.text, (column) => column.notNull())
    .addColumn("start", "integer", (column) => column.notNull())
    .addColumn("page", "integer")
    .addColumn("words", engine.text, (column) => column.notNull())
    .execute();
  await db.schema.createIndex("passages_document").on("passages").column("document").execute();
  await engine.createSearch(db);
}

async function createDecisions(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await db.schema
    .createTable("declared_pairs")
    .addColumn("asking", engine.text, (column) => column.notNull())
    .addColumn("answering", engine.text, (column) => column.notNull())
    .addColumn("declared_at", engine.text, (column) => column.notNull())
    .addPrimaryKeyConstraint("declared_pairs_key", ["asking", "answering"])
    .execute();
  await db.schema
    .createTable("notes")
    .addColumn("name", engine.text, (column) => column.primaryKey())
    .addColumn("value", engine.text, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("removals")
    .addColumn("document", engine.text, (column) => column.primaryKey())
    .addColumn("name", engine.text, (column) => column.notNull())
    .addColumn("why", engine.text, (column) => column.notNull())
    .addColumn("removed_at", engine.text, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("batches")
    .addColumn("id", engine.text, (column) => column.primaryKey())
    .addColumn("rules", engine.text, (column) => column.notNull())
    .addColumn("state", engine.text, (column) => column.notNull())
    .addColumn("summary", engine.text)
    .addColumn("started_at", engine.text, (column) => column.notNull())
    .addColumn("ended_at", engine.text)
    .execute();
}
