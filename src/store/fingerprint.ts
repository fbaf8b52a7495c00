import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import { listFailures } from "./failures.ts";
import type { Tables } from "./tables.ts";

const PAGE = 2_000;

/** A hash of everything that linking and publishing depend on and of what came of it: equal where nothing has changed. */
export async function fingerprintOf(db: Kysely<Tables>): Promise<string> {
  const hash = createHash("sha256");
  const add = (row: unknown) => void hash.update(`${JSON.stringify(row)}\n`);
  for await (const row of documentRows(db)) add(row);
  for await (const row of inputRows(db)) add(row);
  for await (const failure of listFailures(db)) add(failure);
  const pairs = db.selectFrom("declared_pairs").select(["asking", "answering"]).orderBy("asking").orderBy("answering");
  for (const pair of await pairs.execute()) add(pair);
  return hash.digest("hex");
}

async function* documentRows(db: Kysely<Tables>) {
  for (let after = ""; ; ) {
    const rows = await db
      .selectFrom("documents")
      .select(["id", "read_key", "code", "record_key"])
      .where("id", ">", after)
      .orderBy("id")
      .limit(PAGE)
      .execute();
    yield* rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.id;
  }
}

async function* inputRows(db: Kysely<Tables>) {
  for (let after = { document: "", location: "" }; ; ) {
    const rows = await db
      .selectFrom("inputs")
      .select(["document", "location", "uri", "name"])
      .where((at) => at(at.refTuple("document", "location"), ">", at.tuple(after.document, after.location)))
      .orderBy("document")
      .orderBy("location")
      .limit(PAGE)
      .execute();
    yield* rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)!;
  }
}
