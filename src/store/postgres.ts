import { Kysely, PostgresDialect, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { Pool, type PoolClient } from "pg";
import type { Engine } from "./engine.ts";
import { insertIntoPostgres } from "./insert-rows.ts";
import { migrate } from "./migrate.ts";
import { migrationsFor } from "./migrations.ts";
import type { Originals } from "./originals.ts";
import { retried } from "./retried.ts";
import type { FullText } from "./search.ts";
import { createSqlStore } from "./sql-store.ts";
import type { Store } from "./store.ts";
import type { Tables } from "./tables.ts";
import { askedTogether, doneTogether } from "./together.ts";

/** How the shared store is reached. */
export type PostgresOptions = {
  /** How many connections this process may hold. */
  connections?: number;
  /** How long an operation is tried again while the server cannot be reached (a restart), in seconds. */
  patience?: number;
};

/** The shared store also holds the originals, so that a worker needs no folder. */
type SharedTables = Tables & { originals: { id: string; bytes: Uint8Array } };

/**
 * The store in a PostgreSQL database (14 or later), its tables brought up to date; `address` as in `DATABASE_URL`. Throws
 * `StoreRefusal` where a newer version made it.
 */
export async function openPostgresStore(address: string, options: PostgresOptions = {}): Promise<Store> {
  const { connections = 10, patience = 60 } = options;
  const db = connect(address, connections);
  try {
    await retried(patience, () => migrate(db, MIGRATIONS));
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return withPatience(
    createSqlStore(db as unknown as Kysely<Tables>, createOriginals(db), FULL_TEXT, insertIntoPostgres),
    patience,
  );
}

function connect(address: string, connections: number): Kysely<SharedTables> {
  const pool = new Pool({ connectionString: address, max: connections, connectionTimeoutMillis: 10_000 });
  // a connection lost while idle is replaced when the next one is asked for: that one's errors are the caller's
  pool.on("error", () => {});
  pool.on("connect", (client: PoolClient) => client.on("error", () => {}));
  return new Kysely<SharedTables>({ dialect: new PostgresDialect({ pool }) });
}

/** Every operation of the store may be done twice: those that a lost connection broke off are tried again. */
function withPatience(store: Store, patience: number): Store {
  const patient = <T extends object>(part: T): T =>
    new Proxy(part, {
      get(target, name) {
        const value = Reflect.get(target, name) as unknown;
        if (typeof value === "object" && value !== null) return patient(value);
        if (typeof value !== "function" || name === "close") return value;
        return (...args: unknown[]) => {
          const result = value.apply(target, args) as unknown;
          if (!(result instanceof Promise)) return result;
          return retried(patience, (attempt) => (attempt === 0 ? result : value.apply(target, args)));
        };
      },
    });
  return patient(store);
}

const POSTGRES: Engine = {
  text: sql`text collate "C"`,
  blob: "bytea",
  counter: "bigserial",
  async createSearch(db) {
    await sql`alter table passages add column found tsvector
      generated always as (to_tsvector('english', words)) stored`.execute(db);
    await sql`create index passages_found on passages using gin (found)`.execute(db);
  },
  async forbidUpdates(db, table) {
    await sql`create function ${sql.id(`keep_${table}`)}() returns trigger language plpgsql as
      $$ begin raise exception 'entries are added, never changed'; end $$`.execute(db);
    await sql`create trigger ${sql.id(`${table}_kept`)} before update on ${sql.table(table)}
      for each row execute function ${sql.id(`keep_${table}`)}()`.execute(db);
  },
};

const MIGRATIONS: Record<string, Migration> = {
  ...migrationsFor(POSTGRES),
  "0001-originals": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("originals")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("bytes", "bytea", (column) => column.notNull())
        .execute();
      // most originals are compressed already
      await sql`alter table originals alter column bytes set storage external`.execute(db);
    },
  },
};

const FULL_TEXT: FullText = {
  ranked: (words) => sql`(select p.id, -ts_rank(p.found, wanted) as rank
    from passages p, plainto_tsquery('english', ${words}) as wanted where p.found @@ wanted)`,
};

function createOriginals(db: Kysely<SharedTables>): Originals {
  const all = db.selectFrom("originals");
  const has = askedTogether(async (ids: readonly string[]) => {
    const rows = await all.select("id").where("id", "in", ids).execute();
    const found = new Set(rows.map(({ id }) => id));
    return ids.map((id) => found.has(id));
  });
  const get = askedTogether(async (ids: readonly string[]) => {
    const rows = await all.select(["id", "bytes"]).where("id", "in", ids).execute();
    const found = new Map(rows.map(({ id, bytes }) => [id, bytes]));
    return ids.map((id) => found.get(id) ?? null);
  });
  const insert = doneTogether(
    async (rows: readonly { id: string; bytes: Uint8Array }[]) =>
      void (await db
        .insertInto("originals")
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute()),
    { weight: ({ bytes }) => bytes.length },
  );
  return {
    has,
    get,
    async put(id, bytes) {
      // asked first: a document of a hundred megabytes need not travel to be left out
      if (!(await has(id))) await insert({ id, bytes });
    },
    remove: async (id) => void (await db.deleteFrom("originals").where("id", "=", id).execute()),
  };
}
