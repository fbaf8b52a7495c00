import type { Document } from "../document/document.ts";
import { loadRecord } from "../export/record.ts";
import { unpack } from "../pipeline/pack.ts";
import type { DocumentRecord } from "../records/document-record.ts";
import type { Store } from "../store/store.ts";
import { Problem } from "./problem.ts";

/** Records and texts, the last few kept unpacked: a reviewer turns the pages of one document for a while. */
export type Library = {
  /** Throws a `Problem` (404) where there is none. */
  record(id: string): Promise<DocumentRecord>;
  /** The text with its blocks and where it is printed. Throws a `Problem` (404) where there is none. */
  document(id: string): Promise<Document>;
};

/** As many as two documents side by side, and the ones before and after. */
const KEPT = 6;

/** Reads from a store. A record is kept only as long as it is the one published. */
export function createLibrary(store: Store): Library {
  const records = createShelf<DocumentRecord>();
  const documents = createShelf<Document>();
  return {
    async record(id) {
      const hash = (await store.findDocuments(id))[0]?.recordHash;
      const record = hash && (await records.get(hash, () => loadRecord(store, id)));
      if (!record) throw new Problem(404, "There is no such document here.");
      return record;
    },
    async document(id) {
      const state = await store.state(id);
      const key = state?.parseKey;
      const document = key && (await documents.get(`${id} ${key}`, () => parsedOf(store, id)));
      if (!document) throw new Problem(404, "There is no such document here.");
      return document;
    },
  };
}

async function parsedOf(store: Store, id: string): Promise<Document | null> {
  const packed = await store.stageResult(id, "parse");
  return packed && unpack<Document>(packed);
}

function createShelf<T>() {
  const kept = new Map<string, T>();
  return {
    async get(key: string, load: () => Promise<T | null>): Promise<T | null> {
      const value = kept.get(key) ?? (await load());
      if (value === null) return null;
      kept.delete(key);
      kept.set(key, value);
      if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
      return value;
    },
  };
}
