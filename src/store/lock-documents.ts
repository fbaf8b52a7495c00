import type { Transaction } from "kysely";
import type { Tables } from "./tables.ts";

/** Locks the rows of documents, first of all, so that nobody else writes of them, and tells which are there and published. */
export function lockDocuments(db: Transaction<Tables>, ids: readonly string[]) {
  return db
    .updateTable("documents")
    .set(({ ref }) => ({ record_key: ref("record_key") }))
    .where("id", "in", ids)
    .returning(["id", "record_hash"])
    .execute();
}
