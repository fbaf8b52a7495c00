import { existsSync } from "node:fs";
import { openSqliteStore } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";
import { UsageError } from "./exit.ts";

/** Opens the store for as long as the work takes. Throws `UsageError` where there is none and `make` is not set. */
export async function withStore<T>(path: string, work: (store: Store) => Promise<T>, make = false): Promise<T> {
  if (!make && !isShared(path) && !existsSync(path))
    throw new UsageError(`There is no store at ${path}. "answerable ingest" makes one; --store names another.`);
  const store = await openStore(path);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Whether a store is named by the address of a PostgreSQL database, and not by a file's path. */
export const isShared = (store: string): boolean => /^postgres(ql)?:\/\//.test(store);

/** The store in that file or database. PostgreSQL's driver is loaded only where it is needed. */
export async function openStore(store: string): Promise<Store> {
  if (!isShared(store)) return openSqliteStore(store);
  const { openPostgresStore } = await import("../store/postgres.ts");
  return openPostgresStore(store);
}
