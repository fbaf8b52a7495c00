import { CompiledQuery, type Kysely, sql, type Transaction } from "kysely";
import type { Tables } from "./tables.ts";

/** What becomes of a row that is there already, known by its key: these columns are replaced. */
export type Replacing = { key: readonly string[]; columns: readonly string[] };

/** Rows for a table, all with the same columns, and what becomes of those that are there already. */
export type NewRows = { table: keyof Tables; rows: readonly object[]; replacing?: Replacing };

/** Inserts rows into several tables in the quickest way that an engine has. No table is named twice. */
export type InsertRows = (db: Transaction<Tables>, inserts: readonly NewRows[]) => Promise<void>;

/** 500 rows of the widest table stay under the 32,766 values that SQLite takes at once. */
export const ROWS_AT_ONCE = 500;

/** Every value on its own: any engine understands it. */
export const insertValues: InsertRows = async (db, inserts) => {
  for (const { table, rows, replacing } of inserts)
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

/**
 * All tables in one statement, for a statement costs here as much as dozens of rows. Rows that hold bytes go as values, all others as
 * JSON: a tenth of the work here that values on their own make for Kysely.
 */
export const insertIntoPostgres: InsertRows = async (db, inserts) => {
  const values: unknown[] = [];
  const statements = inserts.flatMap(({ table, rows, replacing }) => {
    if (rows.length === 0) return [];
    const columns = Object.keys(rows[0]!);
    const source = sourceOf(table, rows, values);
    return [`insert into ${quoted(table)} (${columns.map(quoted)}) ${source}${replacing ? onConflict(replacing) : ""}`];
  });
  const last = statements.pop();
  if (!last) return;
  const before = statements.map((statement, at) => `inserted_${at} as (${statement})`);
  const whole = before.length > 0 ? `with ${before} ${last}` : last;
  await db.executeQuery(CompiledQuery.raw(whole, values));
};

/** Half of a character beyond the first 65,536, without its other half, as JSON.stringify writes it: PostgreSQL takes none in JSON. */
const BROKEN = /\\ud[89a-f]/;

/** Names of ours, which hold no quotation marks. */
const quoted = (name: string): string => `"${name}"`;

/** What rows come from; the values that it names are put behind those that are there. */
function sourceOf(table: string, rows: readonly object[], values: unknown[]): string {
  const columns = Object.keys(rows[0]!);
  const json = Object.values(rows[0]!).some((value) => value instanceof Uint8Array) ? null : JSON.stringify(rows);
  if (json !== null && !BROKEN.test(json)) {
    values.push(json);
    return `select ${columns.map(quoted)} from json_populate_recordset(null::${quoted(table)}, $${values.length}::json)`;
  }
  const numbered = (row: object) => `(${Object.values(row).map((value) => `$${values.push(value)}`)})`;
  return `values ${rows.map(numbered)}`;
}

const onConflict = ({ key, columns }: Replacing): string =>
  ` on conflict (${key.map(quoted)}) do update set ${columns.map((column) => `${quoted(column)} = excluded.${quoted(column)}`)}`;
