import type { Kysely } from "kysely";
import type { Failure } from "../records/failure.ts";
import type { StoredFailure } from "./store.ts";
import type { Tables } from "./tables.ts";

const PAGE = 500;

/** Keeps the last failure of an input. */
export async function saveFailure(db: Kysely<Tables>, failure: StoredFailure, at: string): Promise<void> {
  const { location, ...rest } = failure;
  const columns = { ...rest, failed_at: at };
  await db
    .insertInto("failures")
    .values({ location, ...columns })
    .onConflict((conflict) => conflict.column("location").doUpdateSet(columns))
    .execute();
}

/** A failure of the same bytes under the same rules; null where there was none. */
export async function knownFailure(db: Kysely<Tables>, sha256: string, key: string): Promise<Failure | null> {
  const row = await db
    .selectFrom("failures")
    .select(["uri", "sha256", "stage", "code", "message"])
    .where("sha256", "=", sha256)
    .where("key", "=", key)
    .limit(1)
    .executeTakeFirst();
  return row ? { ...row } : null;
}

/** All failures by uri and location, a page at a time. */
export async function* listFailures(db: Kysely<Tables>): AsyncIterable<StoredFailure> {
  let after: { uri: string; location: string } | null = null;
  for (;;) {
    let query = db
      .selectFrom("failures")
      .select(["location", "uri", "sha256", "key", "stage", "code", "message"])
      .orderBy("uri")
      .orderBy("location")
      .limit(PAGE);
    if (after) {
      const { uri, location } = after;
      query = query.where((at) => at(at.refTuple("uri", "location"), ">", at.tuple(uri, location)));
    }
    const rows: StoredFailure[] = await query.execute();
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = { uri: last.uri, location: last.location };
  }
}
