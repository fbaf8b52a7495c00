import type { Kysely } from "kysely";
import type { Failure } from "../records/failure.ts";
import type { StoredFailure } from "./stored.ts";
import type { Tables } from "./tables.ts";

const PAGE = 500;

/** Keeps the last failures of inputs. */
export async function saveFailures(db: Kysely<Tables>, failures: readonly StoredFailure[], at: string): Promise<void> {
  await db
    .insertInto("failures")
    .values(failures.map((failure) => ({ ...failure, failed_at: at })))
    .onConflict((conflict) =>
      conflict.column("location").doUpdateSet(({ ref }) => ({
        uri: ref("excluded.uri"),
        sha256: ref("excluded.sha256"),
        key: ref("excluded.key"),
        stage: ref("excluded.stage"),
        code: ref("excluded.code"),
        message: ref("excluded.message"),
        failed_at: ref("excluded.failed_at"),
      })),
    )
    .execute();
}

/** Forgets the failures of inputs. */
export async function clearFailures(db: Kysely<Tables>, locations: readonly string[]): Promise<void> {
  await db.deleteFrom("failures").where("location", "in", locations).execute();
}

/** Bytes, and the rules by which they may have failed. */
export type WantedFailure = { sha256: string; key: string };

/** Failures of the same bytes by the same rules; null where there was none. */
export async function knownFailures(db: Kysely<Tables>, wanted: readonly WantedFailure[]): Promise<(Failure | null)[]> {
  const rows = await db
    .selectFrom("failures")
    .select(["uri", "sha256", "stage", "code", "message", "key"])
    .where((at) =>
      at(
        at.refTuple("sha256", "key"),
        "in",
        wanted.map(({ sha256, key }) => at.tuple(sha256, key)),
      ),
    )
    .orderBy("location", "desc")
    .execute();
  const found = new Map(rows.map(({ key, ...failure }) => [`${failure.sha256} ${key}`, failure]));
  return wanted.map(({ sha256, key }) => found.get(`${sha256} ${key}`) ?? null);
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
