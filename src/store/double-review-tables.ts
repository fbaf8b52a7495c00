import type { Kysely } from "kysely";
import { decisionsOf } from "./decision-log.ts";
import { keepVerdicts } from "./decisions.ts";
import type { Engine } from "./engine.ts";
import type { Tables } from "./tables.ts";

/** What double review needs: which entries settle a matter, and who gave which verdict. */
export async function createDoubleReview(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await db.schema
    .alterTable("decisions")
    .addColumn("settles", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createTable("verdicts")
    .addColumn("item", engine.text, (column) => column.notNull())
    .addColumn("person", engine.text, (column) => column.notNull())
    .addColumn("document", engine.text, (column) => column.notNull())
    .addColumn("verdict", engine.text, (column) => column.notNull())
    .addPrimaryKeyConstraint("verdicts_key", ["item", "person"])
    .execute();
  await db.schema.createIndex("verdicts_document").on("verdicts").column("document").execute();
  await fillVerdicts(db as Kysely<Tables>);
}

/** What was decided before there was such a table. */
async function fillVerdicts(db: Kysely<Tables>): Promise<void> {
  const items = await db.selectFrom("decisions").select("item").distinct().execute();
  for (const { item } of items) await keepVerdicts(db, await decisionsOf(db, item));
}
