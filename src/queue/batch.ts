import { randomBytes } from "node:crypto";
import type { Queue } from "bullmq";
import { atOnce } from "../pipeline/at-once.ts";
import type { ReadJob, Runner } from "../pipeline/runner.ts";
import { type Rules, readJobFor } from "../pipeline/take-in.ts";
import type { Store } from "../store/store.ts";
import type { Batch } from "../store/stored.ts";
import { doneTogether } from "../store/together.ts";
import { addReads } from "./batch-jobs.ts";
import { BATCHES, JOB_OPTIONS, type Queues } from "./bullmq.ts";
import { pendingOf } from "./pending.ts";
import { type BatchRules, batchIdOf } from "./rules.ts";
import { STEP } from "./step.ts";

/** A batch to which documents are being added. As a runner it takes jobs to read, and says that they are queued. */
export type OpenBatch = Runner & {
  id: string;
  /** Nothing more comes: the batch may end. */
  shut(): Promise<void>;
};

/** If whoever adds documents is gone for so long, the batch goes on with what it has; in milliseconds. */
const GATE_OPENS = 60_000;

/** Documents come as quickly as they are read from disk, a few at a time; small ones that come within so many milliseconds travel together. */
const LINGER = 50;

/** Opens a batch, or one more way into the batch of the same rules that is under way. */
export async function openBatch(store: Store, queues: Queues, rules: BatchRules): Promise<OpenBatch> {
  const id = batchIdOf(rules);
  const { priority } = rules;
  const started = { rules: JSON.stringify(rules), summary: null, startedAt: new Date().toISOString(), endedAt: null };
  await store.saveBatch({ id, ...started, state: "adding" });
  const gate = await addGate(queues, id, priority);
  const add = doneTogether((jobs: readonly ReadJob[]) => addReads(jobs, { queues, batch: id, priority }), {
    most: STEP,
    linger: LINGER,
  });
  return {
    id,
    width: STEP,
    async perform(job) {
      if (job.kind !== "read") throw new Error("records are published by the batch itself");
      await add(job);
      return { parsed: false, failure: null, queued: true };
    },
    async shut() {
      const row = await store.batch(id);
      if (row?.state === "adding") await store.saveBatch({ ...row, state: "under-way" });
      await gate.open();
    },
    close: async () => {},
  };
}

/** Adds the batch's own job with a gate under it, a job that nobody finishes before it is time. */
async function addGate(
  { flows, batches }: Queues,
  batch: string,
  priority: number,
): Promise<{ open(): Promise<void> }> {
  const jobId = `gate.${batch}.${randomBytes(8).toString("hex")}`;
  await flows.add({
    name: "batch",
    queueName: BATCHES,
    data: {},
    opts: { ...JOB_OPTIONS, jobId: batch, priority, attempts: 1_000_000, backoff: { type: "fixed", delay: 2_000 } },
    children: [{ name: "gate", queueName: BATCHES, opts: { ...JOB_OPTIONS, jobId, delay: GATE_OPENS } }],
  });
  const stay = setInterval(() => void holdGate(batches, jobId), GATE_OPENS / 3).unref();
  return {
    async open() {
      clearInterval(stay);
      await batches.remove(jobId);
    },
  };
}

async function holdGate(batches: Queue, jobId: string): Promise<void> {
  const gate = await batches.getJob(jobId);
  // taken by a worker a moment ago: the batch goes on, and takes what still comes
  if (await gate?.isDelayed()) await gate?.changeDelay(GATE_OPENS);
}

/** How far a batch is, in documents: done (or set aside) and known so far. */
export type BatchProgress = { phase: "reading" | "linking"; done: number; total: number };

/** How far a batch is; costs the same for ten documents and for ten million. Null where the queue knows nothing of it. */
export async function progressOf(queues: Pick<Queues, "batches" | "redis">, id: string): Promise<BatchProgress | null> {
  if (!(await queues.batches.getJob(id))) return null;
  const pending = pendingOf(queues, id);
  const [reading, linking] = await Promise.all([pending.count("read"), pending.count("publish")]);
  const { left, total } = linking.total > 0 ? linking : reading;
  return { phase: linking.total > 0 ? "linking" : "reading", done: total - left, total };
}

/** Adds the documents of a batch that failed once more. Gives how many there are. */
export async function retryBatch(
  store: Store,
  batch: OpenBatch,
  rules: Rules,
  documents: readonly string[],
): Promise<number> {
  let count = 0;
  await atOnce(batch.width, documents, async (id) => {
    const state = await store.state(id);
    if (!state || !(await store.originals.has(id))) return;
    await batch.perform(readJobFor(state, rules));
    count++;
  });
  return count;
}

/** Ends a batch without its waiting documents; those in hand are finished. `removed` tells how many jobs are gone so far. */
export async function cancelBatch(
  store: Store,
  queues: Pick<Queues, "batches" | "documents" | "redis">,
  batch: Batch,
  removed: (count: number) => void = () => {},
): Promise<void> {
  await store.saveBatch({ ...batch, state: "cancelled", endedAt: new Date().toISOString() });
  const job = await queues.batches.getJob(batch.id);
  let count = 0;
  for (let cursor = 0; job; ) {
    const { unprocessed = [], nextUnprocessedCursor = 0 } = await job.getDependencies({
      unprocessed: { cursor, count: STEP },
    });
    await Promise.all(unprocessed.map((key) => removeWaiting(queues, key)));
    count += unprocessed.length;
    removed(count);
    cursor = nextUnprocessedCursor;
    if (cursor === 0) break;
  }
  await pendingOf(queues, batch.id).forget();
}

/** A key is "prefix:queue:id". */
async function removeWaiting(queues: Pick<Queues, "batches" | "documents">, key: string): Promise<void> {
  const [, queue, id = ""] = key.split(":");
  try {
    await (queue === BATCHES ? queues.batches : queues.documents).remove(id);
  } catch (error) {
    // a worker has it in hand
    if (!/locked/.test((error as Error).message)) throw error;
  }
}
