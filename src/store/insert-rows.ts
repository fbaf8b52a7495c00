import { type Kysely, sql, type Transaction } from "kysely";
import type { Tables } from "./tables.ts";

/** Inserts rows, all with the same columns, in the quickest way that an engine has. */
export type InsertRows = (db: Transaction<Tables>, table: keyof Tables, rows: readonly object[]) => Promise<void>;

/** 500 rows of the widest table stay under the 32,766 values that SQLite takes at once. */
export const ROWS_AT_ONCE = 500;

/** Every value on its own: any engine understands it. */
export const insertValues: InsertRows = async (db, table, rows) => {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await (db as unknown as Kysely<Record<string, object>>)
      .insertInto(table)
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .execute();
};

/** Half of a character beyond the first 65,536, without its other half: PostgreSQL takes none in JSON. */
const BROKEN = /\\ud[89a-f]/i;

/** All values as one JSON, which PostgreSQL takes apart: a tenth of the work that values on their own make here. */
export const insertJson: InsertRows = async (db, table, rows) => {
  if (rows.length === 0) return;
  const json = JSON.stringify(rows);
  if (BROKEN.test(json)) return insertValues(db, table, rows);
  const columns = sql.join(Object.keys(rows[0]!).map((column) => sql.ref(column)));
  const all = sql.table(table);
  await sql`insert into ${all} (${columns}) select ${columns} from json_populate_recordset(null::${all}, ${json}::json)`.execute(
    db,
  );
};
