import { setTimeout as wait } from "node:timers/promises";
import { Worker, type WorkerOptions } from "bullmq";
import type { Store } from "../store/store.ts";
import { createAhead } from "./ahead.ts";
import { endBatch } from "./batch-end.ts";
import { BATCHES, DOCUMENTS, openQueues, PREFIX } from "./bullmq.ts";
import { createDesks } from "./desk.ts";
import type { WorkerEvents } from "./events.ts";
import { createRoom } from "./room.ts";
import { watchWorkers } from "./status.ts";
import { takeJob } from "./take-job.ts";

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

/** BullMQ counts lost workers too, but cannot tell which document is to blame; `underSuspicion` can. */
const NEVER_TO_BLAME = 1_000;

/** Takes jobs from the queue until it is stopped. Throws `QueueRefusal` where Redis does not answer. */
export async function startWorker(setup: WorkerSetup): Promise<RunningWorker> {
  const { store, redis, concurrency, lockSeconds, events } = setup;
  const queues = await openQueues(redis);
  const desks = createDesks(store, concurrency);
  const [stopping, giveBack] = [new AbortController(), new AbortController()];
  const options: WorkerOptions = {
    connection: { url: redis, maxRetriesPerRequest: null } as WorkerOptions["connection"],
    prefix: PREFIX,
    concurrency,
    lockDuration: lockSeconds * 1000,
    stalledInterval: lockSeconds * 1000,
    maxStalledCount: NEVER_TO_BLAME,
    // no job stays behind when it is done or set aside: the store has what came of it
    removeOnComplete: { count: 0 },
    removeOnFail: { count: 0 },
  };
  const workers = watchWorkers(queues);
  const ahead = createAhead(queues, {
    threads: concurrency,
    workers,
    takeUpTo(jobs) {
      documents.concurrency = jobs;
    },
    stopping: stopping.signal,
  });
  const work = {
    concurrency,
    events,
    queues,
    workers,
    desks,
    ahead,
    room: createRoom(),
    signal: giveBack.signal,
  };
  const documents = new Worker(DOCUMENTS, (job, token) => takeJob(job, token!, work), options);
  const consumers = [
    listening(documents, events),
    listening(
      new Worker(
        BATCHES,
        async (job, token) => (job.name === "batch" ? endBatch(job, token!, { store, queues }) : undefined),
        // its planning may keep the thread busy for a while
        { ...options, concurrency: 2, lockDuration: lockSeconds * 4_000 },
      ),
      events,
    ),
  ];
  return {
    async stop(graceSeconds) {
      stopping.abort(new Error("stopping"));
      const closed = Promise.all(consumers.map((worker) => worker.close()));
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
