import type { Expression, ExpressionBuilder, Kysely, Selectable, SqlBool, Transaction } from "kysely";
import type { CardRow, Counts, DocumentRow, DocumentState, Input, PublishedDocument, ReadDocument } from "./store.ts";
import type { Tables } from "./tables.ts";

const PAGE = 500;

const COUNTS = [
  "recommendations",
  "asks",
  "undertakings",
  "deadlines",
  "mq",
  "linked",
  "unanswered",
  "open",
] as const satisfies readonly (keyof Counts)[];

const ROW = ["id", "name", "uri", "title", "copy_of", "kinds", "media_type", "record_hash", ...COUNTS] as const;

/** What is stored of a document so far; null where no input has named it. */
export async function stateOf(db: Kysely<Tables>, id: string): Promise<DocumentState | null> {
  const rows = await db
    .selectFrom("inputs")
    .leftJoin("documents", "documents.id", "inputs.document")
    .leftJoin("stage_results", (join) =>
      join.onRef("stage_results.document", "=", "inputs.document").on("stage_results.stage", "=", "parse"),
    )
    .select([
      "inputs.location",
      "inputs.uri",
      "inputs.name",
      "bytes",
      "code",
      "read_key",
      "record_key",
      "stage_results.key as parse_key",
    ])
    .where("inputs.document", "=", id)
    .orderBy("inputs.uri")
    .orderBy("inputs.location")
    .execute();
  const first = rows[0];
  if (!first) return null;
  const inputs = rows.map(({ location, uri, name }) => ({ location, uri, name }));
  const { bytes, code, parse_key: parseKey, read_key: readKey, record_key: recordKey } = first;
  return { id, inputs, bytes, code, parseKey, readKey, recordKey };
}

/** Remembers one more place from which a document's bytes came. */
export async function saveInput(db: Kysely<Tables>, document: string, input: Input): Promise<void> {
  await db
    .insertInto("inputs")
    .values({ document, ...input })
    .onConflict((conflict) =>
      conflict.columns(["document", "location"]).doUpdateSet({ uri: input.uri, name: input.name }),
    )
    .execute();
}

/** Saves the stages' results; what was published of the document stays until it is published anew. */
export async function saveRead(db: Transaction<Tables>, read: ReadDocument, at: string): Promise<void> {
  const { id, bytes, mediaType: media_type, pipeline, readKey: read_key, code, card } = read;
  const columns = { bytes, media_type, pipeline, read_key, code, card };
  await db
    .insertInto("documents")
    .values({ id, ...columns, ...noCounts(), ingested_at: at })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(columns))
    .execute();
  if (read.parsed) await saveStage(db, id, "parse", read.parseKey, read.parsed);
  await saveStage(db, id, "extract", read.readKey, read.extracted);
}

const noCounts = (): Counts => Object.fromEntries(COUNTS.map((column) => [column, 0])) as Counts;

async function saveStage(db: Transaction<Tables>, document: string, stage: string, key: string, result: Uint8Array) {
  await db
    .insertInto("stage_results")
    .values({ document, stage, key, result })
    .onConflict((conflict) => conflict.columns(["document", "stage"]).doUpdateSet({ key, result }))
    .execute();
}

/** Saves a record, and what is asked of it without reading it, in place of what was published before. */
export async function publish(db: Transaction<Tables>, published: PublishedDocument): Promise<void> {
  const { id, counts } = published;
  const { numUpdatedRows } = await db
    .updateTable("documents")
    .set({
      record_key: published.recordKey,
      record_hash: published.recordHash,
      record: published.record,
      name: published.name,
      uri: published.uri,
      title: published.title,
      copy_of: published.copyOf,
      kinds: published.kinds,
      ...counts,
    })
    .where("id", "=", id)
    .executeTakeFirst();
  // taken down while its record was being made
  if (numUpdatedRows === 0n) return;
  await removeFound(db, id);
  await insertAll(
    db,
    "items",
    published.items.map(({ row, status, doubt }, ordinal) => ({
      ...row,
      doubt,
      restated: row.restated ? 1 : 0,
      document: id,
      ordinal,
      status,
    })),
  );
  await insertAll(
    db,
    "item_deadlines",
    published.deadlines.map((deadline) => ({ document: id, ...deadline })),
  );
  await insertAll(
    db,
    "item_links",
    published.links.map((link) => ({
      document: id,
      id: link.id,
      item: link.item,
      replying: link.document,
      outcome: link.outcome,
      ambiguous: link.ambiguous ? 1 : 0,
    })),
  );
  await insertAll(
    db,
    "passages",
    published.passages.map((passage) => ({ document: id, ...passage })),
  );
}

/** 500 rows of the widest table stay under the 32,766 values that SQLite takes at once. */
const ROWS_AT_ONCE = 500;

async function insertAll<T extends "items" | "item_deadlines" | "item_links" | "passages">(
  db: Transaction<Tables>,
  table: T,
  rows: readonly object[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await db
      .insertInto(table as "passages")
      .values(rows.slice(from, from + ROWS_AT_ONCE) as never)
      .execute();
}

/** Removes what was found in a document: items, deadlines, links, passages. */
export async function removeFound(db: Transaction<Tables>, document: string): Promise<void> {
  for (const table of ["items", "item_deadlines", "item_links", "passages"] as const)
    await db.deleteFrom(table).where("document", "=", document).execute();
}

/** The cards of all documents read, by id, a page at a time. */
export async function* listCards(db: Kysely<Tables>): AsyncIterable<CardRow> {
  let after = "";
  for (;;) {
    const rows = await db
      .selectFrom("documents")
      .select(["id", "bytes", "media_type", "pipeline", "read_key", "code", "record_key", "card"])
      .where("id", ">", after)
      .orderBy("id")
      .limit(PAGE)
      .execute();
    for (const { media_type, read_key, record_key, ...row } of rows)
      yield { ...row, mediaType: media_type, readKey: read_key, recordKey: record_key };
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.id;
  }
}

/** The published documents by uri, a page at a time. */
export async function* listDocuments(
  db: Kysely<Tables>,
  from?: { uri: string; id: string },
): AsyncIterable<DocumentRow> {
  let after = from ?? null;
  for (;;) {
    let query = db
      .selectFrom("documents")
      .select(ROW)
      .where("record_hash", "is not", null)
      .orderBy("uri")
      .orderBy("id")
      .limit(PAGE);
    if (after) {
      const { uri, id } = after;
      query = query.where((at) => at(at.refTuple("uri", "id"), ">", at.tuple(uri, id)));
    }
    const rows: DocumentRow[] = (await query.execute()).map(toDocumentRow);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = { uri: last.uri, id: last.id };
  }
}

/** The published documents that a person may mean by these words; at most 20. */
export async function findDocuments(db: Kysely<Tables>, words: string): Promise<DocumentRow[]> {
  const rows = await db
    .selectFrom("documents")
    .select(ROW)
    .where("record_hash", "is not", null)
    .where((at) => meantBy(at, words))
    .orderBy("uri")
    .orderBy("id")
    .limit(20)
    .execute();
  return rows.map(toDocumentRow);
}

/** The documents, published or only read so far, that a person may mean by these words; at most 20. */
export async function findRead(db: Kysely<Tables>, words: string): Promise<{ id: string; uri: string }[]> {
  return db
    .selectFrom("documents")
    .innerJoin("inputs", "inputs.document", "documents.id")
    .select((at) => ["documents.id", at.fn.min("inputs.uri").as("uri")])
    .where((at) => meantBy(at, words))
    .groupBy("documents.id")
    .orderBy("uri")
    .orderBy("documents.id")
    .limit(20)
    .execute();
}

/** Whether a document's id begins so, or one of its inputs is called so. */
function meantBy(at: ExpressionBuilder<Tables, "documents">, words: string): Expression<SqlBool> {
  const called = at
    .selectFrom("inputs")
    .select("document")
    .whereRef("document", "=", "documents.id")
    .where((on) => on.or([on("location", "=", words), on("inputs.uri", "=", words), on("inputs.name", "=", words)]));
  const byId = /^[0-9a-f]{4,64}$/.test(words) ? [at("documents.id", "like", `${words}%`)] : [];
  return at.or([...byId, at.exists(called)]);
}

type Row = Pick<Selectable<Tables["documents"]>, (typeof ROW)[number]>;

function toDocumentRow({ copy_of, media_type, record_hash, ...row }: Row): DocumentRow {
  return {
    ...row,
    name: row.name!,
    uri: row.uri!,
    kinds: row.kinds!,
    copyOf: copy_of,
    mediaType: media_type,
    recordHash: record_hash!,
  };
}

/** Sums over all published documents; a copy is counted only as a copy. */
export async function totalsOf(db: Kysely<Tables>): Promise<Counts & { documents: number; copies: number }> {
  const sums = await db
    .selectFrom("documents")
    .select((at) => [
      ...COUNTS.map((column) => at.fn.sum<number | null>(column).as(column)),
      at.fn.countAll<number>().as("documents"),
    ])
    .where("record_hash", "is not", null)
    .where("copy_of", "is", null)
    .executeTakeFirstOrThrow();
  const copies = await db
    .selectFrom("documents")
    .select((at) => at.fn.countAll<number>().as("count"))
    .where("copy_of", "is not", null)
    .executeTakeFirstOrThrow();
  const counts = Object.fromEntries(COUNTS.map((column) => [column, Number(sums[column] ?? 0)])) as Counts;
  return { ...counts, documents: Number(sums.documents), copies: Number(copies.count) };
}
