import { type Kysely, sql, type Transaction } from "kysely";
import { ROWS_AT_ONCE } from "./insert-rows.ts";
import { layOverNew, machineRows } from "./lay-reviews.ts";
import type { Tables } from "./tables.ts";

/** Rows by table, as they are stored. */
export type Rows = Partial<Record<keyof Tables, Record<string, unknown>[]>>;

/** The tables that speak of one document, with the column that names it, and what is not copied because the engine makes it. */
const OF_DOCUMENT = {
  documents: "id",
  inputs: "document",
  stage_results: "document",
  items: "document",
  item_deadlines: "document",
  item_links: "document",
  tallies: "document",
  citations: "document",
  passages: "document",
} as const;
const MADE_BY_ENGINE: readonly string[] = ["id", "found"];

/** The others, with what tells their rows apart. */
const OTHERS = {
  failures: ["location"],
  declared_pairs: ["asking", "answering"],
  pipelines: ["version"],
  removals: ["document"],
  batches: ["id"],
  notes: ["name"],
  accounts: ["key"],
} as const;

type AnyTables = Record<string, Record<string, unknown>>;
const anyTable = (db: Kysely<Tables>) => db as unknown as Kysely<AnyTables>;

/** Every row about a document; with null every row that is about none. */
export async function rowsOf(db: Kysely<Tables>, id: string | null): Promise<Rows> {
  const rows: Rows = {};
  if (id === null)
    for (const table of Object.keys(OTHERS) as (keyof typeof OTHERS)[])
      rows[table] = await anyTable(db).selectFrom(table).selectAll().execute();
  else
    for (const [table, column] of Object.entries(OF_DOCUMENT) as [keyof typeof OF_DOCUMENT, string][]) {
      const found = await anyTable(db).selectFrom(table).selectAll().where(column, "=", id).execute();
      rows[table] = table === "passages" ? found.map(withoutMade) : found;
    }
  // what persons made of the items comes with their decisions
  return id === null ? rows : { ...rows, ...(await machineRows(db, id, rows)) };
}

const withoutMade = (row: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !MADE_BY_ENGINE.includes(column)));

/** Saves those rows in one transaction: what was known of the document is replaced; of the others, what is there stays. */
export async function saveRows(db: Kysely<Tables>, id: string | null, rows: Rows): Promise<void> {
  await anyTable(db)
    .transaction()
    .execute(async (within) => {
      if (id !== null)
        for (const [table, column] of Object.entries(OF_DOCUMENT))
          await within.deleteFrom(table).where(column, "=", id).execute();
      for (const [table, values] of Object.entries(rows))
        for (let from = 0; from < values.length; from += ROWS_AT_ONCE) {
          const insert = within.insertInto(table).values(values.slice(from, from + ROWS_AT_ONCE));
          await (id === null ? insert.onConflict((conflict) => conflict.doNothing()) : insert).execute();
        }
      if (id !== null) await layOverNew(within as unknown as Transaction<Tables>, [id]);
    });
}

const PAGE = 2_000;

/** The ids of all documents that an input has named, read or not. */
export async function* allIds(db: Kysely<Tables>): AsyncIterable<string> {
  for (let after = ""; ; ) {
    const { rows } = await sql<{ id: string }>`
      select distinct document as id from inputs where document > ${after} order by document limit ${PAGE}`.execute(db);
    for (const { id } of rows) yield id;
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.id;
  }
}
