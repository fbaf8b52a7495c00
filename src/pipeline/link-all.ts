import { shortId } from "../records/ids.ts";
import { type Fingerprint, hashRecordKeys } from "../store/fingerprint.ts";
import type { Store } from "../store/store.ts";
import type { CardRow } from "../store/stored.ts";
import { atOnce } from "./at-once.ts";
import { codeVersion } from "./code-version.ts";
import type { CardComparison, Compared } from "./compare-cards.ts";
import type { PipelineHead } from "./load.ts";
import type { PublishJob, Runner } from "./runner.ts";
import { storedPipeline } from "./stored-pipeline.ts";
import type { TaskFailure } from "./task.ts";
import { readingCode } from "./versions.ts";

/** What linking tells while it goes on. */
export type LinkProgress = {
  total: (jobs: number) => void;
  published: (document: string, failure: TaskFailure["failure"] | null) => void | Promise<void>;
};

/**
 * Links all documents of a store anew from their stored results, and publishes the records that change. What comes out depends
 * only on what is stored, not on the order in which it came: a reply that comes later rewrites its letter's record.
 */
export async function linkAll(
  store: Store,
  runner: Runner,
  rules: PipelineHead,
  progress: LinkProgress,
  options: { signal?: AbortSignal | undefined; force?: boolean } = {},
): Promise<void> {
  if (!options.force && (await isLinked(store, rules))) return progress.total(0);
  const jobs: PublishJob[] = [];
  const { createComparison } = await import("./compare-cards.ts");
  const planned = await changedRecords(store, rules, {
    force: options.force ?? false,
    comparison: createComparison(),
    found(some) {
      for (const job of some) jobs.push(job);
    },
  });
  let unpublished = 0;
  progress.total(jobs.length);
  await atOnce(
    runner.width,
    jobs,
    async (job) => {
      const { failure } = await runner.perform(job, options.signal);
      if (failure) unpublished++;
      await progress.published(job.document, failure);
    },
    options.signal,
  );
  if (unpublished === 0 && !options.signal?.aborted) await store.saveLinkedAt(planned);
}

/** All that decides what linking would do, and what it did: where it is the same as after the last time, there is nothing to do. */
export async function linkingState(store: Store, rules: PipelineHead): Promise<string> {
  return stateOf(await store.fingerprint(), rules);
}

/** Whether linking would find nothing to do. */
export const isLinked = async (store: Store, rules: PipelineHead): Promise<boolean> =>
  (await linkingState(store, rules)) === (await store.linkedAt());

function stateOf({ given, made }: Fingerprint, rules: PipelineHead): string {
  const { link, publish } = codeVersion();
  return shortId(given, made, rules.version, link, publish);
}

type Row = Omit<CardRow, "card">;

/** A record that is to be made. `reads` is of how many bytes: the document's and those of all that answer it. */
export type PlannedPublish = PublishJob & { reads: number };

/** How records that are not as they should be are found. */
export type FindingChanged = {
  /** All of them, changed or not. */
  force: boolean;
  comparison: CardComparison;
  /** Hears of the jobs that publish them, some at a time, while documents are still compared; those that read most first; no more than `following` come after. */
  found: (jobs: PlannedPublish[], following: number) => void | Promise<void>;
};

/** Jobs are told of so many at a time, or more, until the last: where few records of many change, they still travel together. */
const TOLD_OF = 100;

/** Finds the records that are not as they should be. Gives the state of the store once they are published, if nothing else comes to pass meanwhile. */
export async function changedRecords(
  store: Store,
  rules: PipelineHead,
  { force, comparison, found }: FindingChanged,
): Promise<string> {
  // asked before it is looked what is to be done: whatever is saved from here on is another state
  const { given } = await store.fingerprint();
  const { link } = await storedPipeline(store, rules.version);
  const { rows, keys } = await readCards(store, comparison);
  const declared = (await store.pairs()).filter((pair) => rows.has(pair.asking) && rows.has(pair.answering));
  const changed: PlannedPublish[] = [];
  const tell = async (ids: readonly string[], compared: Compared, following: number) => {
    const jobs = await jobsOf(store, ids, rows, compared);
    for (const { document, recordKey } of jobs) keys.set(document, recordKey);
    for (const job of jobs) if (force || job.recordKey !== rows.get(job.document)!.recordKey) changed.push(job);
    if (changed.length < TOLD_OF && following > 0) return;
    await found(
      changed.splice(0).sort((a, b) => b.reads - a.reads),
      following,
    );
  };
  const known = { rules: link, declared };
  const left = new Set(rows.keys());
  const compared = await comparison.compare(known, async ({ documents, ...some }) => {
    for (const id of documents) left.delete(id);
    await tell(documents, some, left.size);
  });
  await tell([...left], compared, 0);
  return stateOf({ given, made: hashRecordKeys(keys) }, rules);
}

/** The jobs that publish the records of some documents, in their order. */
async function jobsOf(
  store: Store,
  ids: readonly string[],
  rows: ReadonlyMap<string, Row>,
  { pairs, copies }: Compared,
): Promise<PlannedPublish[]> {
  const replies = Map.groupBy(pairs, ({ asking }) => asking);
  const jobs = new Map<string, PlannedPublish>();
  await atOnce(AT_ONCE, ids, async (id) => {
    const answering = (replies.get(id) ?? []).map((pair) => pair.answering).sort();
    jobs.set(id, await jobOf(store, rows.get(id)!, { answering, copyOf: copies.get(id) ?? null }, rows));
  });
  return ids.map((id) => jobs.get(id)!);
}

/** Documents whose inputs are looked up at a time. */
const AT_ONCE = 500;

async function readCards(store: Store, comparison: CardComparison) {
  const rows = new Map<string, Row>();
  const keys = new Map<string, string | null>();
  const code = readingCode();
  for await (const { card, ...row } of store.cards()) {
    keys.set(row.id, row.recordKey);
    // what other code read, and this code could not read again, cannot be understood here
    if (row.code !== code) continue;
    rows.set(row.id, row);
    comparison.add(card);
  }
  return { rows, keys };
}

async function jobOf(
  store: Store,
  row: Row,
  { answering, copyOf }: Pick<PublishJob, "answering" | "copyOf">,
  rows: ReadonlyMap<string, Row>,
): Promise<PlannedPublish> {
  const { link, publish } = codeVersion();
  const replies = await Promise.all(
    answering.map(async (id) => `${rows.get(id)!.readKey} ${await inputsOf(store, id)}`),
  );
  const recordKey = shortId(link, publish, row.readKey, copyOf ?? "", await inputsOf(store, row.id), ...replies);
  const { id: document, bytes, pipeline } = row;
  const reads = answering.reduce((sum, id) => sum + rows.get(id)!.bytes, bytes);
  return { kind: "publish", document, bytes, pipeline, answering, copyOf, recordKey, reads };
}

async function inputsOf(store: Store, id: string): Promise<string> {
  const state = await store.state(id);
  return JSON.stringify([id, ...(state?.inputs ?? []).map(({ uri, name }) => [uri, name])]);
}
