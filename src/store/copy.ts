import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { copyDecisions } from "./copy-decisions.ts";
import type { Store } from "./store.ts";

/** Copies all that one store holds into another, whatever their engines. Doing it twice is doing it once. Gives how many documents. */
export async function copyStore(from: Store, to: Store): Promise<number> {
  let count = 0;
  for await (const id of from.ids()) {
    const original = await from.originals.get(id);
    if (original) await to.originals.put(id, original);
    await to.saveRows(id, await from.rows(id));
    count++;
  }
  await to.saveRows(null, await from.rows(null));
  await copyDecisions(from, to);
  return count;
}

/** Looks at everything in a store: that originals are there and are what their ids say, that results and records can be read. */
export async function checkStore(store: Store): Promise<{ documents: number; faults: string[] }> {
  const faults: string[] = [];
  let documents = 0;
  for await (const id of store.ids()) {
    documents++;
    faults.push(...(await faultsOf(store, id)).map((fault) => `${id}: ${fault}`));
  }
  return { documents, faults };
}

async function faultsOf(store: Store, id: string): Promise<string[]> {
  const { documents = [], stage_results = [], items = [] } = await store.rows(id);
  const original = await store.originals.get(id);
  const faults: string[] = [];
  if (!original) faults.push("its original is missing; ingest it again with --force");
  else if (sha256(original) !== id) faults.push("its original is damaged; restore it from a backup");
  for (const { stage, result } of stage_results)
    if (!unpacked(result)) faults.push(`the result of "${stage}" is damaged; ingest it again with --force`);
  for (const { record, record_hash } of documents) {
    if (record === null) continue;
    const json = unpacked(record);
    if (!json || sha256(json) !== record_hash) faults.push("its record is damaged; ingest it again with --force");
    else if ((JSON.parse(json.toString()) as { items: unknown[] }).items.length !== items.length)
      faults.push("its items are not those of its record; ingest it again with --force");
  }
  return faults;
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

function unpacked(packed: unknown): Buffer | null {
  try {
    return gunzipSync(packed as Uint8Array);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith("Z_")) return null;
    throw error;
  }
}
