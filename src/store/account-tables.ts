import type { Kysely } from "kysely";
import type { Engine } from "./engine.ts";

/** Who may come in, and by which sessions, invitations and tokens they are known, all by their hashes. */
export async function createAccounts(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await db.schema
    .createTable("accounts")
    .addColumn("key", engine.text, (column) => column.primaryKey())
    .addColumn("name", engine.text, (column) => column.notNull())
    .addColumn("role", engine.text, (column) => column.notNull())
    .addColumn("password", engine.text)
    .addColumn("disabled", "integer", (column) => column.notNull())
    .addColumn("created_at", engine.text, (column) => column.notNull())
    .execute();
  let secrets = db.schema.createTable("secrets").addColumn("hash", engine.text, (column) => column.primaryKey());
  for (const column of ["kind", "person", "label", "scopes", "created_at", "until"])
    secrets = secrets.addColumn(column, engine.text, (definition) => definition.notNull());
  await secrets.execute();
  await db.schema.createIndex("secrets_person").on("secrets").columns(["person", "kind"]).execute();
}
