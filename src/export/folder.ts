import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { DOCUMENT_SCHEMA } from "../records/document-record.ts";
import type { Failure } from "../records/failure.ts";
import { shortId } from "../records/ids.ts";
import type { Store } from "../store/store.ts";
import type { DocumentRow, StoredFailure } from "../store/stored.ts";
import { toJsonl } from "./jsonl.ts";
import { formatRecord, loadRecord } from "./record.ts";
import { writeWhole } from "./write.ts";

/**
 * Writes what the machine found in all documents of a store into a folder: `documents/NAME.json`, `items.jsonl`, `failures.jsonl`, and
 * `summary.json` as given. Each file is written as a whole; records of documents that are no longer there go. The same store gives the same bytes, but
 * for the summary.
 */
export async function exportFolder(store: Store, folder: string, summary: object): Promise<void> {
  const { given, made } = await store.fingerprint();
  const state = shortId(given, made);
  if (await showsAlready(store, folder, state)) return writeSummary(folder, { ...summary, state });
  await exportDocuments(store, join(folder, "documents"));
  await writeWhole(join(folder, "items.jsonl"), toJsonl(store.machineItems()));
  await writeWhole(join(folder, "failures.jsonl"), toJsonl(publicFailures(store.failures())));
  await writeSummary(folder, { ...summary, state });
}

const writeSummary = (folder: string, summary: object): Promise<void> =>
  writeWhole(join(folder, "summary.json"), [`${JSON.stringify(summary, null, 2)}\n`]);

/** Whether the folder was last written from a store in this state, and none of its files is missing. */
async function showsAlready(store: Store, folder: string, state: string): Promise<boolean> {
  const read = (path: string) => readFile(join(folder, path), "utf8").catch(() => "");
  if (!(await read("summary.json")).includes(`"state": "${state}"`)) return false;
  const [beside, documents] = await Promise.all([folder, join(folder, "documents")].map((path) => readdir(path)));
  const twice = await namesUsedTwice(store);
  const there = new Set(documents);
  for await (const row of store.documents()) if (!there.has(fileNameOf(row, twice))) return false;
  return ["items.jsonl", "failures.jsonl"].every((name) => beside?.includes(name));
}

async function exportDocuments(store: Store, folder: string): Promise<void> {
  const twice = await namesUsedTwice(store);
  const written = new Set<string>();
  for await (const row of store.documents()) {
    const name = fileNameOf(row, twice);
    written.add(name);
    const record = await loadRecord(store, row.id);
    if (record) await writeWhole(join(folder, name), [formatRecord(record)]);
  }
  await removeStale(folder, written);
}

/** Names that would fall on one another where upper and lower case are the same, as on macOS and Windows. */
async function namesUsedTwice(store: Store): Promise<Set<string>> {
  const once = new Set<string>();
  const twice = new Set<string>();
  for await (const { name } of store.documents()) (once.has(name.toLowerCase()) ? twice : once).add(name.toLowerCase());
  return twice;
}

function fileNameOf({ id, name }: DocumentRow, twice: ReadonlySet<string>): string {
  // no disk takes these in a name everywhere
  const safe = name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, "_");
  return twice.has(name.toLowerCase()) ? `${safe}.${id.slice(0, 8)}.json` : `${safe}.json`;
}

/** Removes records that stand for nothing in the store; files that are no records of ours stay. */
async function removeStale(folder: string, written: ReadonlySet<string>): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (written.has(name) || !name.endsWith(".json")) continue;
    const head = (await readFile(join(folder, name), "utf8")).slice(0, 100);
    if (head.includes(DOCUMENT_SCHEMA)) await rm(join(folder, name));
  }
}

async function* publicFailures(failures: AsyncIterable<StoredFailure>): AsyncIterable<Failure> {
  for await (const { uri, sha256, stage, code, message } of failures) yield { uri, sha256, stage, code, message };
}
