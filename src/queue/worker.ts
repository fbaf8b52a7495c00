import { setTimeout as wait } from "node:timers/promises";
import { type Job, type Processor, UnrecoverableError, WaitingError, Worker, type WorkerOptions } from "bullmq";
import { z } from "zod";
import type { JobOutcome } from "../pipeline/runner.ts";
import { fail, readStored } from "../pipeline/take-in.ts";
import type { Store } from "../store/store.ts";
import { endBatch, SAVED } from "./batch-end.ts";
import { BATCHES, DOCUMENTS, fromShortHash, openQueues, PREFIX, PublishData, ReadData } from "./bullmq.ts";
import { createDesks, type Desk } from "./desk.ts";

/** What a worker tells while it works; each may be logged or counted. */
export type WorkerEvents = {
  done(job: { kind: string; batch: string; document: string; seconds: number }, outcome: JobOutcome): void;
  /** An attempt that went wrong; the job is tried again, or set aside where that was the last. */
  failed(job: { kind: string; id: string; attempt: number }, error: Error): void;
  /** A job whose worker was lost, taken over. */
  stalled(id: string): void;
  /** A connection lost, and the like. */
  error(error: Error): void;
};

/** All that a worker needs. */
export type WorkerSetup = {
  store: Store;
  redis: string;
  /** Documents in hand at a time, each in a thread of its own. */
  concurrency: number;
  /** How long a job stays a lost worker's before another takes it, in seconds. */
  lockSeconds: number;
  events: WorkerEvents;
};

/** A worker at work. */
export type RunningWorker = {
  /** Takes nothing new; what is in hand is finished, or after so many seconds given back. */
  stop(graceSeconds: number): Promise<void>;
};

/** A document that was in hand when its worker was lost is tried once more; the second time it is set aside. */
const LOST_ONCE = 1;

/** Takes jobs from the queue until it is stopped. Throws `QueueRefusal` where Redis does not answer. */
export async function startWorker(setup: WorkerSetup): Promise<RunningWorker> {
  const { store, redis, concurrency, lockSeconds } = setup;
  const queues = await openQueues(redis);
  const desks = createDesks(store, concurrency);
  const giveBack = new AbortController();
  const options: WorkerOptions = {
    connection: { url: redis, maxRetriesPerRequest: null } as WorkerOptions["connection"],
    prefix: PREFIX,
    concurrency,
    lockDuration: lockSeconds * 1000,
    stalledInterval: lockSeconds * 1000,
    maxStalledCount: LOST_ONCE,
  };
  const work = { setup, desks, signal: giveBack.signal };
  const workers = [
    listening(new Worker(DOCUMENTS, processorOf(work), options), setup.events),
    listening(
      new Worker(
        BATCHES,
        async (job, token) => (job.name === "batch" ? endBatch(job, token!, { store, queues }) : undefined),
        // a batch is never to blame for a lost worker
        { ...options, concurrency: 2, lockDuration: lockSeconds * 4_000, maxStalledCount: 1_000 },
      ),
      setup.events,
    ),
  ];
  return {
    async stop(graceSeconds) {
      const closed = Promise.all(workers.map((worker) => worker.close()));
      await Promise.race([closed, wait(graceSeconds * 1000, null, { ref: false })]);
      giveBack.abort(new Error("given back"));
      await closed;
      await desks.close();
      await queues.close();
    },
  };
}

function listening(worker: Worker, events: WorkerEvents): Worker {
  return worker
    .on("stalled", events.stalled)
    .on("error", events.error)
    .on("failed", (job, error) => {
      if (job) events.failed({ kind: job.name, id: job.id!, attempt: job.attemptsMade }, error);
    });
}

type Work = { setup: WorkerSetup; desks: ReturnType<typeof createDesks>; signal: AbortSignal };

const processorOf =
  ({ setup, desks, signal }: Work): Processor =>
  async (job, token) => {
    const { batch, document, perform } = readWork(job);
    const desk = await desks.of(batch);
    // cancelled, or forgotten
    if (!desk) return;
    const started = performance.now();
    try {
      const outcome = await perform(desk, signal);
      if (!outcome) return;
      setup.events.done({ kind: job.name, batch, document, seconds: (performance.now() - started) / 1000 }, outcome);
      if (job.name === "publish" && outcome.failure) throw await setAside(setup.store, document, outcome.failure);
    } catch (error) {
      if (!signal.aborted) throw error;
      await job.moveToWait(token);
      throw new WaitingError();
    }
  };

type ToDo = {
  batch: string;
  document: string;
  perform(desk: Desk, signal: AbortSignal): Promise<JobOutcome | null>;
};

/** What a job asks for. Throws what is not tried again where its data is none of ours. */
function readWork(job: Job): ToDo {
  if (job.name === "read") {
    const { d, b } = check(ReadData, job);
    const document = fromShortHash(d);
    return { batch: b, document, perform: (desk, signal) => readStored(document, { ...desk, signal }) };
  }
  const { b, ...publish } = check(PublishData, job);
  return {
    batch: b,
    document: publish.document,
    perform: ({ runner }, signal) => runner.perform({ kind: "publish", ...publish }, signal),
  };
}

function check<T>(schema: z.ZodType<T>, job: Job): T {
  const checked = schema.safeParse(job.data);
  if (!checked.success) throw new UnrecoverableError(`${job.name} ${job.id}: ${z.prettifyError(checked.error)}`);
  return checked.data;
}

async function setAside(store: Store, document: string, failure: NonNullable<JobOutcome["failure"]>): Promise<Error> {
  const input = (await store.state(document))?.inputs[0];
  if (input) await fail(store, input, document, "", failure);
  return new UnrecoverableError(SAVED);
}
