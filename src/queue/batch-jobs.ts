import type { JobsOptions } from "bullmq";
import type { PlannedPublish } from "../pipeline/link-all.ts";
import type { ReadJob } from "../pipeline/runner.ts";
import { shortId } from "../records/ids.ts";
import { BATCHES, PREFIX, type PublishData, type Queues, type ReadData, toShortHash } from "./bullmq.ts";
import { SOONER } from "./errands.ts";
import { inDozens, inGroups } from "./in-groups.ts";
import { pendingOf, type Stage } from "./pending.ts";
import { STEP } from "./step.ts";

/** What jobs are added to. */
export type AddingTo = {
  queues: Pick<Queues, "documents" | "redis">;
  batch: string;
  priority: number;
  /** They are known to wait, and have no job. */
  again?: boolean;
};

/** Adds documents to be read, for which the batch then waits. Those that wait already are not added again. */
export async function addReads(jobs: readonly ReadJob[], to: AddingTo): Promise<void> {
  await addInSteps("read", jobs, to, {
    following: Number.POSITIVE_INFINITY,
    bytesOf: ({ bytes }) => bytes,
    dataOf: (several) => ({ d: several.map(({ document }) => toShortHash(document)) }),
  });
}

/** Adds records to be published, after which up to so many others follow. */
export async function addPublishes(jobs: readonly PlannedPublish[], to: AddingTo, following: number): Promise<void> {
  await addInSteps("publish", jobs, to, {
    following,
    bytesOf: ({ reads }) => reads / SOONER,
    dataOf: (several) => ({ p: several.map(({ kind: _, reads: __, ...job }) => job) }),
  });
}

type Wanted = ReadJob | PlannedPublish;
type DataOf = { read: Omit<ReadData, "b">; publish: Omit<PublishData, "b"> };

/** How jobs of one kind travel: how many may follow, by what they are large, and as what. */
type Travelling<S extends Stage, J> = {
  following: number;
  bytesOf: (job: J) => number | null;
  dataOf: (jobs: readonly J[]) => DataOf[S];
};

async function addInSteps<S extends Stage, J extends Wanted & { kind: S }>(
  stage: S,
  jobs: readonly J[],
  to: AddingTo,
  { following, bytesOf, dataOf }: Travelling<S, J>,
): Promise<void> {
  const pending = pendingOf(to.queues, to.batch);
  for (let from = 0; from < jobs.length; from += STEP) {
    const step = new Map(jobs.slice(from, from + STEP).map((job) => [job.document, job]));
    // noted first: what is then not added, because whoever adds is lost, the batch finds left at its end and adds itself
    const fresh = to.again ? [...step.keys()] : await pending.add(stage, [...step.keys()]);
    const groups = inGroups(
      fresh.map((id) => step.get(id)!),
      { bytesOf, left: jobs.length - from + following },
    );
    const added = groups.map((group) => ({ key: keyOf(group), data: dataOf(group) }));
    await addBulk(stage, added, to);
  }
}

/** From stage, content and versions, so that adding twice is adding once. */
const keyOf = (jobs: readonly Wanted[]): string =>
  shortId(...jobs.flatMap((job) => [job.document, job.kind === "read" ? job.readKey : job.recordKey]));

type NewJob = { key: string; data: Omit<ReadData, "b"> | Omit<PublishData, "b"> };

async function addBulk(stage: Stage, jobs: readonly NewJob[], { queues, batch, priority }: AddingTo): Promise<void> {
  const parent = { id: batch, queue: `${PREFIX}:${BATCHES}` };
  await queues.documents.addBulk(
    jobs.map(({ key, data }) => ({
      name: stage,
      data: { ...data, b: batch },
      opts: {
        jobId: `${stage}.${key}.${batch}`,
        priority,
        parent,
        // set aside, a job does not keep its batch from ending
        ignoreDependencyOnFailure: true,
      } satisfies JobsOptions,
    })),
  );
}

/** Adds each document of a job as a job of its own, to be done with no other beside it: one of them may have killed a worker. */
export async function addAlone(stage: Stage, data: ReadData | PublishData, to: AddingTo): Promise<void> {
  const several =
    "d" in data
      ? data.d.map((hash) => ({ key: shortId(hash), data: { d: [hash], suspect: true } }))
      : data.p.map((job) => ({ key: shortId(job.document, job.recordKey), data: { p: [job], suspect: true } }));
  await addBulk(
    stage,
    several.map(({ key, data: own }) => ({ key: `${key}.alone`, data: own })),
    to,
  );
}

/** Adds the documents of a job that reads in jobs of a dozen, for the batch's other workers to share. Doing it twice is doing it once. */
export async function addInDozens({ d }: ReadData, to: AddingTo): Promise<void> {
  const dozens = inDozens(d).map((hashes) => ({ key: `${shortId(...hashes)}.dozen`, data: { d: hashes } }));
  await addBulk("read", dozens, to);
}
