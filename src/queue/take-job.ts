import { type Job, WaitingError } from "bullmq";
import { FIRST_STAGE } from "../pipeline/first-stage.ts";
import { type Ahead, NoTurn, type Turns } from "./ahead.ts";
import { addAlone, addInDozens } from "./batch-jobs.ts";
import type { Queues } from "./bullmq.ts";
import type { createDesks, Desk } from "./desk.ts";
import type { WorkerEvents } from "./events.ts";
import { mostOf } from "./in-groups.ts";
import { pendingOf } from "./pending.ts";
import type { Room } from "./room.ts";
import { readWork, saveFailure, type ToDo } from "./todo.ts";

/** What a worker does its jobs with. */
export type Work = {
  /** Documents in hand at a time. */
  concurrency: number;
  events: WorkerEvents;
  queues: Queues;
  /** How many workers there are. */
  workers: () => Promise<number>;
  desks: ReturnType<typeof createDesks>;
  ahead: Ahead;
  room: Room;
  signal: AbortSignal;
};

/** Does a job, or gives it back. Throws what went wrong with it, for it to be tried again. */
export async function takeJob(job: Job, token: string, work: Work): Promise<void> {
  const { events, desks, ahead, room, signal } = work;
  const todo = readWork(job);
  // a document in hand when its worker was lost may be what killed it
  const suspect = job.stalledCounter > 0 || job.data.suspect === true;
  // who is alone needs no turn, and must not wait for one that somebody outside the room holds
  const turns = suspect ? null : ahead.turns(todo.documents.length);
  const atDesk = async () => {
    const desk = await desks.of(job.data.b);
    // none: cancelled, or forgotten
    if (!desk) return;
    const how = suspect ? underSuspicion : (await isLong(job, todo, work)) ? share : doWork;
    await how({ ...work, job, todo, desk, turns });
  };
  const inHand = {
    id: job.id!,
    kind: todo.stage,
    batch: job.data.b,
    documents: todo.documents,
    attempt: job.attemptsMade,
  };
  events.started(inHand);
  try {
    await (suspect ? room.alone(atDesk) : room.together(atDesk));
    events.ended(inHand, null);
  } catch (error) {
    events.ended(inHand, error as Error);
    if (!signal.aborted && !(error instanceof NoTurn)) throw error;
    await job.moveToWait(token);
    throw new WaitingError();
  } finally {
    turns?.end();
  }
}

type Doing = Pick<Work, "events" | "queues" | "signal"> & { job: Job; todo: ToDo; desk: Desk; turns: Turns | null };

/**
 * Whether others would have nothing to do at the end of the batch's reading while this job is still in hand: it has more documents than
 * would travel together if all that is left were added now. Records travel so from the start, as all of them are known then.
 */
async function isLong(job: Job, { stage, documents }: ToDo, { concurrency, queues, workers }: Work): Promise<boolean> {
  if (stage !== "read" || documents.length <= mostOf(0)) return false;
  if (concurrency === 1 && (await workers()) === 1) return false;
  const { left } = await pendingOf(queues, job.data.b).count(stage);
  return documents.length > mostOf(left);
}

/** Gives the documents of a job to several, of which the one who had it takes what comes. */
async function share({ job, queues }: Doing): Promise<void> {
  await addInDozens(job.data, { queues, batch: job.data.b, priority: job.opts.priority ?? 0 });
}

/** Does the documents of a job side by side, so that what they ask of the store and the threads travels together. */
async function doWork({ job, todo, desk, queues, events, signal, turns }: Doing): Promise<void> {
  const failed: string[] = [];
  const work = todo.documents.map(async (document) => {
    const outcome = await todo.perform(document, desk, signal, turns?.turn);
    if (outcome?.failure) failed.push(document);
    if (outcome) events.done({ id: job.id!, kind: todo.stage, batch: job.data.b, document }, outcome);
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
  const { job, todo, desk, queues, events } = doing;
  const { stage, documents } = todo;
  if (documents.length > 1)
    return addAlone(stage, job.data, { queues, batch: job.data.b, priority: job.opts.priority ?? 0 });
  if (job.data.alone) {
    events.failed({ kind: stage, id: job.id!, attempt: job.attemptsMade }, new Error(CRASHED.code));
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
