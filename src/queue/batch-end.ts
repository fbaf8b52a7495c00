import { type Job, WaitingChildrenError } from "bullmq";
import { staleDocuments } from "../pipeline/ingest.ts";
import { changedRecords, linkingState } from "../pipeline/link-all.ts";
import { fail, type Rules, readJobFor } from "../pipeline/take-in.ts";
import { failureKeyOf } from "../pipeline/versions.ts";
import type { Store } from "../store/store.ts";
import { addJobs, newPublish, newRead } from "./batch-jobs.ts";
import { documentOf, type Queues } from "./bullmq.ts";
import { loadRules } from "./rules.ts";

/** What the last job of a batch needs. */
export type Ending = { store: Store; queues: Pick<Queues, "documents"> };

/**
 * The job of a batch, done each time that all it waits for is done: where documents are to be read again or records to be published,
 * it adds that and waits; where there is nothing more to do, the batch ends. So batches that touch the same records settle,
 * whichever ends last.
 */
export async function endBatch(job: Job, token: string, { store, queues }: Ending): Promise<void> {
  await waitForChildren(job, token);
  const batch = await store.batch(job.id!);
  if (!batch) return;
  const rules = await loadRules(store, batch);
  const setAside = await saveSetAside(job, store, rules);
  if (batch.state !== "cancelled") {
    const linkedAt = await addWhatIsLeft({ job, store, queues, rules, setAside });
    await waitForChildren(job, token);
    if (linkedAt) await store.saveLinkedAt(linkedAt);
  }
  const state = batch.state === "cancelled" ? "cancelled" : "done";
  const summary = JSON.stringify(await summarise(job, store));
  await store.saveBatch({ ...batch, state, summary, endedAt: new Date().toISOString() });
}

async function waitForChildren(job: Job, token: string): Promise<void> {
  if (await job.moveToWaitingChildren(token)) throw new WaitingChildrenError();
}

type Left = Ending & { job: Job; rules: Rules & { priority: number }; setAside: ReadonlySet<string> };

/** Adds what is to be done yet. Where there is nothing, gives the state of the store that is known to be linked. */
async function addWhatIsLeft({ job, store, queues, rules, setAside }: Left): Promise<string | null> {
  const to = { queues, batch: job.id!, priority: rules.priority };
  const reads = await staleReads(store, rules, setAside);
  await addJobs(
    reads.map((read) => newRead(read.document, read.readKey, to.batch)),
    to,
  );
  if (reads.length > 0) return null;
  await countAsLinking(job);
  const last = rules.pipelines.at(-1)!;
  // asked before it is looked what is to be done: whatever is saved from here on is another state
  const state = await linkingState(store, last);
  const forced = rules.force && !job.data.forced;
  if (!forced && state === (await store.linkedAt())) return state;
  const changed = await changedRecords(store, last, forced);
  const publishes = changed.filter(({ document }) => !setAside.has(`publish ${document}`));
  if (forced) await job.updateData({ ...job.data, forced });
  await addJobs(
    publishes.map((publish) => newPublish(publish, to.batch)),
    to,
  );
  return changed.length === 0 ? state : null;
}

async function staleReads(store: Store, rules: Rules, setAside: ReadonlySet<string>) {
  const stale = (await staleDocuments(store)).filter((id) => !setAside.has(`read ${id}`));
  const states = await Promise.all(stale.map((id) => store.state(id)));
  return states.filter((state) => state !== null).map((state) => readJobFor(state, rules));
}

/** From here on progress is counted anew, as that of linking. */
async function countAsLinking(job: Job): Promise<void> {
  if (job.progress) return;
  const { processed = 0, ignored = 0 } = await job.getDependenciesCount();
  await job.updateProgress(processed + ignored);
}

/** Saves why documents were set aside whose jobs could not say so themselves. Gives "stage document" of all that were. */
async function saveSetAside(job: Job, store: Store, rules: Rules): Promise<Set<string>> {
  const setAside = new Set<string>();
  for (const [key, reason] of Object.entries(await job.getIgnoredChildrenFailures())) {
    const id = key.split(":").at(-1)!;
    const document = documentOf(id);
    if (!document) continue;
    const stage = id.startsWith("read") ? "read" : "publish";
    setAside.add(`${stage} ${document}`);
    const state = await store.state(document);
    if (!state || reason === SAVED) continue;
    const known = failureKeyOf(readJobFor(state, rules).readKey, rules.limits);
    const failure = { stage: stage === "read" ? ("parse" as const) : ("link" as const), ...explain(reason) };
    for (const input of state.inputs) await fail(store, input, document, stage === "read" ? known : "", failure);
  }
  return setAside;
}

/** The reason of a job that has saved its failure itself. */
export const SAVED = "saved";

const explain = (reason: string): { code: string; message: string } => ({
  code: "unavailable",
  message: `Tried again and again in vain (${reason}). To try again: answerable batch retry.`,
});

async function summarise(job: Job, store: Store): Promise<object> {
  const { processed = 0, ignored = 0 } = await job.getDependenciesCount();
  return { jobs: processed + ignored, setAside: ignored, totals: await store.totals() };
}
