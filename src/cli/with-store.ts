import { existsSync } from "node:fs";
import { openSqliteStore } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";
import { UsageError } from "./exit.ts";

/** Opens the store for as long as the work takes. Throws `UsageError` where there is none and `make` is not set. */
export async function withStore<T>(path: string, work: (store: Store) => Promise<T>, make = false): Promise<T> {
  if (!make && !existsSync(path))
    throw new UsageError(`There is no store at ${path}. "answerable ingest" makes one; --store names another.`);
  const store = await openSqliteStore(path);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
