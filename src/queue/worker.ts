import { setTimeout as wait } from "node:timers/promises";
import { type Job, type Processor, UnrecoverableError, WaitingError, Worker, type WorkerOptions } from "bullmq";
import { z } from "zod";
import type { JobOutcome } from "../pipeline/runner.ts";
import { fail, readJobFor, readStored } from "../pipeline/take-in.ts";
import { FIRST_STAGE } from "../pipeline/task.ts";
import { failureKeyOf } from "../pipeline/versions.ts";
import type { Store } from "../store/store.ts";
import { endBatch, SAVED } from "./batch-end.ts";
import { BATCHES, DOCUMENTS, fromShortHash, openQueues, PREFIX, PublishData, ReadData } from "./bullmq.ts";
import { createDesks, type Desk } from "./desk.ts";
import { createRoom, type Room } from "./room.ts";

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

/** BullMQ counts lost workers too, but cannot tell who is to blame; `underSuspicion` can. */
const NEVER_TO_BLAME = 1_000;

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
    maxStalledCount: NEVER_TO_BLAME,
    // no job stays behind when it is done or set aside: the store has what came of it
    removeOnComplete: { count: 0 },
    removeOnFail: { count: 0 },
  };
  const work = { setup, desks, room: createRoom(), signal: giveBack.signal };
  const workers = [
    listening(new Worker(DOCUMENTS, processorOf(work), options), setup.events),
    listening(
      new Worker(
        BATCHES,
        async (job, token) => (job.name === "batch" ? endBatch(job, token!, { store, queues }) : undefined),
        // its planning may keep the thread busy for a while
        { ...options, concurrency: 2, lockDuration: lockSeconds * 4_000 },
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

type Work = { setup: WorkerSetup; desks: ReturnType<typeof createDesks>; room: Room; signal: AbortSignal };

const processorOf =
  ({ setup, desks, room, signal }: Work): Processor =>
  async (job, token) => {
    const todo = readWork(job);
    const work = async () => {
      const desk = await desks.of(todo.batch);
      // none: cancelled, or forgotten
      if (desk) await (job.stalledCounter > 0 ? underSuspicion : doWork)({ job, todo, desk, setup, signal });
    };
    try {
      await (job.stalledCounter > 0 ? room.alone(work) : room.together(work));
    } catch (error) {
      if (!signal.aborted) throw error;
      await job.moveToWait(token);
      throw new WaitingError();
    }
  };

type Doing = { job: Job; todo: ToDo; desk: Desk; setup: WorkerSetup; signal: AbortSignal };

async function doWork({ job, todo, desk, setup, signal }: Doing): Promise<void> {
  const started = performance.now();
  const outcome = await todo.perform(desk, signal);
  if (!outcome) return;
  const { batch, document } = todo;
  setup.events.done({ kind: job.name, batch, document, seconds: (performance.now() - started) / 1000 }, outcome);
  if (job.name === "publish" && outcome.failure) throw await setAside(document, outcome.failure, desk);
}

/**
 * A document in hand when its worker was lost may be what killed it, or may have been in bad company: it is tried once more with
 * nothing beside it. A worker lost then was killed by it.
 */
async function underSuspicion(doing: Doing): Promise<void> {
  const { job, todo, desk, setup } = doing;
  if (job.data.alone) {
    setup.events.failed({ kind: job.name, id: job.id!, attempt: job.attemptsMade }, new Error(CRASHED.code));
    throw await setAside(todo.document, { stage: FIRST_STAGE[job.name as "read" | "publish"], ...CRASHED }, desk);
  }
  await job.updateData({ ...job.data, alone: true });
  try {
    await doWork(doing);
  } finally {
    await job.updateData({ ...job.data, alone: undefined });
  }
}

const CRASHED = {
  code: "crashed-worker",
  message:
    "Twice the worker was lost that had this in hand, the second time with nothing else. To try it again: answerable batch retry.",
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
  const { b, alone: _, ...publish } = check(PublishData, job);
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

/** Saves why a document is set aside; gives the error by which BullMQ does not try it again. */
async function setAside(document: string, failure: NonNullable<JobOutcome["failure"]>, desk: Desk): Promise<Error> {
  const state = await desk.store.state(document);
  const key = state && failure.stage === "parse" ? failureKeyOf(readJobFor(state, desk).readKey, desk.limits) : "";
  for (const input of state?.inputs ?? []) await fail(desk.store, input, document, key, failure);
  return new UnrecoverableError(SAVED);
}
