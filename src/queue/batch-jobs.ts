import type { Job, JobsOptions } from "bullmq";
import type { PublishJob } from "../pipeline/runner.ts";
import { BATCHES, jobId, PREFIX, type PublishData, type Queues, type ReadData, toShortHash } from "./bullmq.ts";

/** A job of a batch before it is added; `key` is the version in its id. */
type NewJob = { document: string; key: string } & (
  | { name: "read"; data: ReadData }
  | { name: "publish"; data: PublishData }
);

/** What jobs are added to. */
export type AddingTo = { queues: Pick<Queues, "documents">; batch: string; priority: number };

/** A document to be read. */
export const newRead = (document: string, readKey: string, batch: string): NewJob => ({
  name: "read",
  document,
  key: readKey,
  data: { d: toShortHash(document), b: batch },
});

/** A record to be published. */
export const newPublish = ({ kind: _, ...job }: PublishJob, batch: string): NewJob => ({
  name: "publish",
  document: job.document,
  key: job.recordKey,
  data: { ...job, b: batch },
});

/** What BullMQ's script answers where the job is waited for by another batch already. */
const OTHER_PARENT = -7;

/** Jobs that travel to Redis together: one round trip, and memory that stays flat. */
export const AT_ONCE = 500;

/** Adds jobs for which the batch then waits. Those that are there already are not added again. */
export async function addJobs(jobs: readonly NewJob[], to: AddingTo): Promise<void> {
  for (let from = 0; from < jobs.length; from += AT_ONCE) await addSome(jobs.slice(from, from + AT_ONCE), to);
}

async function addSome(jobs: readonly NewJob[], { queues, batch, priority }: AddingTo): Promise<void> {
  const parent = { id: batch, queue: `${PREFIX}:${BATCHES}` };
  const entry = (job: NewJob, again: boolean) => ({
    name: job.name,
    data: job.data,
    opts: {
      jobId: jobId(job.name, job.document, job.key, { batch, again }),
      priority,
      parent,
      // set aside, a document does not keep its batch from ending
      ignoreDependencyOnFailure: true,
    } satisfies JobsOptions,
  });
  const added = await queues.documents.addBulk(jobs.map((job) => entry(job, false)));
  const refused = jobs.filter((_, at) => idOf(added[at]!) === OTHER_PARENT);
  if (refused.length > 0) await queues.documents.addBulk(refused.map((job) => entry(job, true)));
}

const idOf = (job: Job): unknown => job.id;
