import type { Kysely } from "kysely";
import type { Engine } from "./engine.ts";
import type { Input } from "./stored.ts";
import type { Tables } from "./tables.ts";

/** Puts beside each input how its file looked. */
export async function addLooks(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await db.schema.alterTable("inputs").addColumn("look", engine.text).execute();
}

/** A place from which a document's bytes came, and how it looked there where that is known. */
export type NewInput = { document: string; input: Input; look: string | null };

/** Remembers places from which documents' bytes came. */
export async function saveInputs(db: Kysely<Tables>, inputs: readonly NewInput[]): Promise<void> {
  await db
    .insertInto("inputs")
    .values(inputs.map(({ document, input, look }) => ({ document, ...input, look })))
    .onConflict((conflict) =>
      conflict.columns(["document", "location"]).doUpdateSet((at) => ({
        uri: at.ref("excluded.uri"),
        name: at.ref("excluded.name"),
        look: at.ref("excluded.look"),
      })),
    )
    .execute();
}

/** A file, and how it looks now. */
export type WantedLook = { location: string; look: string };

/** The documents that files held when they looked so; null where that is not known. */
export async function documentsWithLooks(
  db: Kysely<Tables>,
  wanted: readonly WantedLook[],
): Promise<(string | null)[]> {
  const rows = await db
    .selectFrom("inputs")
    .select(["document", "location", "look"])
    .where(
      "location",
      "in",
      wanted.map(({ location }) => location),
    )
    .execute();
  const found = new Map(rows.map(({ document, location, look }) => [`${look} ${location}`, document]));
  return wanted.map(({ location, look }) => found.get(`${look} ${location}`) ?? null);
}
