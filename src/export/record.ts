import { gunzipSync } from "node:zlib";
import type { DocumentRecord } from "../records/document-record.ts";
import type { Store } from "../store/store.ts";

/** A published record from the store; null where there is none. */
export async function loadRecord(store: Store, id: string): Promise<DocumentRecord | null> {
  const packed = await store.record(id);
  return packed ? (JSON.parse(gunzipSync(packed).toString("utf8")) as DocumentRecord) : null;
}

/** A record as it stands in its file: indented by one, so that people can read it and programs can compare lines. */
export const formatRecord = (record: DocumentRecord): string => `${JSON.stringify(record, null, 1)}\n`;
