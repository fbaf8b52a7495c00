import { CompiledQuery, type Kysely, sql, type Transaction } from "kysely";
import { joinedRows, type PackedRows, unpackRows } from "./packed.ts";
import type { Tables } from "./tables.ts";

/** What becomes of a row that is there already, known by its key: these columns are replaced. */
export type Replacing = { key: readonly string[]; columns: readonly string[] };

/** Rows for a table, all with the same columns, and what becomes of those that are there already. */
type PlainRows = { table: keyof Tables; rows: readonly object[]; replacing?: Replacing };
/** The same, packed; nothing is there already. */
type AllPacked = { table: keyof Tables; packed: readonly PackedRows[] };
/** Rows for a table. */
export type NewRows = PlainRows | AllPacked;

/** Inserts rows into several tables in the quickest way that an engine has. No table is named twice. */
export type InsertRows = (db: Transaction<Tables>, inserts: readonly NewRows[]) => Promise<void>;

/** 500 rows of the widest table stay under the 32,766 values that SQLite takes at once. */
export const ROWS_AT_ONCE = 500;

/** Every value on its own: any engine understands it. */
export const insertValues: InsertRows = async (db, inserts) => {
  for (const each of inserts) {
    const rows = "rows" in each ? each.rows : unpackRows(each.packed);
    const replacing = "rows" in each ? each.replacing : undefined;
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      const insert = (db as unknown as Kysely<Record<string, object>>)
        .insertInto(each.table)
        .values(rows.slice(from, from + ROWS_AT_ONCE));
      const replace = ({ key, columns }: Replacing) =>
        insert.onConflict((conflict) =>
          conflict
            .columns(key as never)
            .doUpdateSet(Object.fromEntries(columns.map((column) => [column, sql.ref(`excluded.${column}`)]))),
        );
      await (replacing ? replace(replacing) : insert).execute();
    }
  }
};

/** All tables in one statement, for a statement costs here as much as dozens of rows; packed rows as they are. */
export const insertIntoPostgres: InsertRows = async (db, inserts) => {
  const values: unknown[] = [];
  const statements = inserts.flatMap((each) => ("rows" in each ? numbered(each, values) : populated(each, values)));
  const last = statements.pop();
  if (!last) return;
  const before = statements.map((statement, at) => `inserted_${at} as (${statement})`);
  const whole = before.length > 0 ? `with ${before} ${last}` : last;
  await db.executeQuery(CompiledQuery.raw(whole, values));
};

/** Names of ours, which hold no quotation marks. */
const quoted = (name: string): string => `"${name}"`;

/** The statement that inserts rows value by value, put behind the values that are there; none where there are no rows. */
function numbered({ table, rows, replacing }: PlainRows, values: unknown[]): string[] {
  if (rows.length === 0) return [];
  const tuples = rows.map((row) => `(${Object.values(row).map((value) => `$${values.push(value)}`)})`);
  const into = `insert into ${quoted(table)} (${Object.keys(rows[0]!).map(quoted)}) values ${tuples}`;
  return [replacing ? `${into}${onConflict(replacing)}` : into];
}

/** The same for packed rows, which are one value. */
function populated({ table, packed }: AllPacked, values: unknown[]): string[] {
  const columns = packed.find((each) => each.columns.length > 0)?.columns.map(quoted);
  if (!columns) return [];
  const from = `json_populate_recordset(null::${quoted(table)}, $${values.push(joinedRows(packed))}::json)`;
  return [`insert into ${quoted(table)} (${columns}) select ${columns} from ${from}`];
}

const onConflict = ({ key, columns }: Replacing): string =>
  ` on conflict (${key.map(quoted)}) do update set ${columns.map((column) => `${quoted(column)} = excluded.${quoted(column)}`)}`;
