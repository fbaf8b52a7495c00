import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** What the store remembers of itself under a name; null where it does not. */
export async function noteOf(db: Kysely<Tables>, name: string): Promise<string | null> {
  const row = await db.selectFrom("notes").select("value").where("name", "=", name).executeTakeFirst();
  return row?.value ?? null;
}

/** Remembers it, in place of what was remembered under that name. */
export async function saveNote(db: Kysely<Tables>, name: string, value: string): Promise<void> {
  await db
    .insertInto("notes")
    .values({ name, value })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
    .execute();
}
