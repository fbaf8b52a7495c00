import { type Job, WaitingChildrenError } from "bullmq";
import { createComparison } from "../pipeline/compare-cards.ts";
import { changedRecords, linkingState } from "../pipeline/link-all.ts";
import { fail, type Rules, readJobFor } from "../pipeline/take-in.ts";
import { failureKeyOf, readingCode } from "../pipeline/versions.ts";
import type { Store } from "../store/store.ts";
import type { DocumentState } from "../store/stored.ts";
import { type AddingTo, addPublishes, addReads } from "./batch-jobs.ts";
import type { Queues } from "./bullmq.ts";
import { inSlices } from "./in-slices.ts";
import { type Pending, pendingOf, type Stage } from "./pending.ts";
import { loadRules } from "./rules.ts";

/** What the last job of a batch needs. */
export type Ending = { store: Store; queues: Pick<Queues, "documents" | "redis"> };

/**
 * The job of a batch, done each time that all it waits for is done: where documents are to be read again or records to be published,
 * it adds that and waits; where there is nothing more to do, the batch ends. So batches that touch the same records settle,
 * whichever ends last.
 */
export async function endBatch(job: Job, token: string, { store, queues }: Ending): Promise<void> {
  await waitForChildren(job, token);
  const batch = await store.batch(job.id!);
  if (!batch) return;
  const pending = pendingOf(queues, batch.id);
  if (batch.state !== "cancelled") {
    const rules = await loadRules(store, batch);
    const to = { queues, batch: batch.id, priority: rules.priority };
    const linkedAt = await addWhatIsLeft({ job, store, rules, pending, to });
    await waitForChildren(job, token);
    if (linkedAt) await store.saveLinkedAt(linkedAt);
  }
  const state = batch.state === "cancelled" ? "cancelled" : "done";
  const summary = JSON.stringify(await summarise(store, pending));
  await store.saveBatch({ ...batch, state, summary, endedAt: new Date().toISOString() });
  await pending.forget();
}

async function waitForChildren(job: Job, token: string): Promise<void> {
  if (await job.moveToWaitingChildren(token)) throw new WaitingChildrenError();
}

type Left = { job: Job; store: Store; rules: Rules; pending: Pending; to: AddingTo };

/** Adds what is to be done yet. Where there is nothing, gives the state of the store that is known to be linked. */
async function addWhatIsLeft(left: Left): Promise<string | null> {
  if (await addReadsLeft(left)) return null;
  const { job, store, rules, pending, to } = left;
  await setAsidePublishes(left);
  const last = rules.pipelines.at(-1)!;
  const state = await linkingState(store, last);
  const forced = rules.force && !job.data.forced;
  if (!forced && (state === job.data.planned || state === (await store.linkedAt()))) return state;
  const failed = await pending.failed("publish");
  let changed = 0;
  const planned = await changedRecords(store, last, {
    force: forced,
    comparison: createComparison(inSlices),
    async found(jobs, following) {
      changed += jobs.length;
      const wanted = jobs.filter(({ document }) => !failed.has(document));
      await addPublishes(wanted, to, following);
    },
  });
  await job.updateData({ ...job.data, planned, ...(forced ? { forced } : {}) });
  return changed === 0 ? state : null;
}

/** Whether there is anything to read: what other code has read, and once more what is left though nobody is at it. */
async function addReadsLeft({ store, rules, pending, to }: Left): Promise<boolean> {
  const [left, tried, failed] = await Promise.all([
    pending.left("read"),
    pending.triedAgain("read"),
    pending.failed("read"),
  ]);
  await setAside(
    "read",
    left.filter((id) => tried.has(id)),
    { store, rules, pending },
  );
  const again = await jobsFor(
    left.filter((id) => !tried.has(id)),
    { store, rules },
  );
  await addReads(again, { ...to, again: true });
  await pending.noteTriedAgain(
    "read",
    again.map(({ document }) => document),
  );
  const stale = await Array.fromAsync(store.readOtherwise(readingCode()));
  const anew = await jobsFor(
    stale.filter((id) => !failed.has(id)),
    { store, rules: { ...rules, force: false } },
  );
  await addReads(anew, to);
  return again.length + anew.length > 0;
}

/** Records whose job came to nothing are planned once more by what is in the store, and then set aside. */
async function setAsidePublishes(left: Pick<Left, "store" | "rules" | "pending">): Promise<void> {
  const { pending } = left;
  const [waiting, tried] = await Promise.all([pending.left("publish"), pending.triedAgain("publish")]);
  await setAside(
    "publish",
    waiting.filter((id) => tried.has(id)),
    left,
  );
  const again = waiting.filter((id) => !tried.has(id));
  await pending.noteTriedAgain("publish", again);
  await pending.end("publish", again);
}

async function jobsFor(ids: readonly string[], { store, rules }: Pick<Left, "store" | "rules">) {
  const states = await Promise.all(ids.map((id) => store.state(id)));
  return states.filter((state) => state !== null).map((state) => readJobFor(state, rules));
}

/** Saves of documents whose jobs came to nothing, twice, why that is. */
async function setAside(
  stage: Stage,
  ids: readonly string[],
  { store, rules, pending }: Pick<Left, "store" | "rules" | "pending">,
): Promise<void> {
  const states = await Promise.all(ids.map((id) => store.state(id)));
  for (const state of states) if (state) await saveUnavailable(store, state, stage, rules);
  await pending.end(stage, ids, ids);
}

async function saveUnavailable(store: Store, state: DocumentState, stage: Stage, rules: Rules): Promise<void> {
  const key = stage === "read" ? failureKeyOf(readJobFor(state, rules).readKey, rules.limits) : "";
  const failure = { stage: stage === "read" ? ("parse" as const) : ("link" as const), ...UNAVAILABLE };
  for (const input of state.inputs) await fail(store, input, state.id, key, failure);
}

const UNAVAILABLE = {
  code: "unavailable",
  message: "Tried again and again in vain. To try again: answerable batch retry.",
};

async function summarise(store: Store, pending: Pending): Promise<object> {
  const [reading, linking] = await Promise.all([pending.count("read"), pending.count("publish")]);
  return { read: reading.total, linked: linking.total, totals: await store.totals() };
}
