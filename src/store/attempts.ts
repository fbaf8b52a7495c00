import type { Kysely } from "kysely";
import type { Engine } from "./engine.ts";
import type { Tables } from "./tables.ts";

/** Attempts at passwords, each under several keys, as a store keeps them for every process that serves it. Times are ISO instants. */
export type AttemptStore = {
  add(id: string, keys: readonly string[], at: string): Promise<void>;
  /** When others than this one were made under these keys, since an instant, the first one first. */
  others(id: string, keys: readonly string[], since: string): Promise<{ key: string; at: string }[]>;
  remove(id: string): Promise<void>;
  /** All under a key. */
  forget(key: string): Promise<void>;
  removeBefore(instant: string): Promise<void>;
};

/** Attempts in a table of any engine. */
export const createAttemptStore = (db: Kysely<Tables>): AttemptStore => ({
  async add(id, keys, at) {
    await db
      .insertInto("attempts")
      .values(keys.map((key) => ({ id, key, at })))
      .execute();
  },
  others: (id, keys, since) =>
    db
      .selectFrom("attempts")
      .select(["key", "at"])
      .where("key", "in", keys)
      .where("at", ">", since)
      .where("id", "<>", id)
      .orderBy("at")
      .execute(),
  remove: async (id) => void (await db.deleteFrom("attempts").where("id", "=", id).execute()),
  forget: async (key) => void (await db.deleteFrom("attempts").where("key", "=", key).execute()),
  removeBefore: async (instant) => void (await db.deleteFrom("attempts").where("at", "<", instant).execute()),
});

/** The table of attempts. */
export async function createAttemptTable(db: Kysely<unknown>, engine: Engine): Promise<void> {
  let table = db.schema.createTable("attempts");
  for (const column of ["id", "key", "at"])
    table = table.addColumn(column, engine.text, (definition) => definition.notNull());
  await table.execute();
  for (const column of ["id", "key", "at"])
    await db.schema.createIndex(`attempts_${column}`).on("attempts").column(column).execute();
}
