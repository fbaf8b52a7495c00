import { shortId } from "../records/ids.ts";
import { type Fingerprint, hashRecordKeys } from "../store/fingerprint.ts";
import type { Store } from "../store/store.ts";
import type { CardRow } from "../store/stored.ts";
import { atOnce } from "./at-once.ts";
import { codeVersion } from "./code-version.ts";
import type { CardComparison } from "./compare-cards.ts";
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
  const { jobs, planned } = await changedRecords(store, rules, options.force ?? false);
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

/** What linking would do, and the state of the store once it is done, if nothing else comes to pass meanwhile. */
export type LinkingPlan = { jobs: PublishJob[]; planned: string };

/** The jobs that publish the records which are not as they should be. */
export async function changedRecords(
  store: Store,
  rules: PipelineHead,
  force: boolean,
  comparison: CardComparison | null = null,
): Promise<LinkingPlan> {
  const comparing = comparison ?? (await import("./compare-cards.ts")).comparisonHere();
  // asked before it is looked what is to be done: whatever is saved from here on is another state
  const { given } = await store.fingerprint();
  const { link } = await storedPipeline(store, rules.version);
  const { rows, keys } = await readCards(store, comparing);
  const declared = (await store.pairs()).filter((pair) => rows.has(pair.asking) && rows.has(pair.answering));
  const { pairs, copies } = await comparing.compare({ declared, rules: link });
  const answering = Map.groupBy(pairs, (pair) => pair.asking);
  const jobs: PublishJob[] = [];
  await atOnce(AT_ONCE, rows.values(), async (row) => {
    const ids = (answering.get(row.id) ?? []).map((pair) => pair.answering).sort();
    const job = await jobOf(store, row, { answering: ids, copyOf: copies.get(row.id) ?? null }, rows);
    keys.set(row.id, job.recordKey);
    if (force || job.recordKey !== row.recordKey) jobs.push(job);
  });
  jobs.sort((a, b) => (a.document < b.document ? -1 : 1));
  return { jobs, planned: stateOf({ given, made: hashRecordKeys(keys) }, rules) };
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
): Promise<PublishJob> {
  const { link, publish } = codeVersion();
  const replies = await Promise.all(
    answering.map(async (id) => `${rows.get(id)!.readKey} ${await inputsOf(store, id)}`),
  );
  const recordKey = shortId(link, publish, row.readKey, copyOf ?? "", await inputsOf(store, row.id), ...replies);
  const { id: document, bytes, pipeline } = row;
  return { kind: "publish", document, bytes, pipeline, answering, copyOf, recordKey };
}

async function inputsOf(store: Store, id: string): Promise<string> {
  const state = await store.state(id);
  return JSON.stringify([id, ...(state?.inputs ?? []).map(({ uri, name }) => [uri, name])]);
}
