import type { Kysely, Selectable } from "kysely";
import { Act, type Decision } from "../records/decision.ts";
import { noteOf, saveNote } from "./notes.ts";
import type { Tables } from "./tables.ts";

/** The entries about one item, oldest first. */
export async function decisionsOf(db: Kysely<Tables>, item: string): Promise<Decision[]> {
  const rows = await db.selectFrom("decisions").selectAll().where("item", "=", item).orderBy("id").execute();
  return rows.map(toDecision);
}

/** A row of the log as an entry; PostgreSQL gives its counters as text. */
export const toDecision = (row: Selectable<Tables["decisions"]>): Decision => ({
  id: Number(row.id),
  key: row.key,
  document: row.document,
  item: row.item,
  by: row.person,
  at: row.decided_at,
  version: row.version,
  seen: row.seen,
  act: Act.parse(JSON.parse(row.act)),
  ...(row.settles === 1 && { settles: true }),
});

const DOUBLE_REVIEW = "double review";

/** Whether others' decisions are hidden until one has judged an item oneself. */
export const isDoubleReview = async (db: Kysely<Tables>): Promise<boolean> =>
  (await noteOf(db, DOUBLE_REVIEW)) === "on";

/** Remembers whether they are. */
export const saveDoubleReview = (db: Kysely<Tables>, on: boolean): Promise<void> =>
  saveNote(db, DOUBLE_REVIEW, on ? "on" : "off");
