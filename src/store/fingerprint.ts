import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import { listFailures } from "./failures.ts";
import type { Tables } from "./tables.ts";

const PAGE = 2_000;

/** What the store's state comes to: equal hashes where nothing has changed. */
export type Fingerprint = {
  /** Of everything that linking and publishing depend on. */
  given: string;
  /** Of what came of it: `hashRecordKeys` of all documents. */
  made: string;
};

/** The state of the store, without reading what stands in it. */
export async function fingerprintOf(db: Kysely<Tables>): Promise<Fingerprint> {
  const given = hashing();
  const made = hashing();
  for await (const { id, read_key, code, record_key } of documentRows(db)) {
    given.add([id, read_key, code]);
    made.add([id, record_key]);
  }
  for await (const row of inputRows(db)) given.add(row);
  for await (const failure of listFailures(db)) given.add(failure);
  const pairs = db.selectFrom("declared_pairs").select(["asking", "answering"]).orderBy("asking").orderBy("answering");
  for (const pair of await pairs.execute()) given.add(pair);
  return { given: given.digest(), made: made.digest() };
}

/** The hash of `Fingerprint.made` where these are the keys of the records of all documents, in the order of ids. */
export function hashRecordKeys(keys: Iterable<readonly [id: string, recordKey: string | null]>): string {
  const hash = hashing();
  for (const key of keys) hash.add(key);
  return hash.digest();
}

function hashing() {
  const hash = createHash("sha256");
  return { add: (row: unknown) => void hash.update(`${JSON.stringify(row)}\n`), digest: () => hash.digest("hex") };
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
