import type { Expression, ExpressionBuilder, Kysely, Selectable, SqlBool } from "kysely";
import { type CardRow, COUNTS, type Counts, type DocumentRow } from "./stored.ts";
import type { Tables } from "./tables.ts";

const PAGE = 500;

const ROW = ["id", "name", "uri", "title", "copy_of", "kinds", "media_type", "record_hash", ...COUNTS] as const;

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

/** The documents that other code than this version read, by id, a page at a time. */
export async function* listReadOtherwise(db: Kysely<Tables>, code: string): AsyncIterable<string> {
  for (let after = ""; ; ) {
    const rows = await db
      .selectFrom("documents")
      .select("id")
      .where("code", "<>", code)
      .where("id", ">", after)
      .orderBy("id")
      .limit(PAGE)
      .execute();
    for (const { id } of rows) yield id;
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

/** The documents, read already or not yet, that a person may mean by these words; at most 20. */
export async function findNamed(db: Kysely<Tables>, words: string): Promise<{ id: string; uri: string }[]> {
  return db
    .selectFrom("inputs")
    .select((at) => ["document as id", at.fn.min("uri").as("uri")])
    .where((at) =>
      at.or([
        ...(/^[0-9a-f]{4,64}$/.test(words) ? [at("document", "like", `${words}%`)] : []),
        ...(["location", "uri", "name"] as const).map((column) => at(column, "=", words)),
      ]),
    )
    .groupBy("document")
    .orderBy("uri")
    .orderBy("id")
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
