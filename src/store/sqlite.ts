import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { Kysely, SqliteDialect, type SqliteStatement, sql } from "kysely";
import type { Engine } from "./engine.ts";
import { insertValues } from "./insert-rows.ts";
import { migrate } from "./migrate.ts";
import { migrationsFor } from "./migrations.ts";
import { createFolderOriginals, type Originals } from "./originals.ts";
import type { FullText } from "./search.ts";
import { createSqlStore } from "./sql-store.ts";
import { type Store, StoreRefusal } from "./store.ts";
import type { Tables } from "./tables.ts";

/** How long a second process waits for the first one's transaction, in milliseconds. */
const BUSY_TIMEOUT = 20_000;

/**
 * The store in one SQLite file, made where there is none; originals lie in `PATH-originals` beside it. ":memory:" keeps all
 * in memory. Throws `StoreRefusal` where the file is no store or a newer one.
 */
export async function openSqliteStore(path: string): Promise<Store> {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: openDatabase(path) }) });
  try {
    await migrate(db, migrationsFor(SQLITE));
  } catch (error) {
    await db.destroy();
    if (/not a database/.test(String(error)))
      throw new StoreRefusal(`${path} is not a store of answerable. Name another file with --store.`, { cause: error });
    throw error;
  }
  const originals = path === ":memory:" ? createMemoryOriginals() : createFolderOriginals(originalsFolder(path));
  return createSqlStore(db, originals, FULL_TEXT, insertValues);
}

/** Where the originals of a store lie: beside the database, named after it. */
export const originalsFolder = (path: string): string => `${path.replace(/\.db$/, "")}-originals`;

function openDatabase(path: string) {
  if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT });
  try {
    // NORMAL under WAL: a kill loses nothing; a power cut may lose the last transactions, never the file's soundness
    database.exec("pragma journal_mode = wal; pragma synchronous = normal");
    // what is taken down is overwritten, not only unlinked
    database.exec("pragma secure_delete = on");
  } catch (error) {
    database.close();
    if (!/not a database/.test(String(error))) throw error;
    throw new StoreRefusal(`${path} is not a store of answerable. Name another file with --store.`, { cause: error });
  }
  return { close: () => database.close(), prepare: (text: string) => statementOf(database, text) };
}

function statementOf(database: DatabaseSync, text: string): SqliteStatement {
  const statement = database.prepare(text);
  return {
    reader: statement.columns().length > 0,
    all: (values) => statement.all(...values.map(bindable)),
    iterate: (values) => statement.iterate(...values.map(bindable)),
    run: (values) => statement.run(...values.map(bindable)),
  };
}

function bindable(value: unknown): SQLInputValue {
  if (typeof value === "boolean") return value ? 1 : 0;
  return (value ?? null) as SQLInputValue;
}

const SQLITE: Engine = {
  text: "text",
  blob: sql`blob`,
  counter: "integer",
  async createSearch(db) {
    await sql`create virtual table passages_words using fts5(
      words, content = 'passages', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2')`.execute(
      db,
    );
    await sql`insert into passages_words (passages_words, rank) values ('secure-delete', 1)`.execute(db);
    await sql`create trigger passages_added after insert on passages begin
      insert into passages_words (rowid, words) values (new.id, new.words); end`.execute(db);
    await sql`create trigger passages_removed after delete on passages begin
      insert into passages_words (passages_words, rowid, words) values ('delete', old.id, old.words); end`.execute(db);
  },
  async forbidUpdates(db, table) {
    await sql`create trigger ${sql.id(`${table}_kept`)} before update on ${sql.table(table)} begin
      select raise(abort, 'entries are added, never changed'); end`.execute(db);
  },
};

const FULL_TEXT: FullText = {
  ranked: (words) => sql`(select rowid as id, rank from passages_words where passages_words match ${allOf(words)})`,
};

/** Every word as a quoted string, so that nothing in it is read as an operator of FTS5. */
const allOf = (words: string): string =>
  words
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `"${word.replaceAll('"', '""')}"`)
    .join(" ");

function createMemoryOriginals(): Originals {
  const kept = new Map<string, Uint8Array>();
  return {
    has: async (id) => kept.has(id),
    get: async (id) => kept.get(id) ?? null,
    put: async (id, bytes) => void kept.set(id, bytes),
    remove: async (id) => void kept.delete(id),
  };
}
