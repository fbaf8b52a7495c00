import type { Kysely } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { StoreRefusal } from "./store.ts";

/**
 * Brings a store's tables up to date; does nothing where they are. Throws `StoreRefusal` for a store that a newer version
 * made: its tables may mean what this version does not know.
 */
export async function migrate<T>(db: Kysely<T>, migrations: Record<string, Migration>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const done = await appliedMigrations(db);
  const unknown = done.filter((name) => !(name in migrations));
  if (unknown.length > 0)
    throw new StoreRefusal(
      `This store was made by a newer version of answerable (it holds "${unknown[0]}"). Update answerable, or name another store with --store.`,
    );
  if (done.length === Object.keys(migrations).length) return;
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

async function appliedMigrations<T>(db: Kysely<T>): Promise<string[]> {
  // most stores have them: to ask whether there are any, of the list of all tables, takes ten times as long
  return listApplied(db).catch(async () => {
    const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
    // another process may have made them meanwhile
    return tables.some((table) => table.name === "kysely_migration") ? listApplied(db) : [];
  });
}

async function listApplied<T>(db: Kysely<T>): Promise<string[]> {
  const rows = await (db as unknown as Kysely<{ kysely_migration: { name: string } }>)
    .selectFrom("kysely_migration")
    .select("name")
    .execute();
  return rows.map(({ name }) => name);
}
