import type { Kysely, Transaction } from "kysely";
import type { InsertRows, NewRows } from "./insert-rows.ts";
import { layOverNew } from "./lay-reviews.ts";
import { lockDocuments } from "./lock-documents.ts";
import { FOUND, type PackedDocument } from "./packed.ts";
import { COUNTS, type Counts, type DocumentState, type ReadDocument } from "./stored.ts";
import type { Tables } from "./tables.ts";

/** What is stored of some documents so far; null for one that no input has named. */
export async function statesOf(db: Kysely<Tables>, ids: readonly string[]): Promise<(DocumentState | null)[]> {
  const rows = await db
    .selectFrom("inputs")
    .leftJoin("documents", "documents.id", "inputs.document")
    .leftJoin("stage_results", (join) =>
      join.onRef("stage_results.document", "=", "inputs.document").on("stage_results.stage", "=", "parse"),
    )
    .select([
      "inputs.document",
      "inputs.location",
      "inputs.uri",
      "inputs.name",
      "bytes",
      "code",
      "read_key",
      "record_key",
      "stage_results.key as parse_key",
    ])
    .where("inputs.document", "in", ids)
    .orderBy("inputs.uri")
    .orderBy("inputs.location")
    .execute();
  const found = Map.groupBy(rows, (row) => row.document);
  return ids.map((id) => {
    const own = found.get(id);
    if (!own) return null;
    const { bytes, code, parse_key: parseKey, read_key: readKey, record_key: recordKey } = own[0]!;
    const inputs = own.map(({ location, uri, name }) => ({ location, uri, name }));
    return { id, inputs, bytes, code, parseKey, readKey, recordKey };
  });
}

/** A stage's result of a document. */
export type WantedResult = { document: string; stage: string };

/** Stored results; null where there is none. */
export async function stageResultsOf(
  db: Kysely<Tables>,
  wanted: readonly WantedResult[],
): Promise<(Uint8Array | null)[]> {
  const among = (column: "document" | "stage") => [...new Set(wanted.map((each) => each[column]))];
  const rows = await db
    .selectFrom("stage_results")
    .select(["document", "stage", "result"])
    .where("document", "in", among("document"))
    .where("stage", "in", among("stage"))
    .execute();
  const found = new Map(rows.map(({ document, stage, result }) => [`${stage} ${document}`, result]));
  return wanted.map(({ document, stage }) => found.get(`${stage} ${document}`) ?? null);
}

/** Saves the stages' results; what was published of the documents stays until it is published anew. */
export async function saveReads(
  db: Transaction<Tables>,
  reads: readonly ReadDocument[],
  at: string,
  insert: InsertRows,
): Promise<void> {
  const documents = reads.map(({ id, bytes, mediaType: media_type, pipeline, readKey: read_key, code, card }) => ({
    ...{ id, bytes, media_type, pipeline, read_key, code, card, ingested_at: at },
    ...NO_COUNTS,
  }));
  const results = reads.flatMap(({ id: document, parseKey, parsed, readKey, extracted }) => [
    ...(parsed ? [{ document, stage: "parse", key: parseKey, result: parsed }] : []),
    { document, stage: "extract", key: readKey, result: extracted },
  ]);
  const columns = ["bytes", "media_type", "pipeline", "read_key", "code", "card"];
  await insert(db, [
    { table: "documents", rows: documents, replacing: { key: ["id"], columns } },
    { table: "stage_results", rows: results, replacing: { key: ["document", "stage"], columns: ["key", "result"] } },
  ]);
}

const NO_COUNTS = Object.fromEntries(COUNTS.map((column) => [column, 0])) as Counts;

/** Saves records, and what is asked of them without reading them, in place of what was published before. */
export async function publishAll(
  db: Transaction<Tables>,
  published: readonly PackedDocument[],
  insert: InsertRows,
): Promise<void> {
  const rows = await lockDocuments(
    db,
    published.map(({ id }) => id),
  );
  // a document may have been taken down while its record was being made
  const ids = new Set(rows.map(({ id }) => id));
  const there = published.filter(({ id }) => ids.has(id));
  if (there.length === 0) return;
  const before = rows.filter((row) => row.record_hash !== null).map(({ id }) => id);
  await removeFound(db, before);
  const found = FOUND.map((table) => ({ table, packed: there.map((each) => each.found[table]) }));
  await insert(db, [recordRows(there), ...found]);
  await layOverNew(db, before);
}

/** What the engines want of a new row; all rows that are saved with this are there, and keep their own. */
const KEPT = { bytes: 0, media_type: "", pipeline: "", read_key: "", code: "", card: "", ingested_at: "" };

function recordRows(published: readonly PackedDocument[]): NewRows {
  const records = published.map(({ recordKey, recordHash, record, name, uri, title, copyOf, kinds, counts }) => ({
    ...{ record_key: recordKey, record_hash: recordHash, record, name, uri, title, copy_of: copyOf, kinds, ...counts },
  }));
  const rows = published.map(({ id }, at) => ({ ...records[at]!, ...KEPT, id }));
  return { table: "documents", rows, replacing: { key: ["id"], columns: Object.keys(records[0]!) } };
}

/** Removes what was found in some documents: items, deadlines, links, passages. */
export async function removeFound(db: Transaction<Tables>, documents: readonly string[]): Promise<void> {
  if (documents.length === 0) return;
  for (const table of FOUND) await db.deleteFrom(table).where("document", "in", documents).execute();
}
