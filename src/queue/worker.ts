import { setTimeout as wait } from "node:timers/promises";
import { type Job, WaitingError, Worker, type WorkerOptions } from "bullmq";
import { FIRST_STAGE } from "../pipeline/first-stage.ts";
import type { JobOutcome } from "../pipeline/runner.ts";
import type { Store } from "../store/store.ts";
import { type Ahead, createAhead, NoTurn, type Turns } from "./ahead.ts";
import { endBatch } from "./batch-end.ts";
import { addAlone } from "./batch-jobs.ts";
import { BATCHES, DOCUMENTS, openQueues, PREFIX, type Queues } from "./bullmq.ts";
import { createDesks, type Desk } from "./desk.ts";
import { pendingOf, type Stage } from "./pending.ts";
import { createRoom, type Room } from "./room.ts";
import { readWork, saveFailure, type ToDo } from "./todo.ts";

/** A job that a worker has in hand. */
export type JobInHand = { id: string; kind: Stage; batch: string; documents: readonly string[]; attempt: number };

/** What a worker tells while it works; each may be logged, counted or traced. */
export type WorkerEvents = {
  started(job: JobInHand): void;
  /** One of its documents is done with. */
  done(job: Pick<JobInHand, "id" | "kind" | "batch"> & { document: string }, outcome: JobOutcome): void;
  /** Is done, was given back, or went wrong. */
  ended(job: JobInHand, error: Error | null): void;
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

/** BullMQ counts lost workers too, but cannot tell which document is to blame; `underSuspicion` can. */
const NEVER_TO_BLAME = 1_000;

/** Takes jobs from the queue until it is stopped. Throws `QueueRefusal` where Redis does not answer. */
export async function startWorker(setup: WorkerSetup): Promise<RunningWorker> {
  const { store, redis, concurrency, lockSeconds } = setup;
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
  const ahead = createAhead(queues, {
    threads: concurrency,
    takeUpTo(jobs) {
      documents.concurrency = jobs;
    },
    stopping: stopping.signal,
  });
  const work = { setup, queues, desks, ahead, room: createRoom(), signal: giveBack.signal };
  const documents = new Worker(DOCUMENTS, (job, token) => takeJob(job, token!, work), options);
  const workers = [
    listening(documents, setup.events),
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
      stopping.abort(new Error("stopping"));
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

type Work = {
  setup: WorkerSetup;
  queues: Queues;
  desks: ReturnType<typeof createDesks>;
  ahead: Ahead;
  room: Room;
  signal: AbortSignal;
};

/** Does a job, or gives it back. */
async function takeJob(job: Job, token: string, work: Work): Promise<void> {
  const { setup, desks, ahead, room, signal } = work;
  const todo = readWork(job);
  // a document in hand when its worker was lost may be what killed it
  const suspect = job.stalledCounter > 0 || job.data.suspect === true;
  // who is alone needs no turn, and must not wait for one that somebody outside the room holds
  const turns = suspect ? null : ahead.turns(todo.documents.length);
  const atDesk = async () => {
    const desk = await desks.of(job.data.b);
    // none: cancelled, or forgotten
    if (desk) await (suspect ? underSuspicion : doWork)({ ...work, job, todo, desk, turns });
  };
  const inHand = {
    id: job.id!,
    kind: todo.stage,
    batch: job.data.b,
    documents: todo.documents,
    attempt: job.attemptsMade,
  };
  setup.events.started(inHand);
  try {
    await (suspect ? room.alone(atDesk) : room.together(atDesk));
    setup.events.ended(inHand, null);
  } catch (error) {
    setup.events.ended(inHand, error as Error);
    if (!signal.aborted && !(error instanceof NoTurn)) throw error;
    await job.moveToWait(token);
    throw new WaitingError();
  } finally {
    turns?.end();
  }
}

type Doing = Pick<Work, "setup" | "queues" | "signal"> & { job: Job; todo: ToDo; desk: Desk; turns: Turns | null };

/** Does the documents of a job side by side, so that what they ask of the store and the threads travels together. */
async function doWork({ job, todo, desk, queues, setup, signal, turns }: Doing): Promise<void> {
  const failed: string[] = [];
  const work = todo.documents.map(async (document) => {
    const outcome = await todo.perform(document, desk, signal, turns?.turn);
    if (outcome?.failure) failed.push(document);
    if (outcome) setup.events.done({ id: job.id!, kind: todo.stage, batch: job.data.b, document }, outcome);
  });
  // all of them, that none is still at work when the job is tried again
  const ends = await Promise.allSettled(work);
  // those that came through are done with, whatever became of their company
  const done = todo.documents.filter((_, at) => ends[at]!.status === "fulfilled");
  await pendingOf(queues, job.data.b).end(todo.stage, done, failed);
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}

/**
 * Documents that were in hand when their worker was lost may be to blame, or may have been in bad company: each is tried once more with
 * nothing beside it. A worker lost then was killed by it.
 */
async function underSuspicion(doing: Doing): Promise<void> {
  const { job, todo, desk, queues, setup } = doing;
  const { stage, documents } = todo;
  if (documents.length > 1)
    return addAlone(stage, job.data, { queues, batch: job.data.b, priority: job.opts.priority ?? 0 });
  if (job.data.alone) {
    setup.events.failed({ kind: stage, id: job.id!, attempt: job.attemptsMade }, new Error(CRASHED.code));
    await saveFailure(documents[0]!, { stage: FIRST_STAGE[stage], ...CRASHED }, desk);
    return pendingOf(queues, job.data.b).end(stage, documents, documents);
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
