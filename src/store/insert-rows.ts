import { CompiledQuery, type Kysely, sql, type Transaction } from "kysely";
import type { Tables } from "./tables.ts";

/** What becomes of a row that is there already, known by its key: these columns are replaced. */
export type Replacing = { key: readonly string[]; columns: readonly string[] };

/** Inserts rows, all with the same columns, in the quickest way that an engine has. */
export type InsertRows = (
  db: Transaction<Tables>,
  table: keyof Tables,
  rows: readonly object[],
  replacing?: Replacing,
) => Promise<void>;

/** 500 rows of the widest table stay under the 32,766 values that SQLite takes at once. */
export const ROWS_AT_ONCE = 500;

/** Every value on its own: any engine understands it. */
export const insertValues: InsertRows = async (db, table, rows, replacing) => {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const insert = (db as unknown as Kysely<Record<string, object>>)
      .insertInto(table)
      .values(rows.slice(from, from + ROWS_AT_ONCE));
    const replace = ({ key, columns }: Replacing) =>
      insert.onConflict((conflict) =>
        conflict
          .columns(key as never)
          .doUpdateSet(Object.fromEntries(columns.map((column) => [column, sql.ref(`excluded.${column}`)]))),
      );
    await (replacing ? replace(replacing) : insert).execute();
  }
};

/** Rows that hold bytes as values, all others as JSON: a tenth of the work here that values on their own make for Kysely. */
export const insertIntoPostgres: InsertRows = async (db, table, rows, replacing) => {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!);
  const json = Object.values(rows[0]!).some((value) => value instanceof Uint8Array) ? null : JSON.stringify(rows);
  const [source, values] =
    json === null || BROKEN.test(json) ? numbered(rows, columns) : populated(table, columns, json);
  const into = `insert into ${quoted(table)} (${columns.map(quoted)}) ${source}${replacing ? onConflict(replacing) : ""}`;
  await db.executeQuery(CompiledQuery.raw(into, values));
};

/** Half of a character beyond the first 65,536, without its other half, as JSON.stringify writes it: PostgreSQL takes none in JSON. */
const BROKEN = /\\ud[89a-f]/;

/** Names of ours, which hold no quotation marks. */
const quoted = (name: string): string => `"${name}"`;

/** What rows come from, with the values that it names. */
type Source = [words: string, values: unknown[]];

function populated(table: string, columns: readonly string[], json: string): Source {
  return [`select ${columns.map(quoted)} from json_populate_recordset(null::${quoted(table)}, $1::json)`, [json]];
}

function numbered(rows: readonly object[], columns: readonly string[]): Source {
  const width = columns.length;
  const tuples = rows.map((_, row) => `(${columns.map((_, at) => `$${row * width + at + 1}`)})`);
  return [`values ${tuples}`, rows.flatMap((row) => Object.values(row))];
}

const onConflict = ({ key, columns }: Replacing): string =>
  ` on conflict (${key.map(quoted)}) do update set ${columns.map((column) => `${quoted(column)} = excluded.${quoted(column)}`)}`;
