import { type DefaultJobOptions, FlowProducer, Queue, type RedisOptions } from "bullmq";
import { Redis } from "ioredis";
import { z } from "zod";
import { withoutPassword } from "../records/address.ts";
import { Refusal } from "../records/refusal.ts";

/** Redis cannot be used as asked; `message` says what to do. */
export class QueueRefusal extends Refusal {}

/** All our keys in Redis begin so: one Redis may serve others too. */
export const PREFIX = "answerable";
/** One job a document: to read it, or to publish its record. */
export const DOCUMENTS = "documents";
/** One job a batch, which waits for those of its documents; and the gates that keep it waiting while documents are added. */
export const BATCHES = "batches";

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Short = z.string().regex(/^[0-9a-f]{16}$/);

/** Whether the job was tried with no other beside it, after its worker was lost. */
const alone = z.boolean().optional();

/** Read a document of a batch, in base64url to keep Redis small (PERFORMANCE: 43 characters a hash). What else is needed is in the store. */
export const ReadData = z.strictObject({ d: z.string().regex(/^[\w-]{43}$/), b: Short, alone });
export type ReadData = z.infer<typeof ReadData>;

/** Publish a record of a batch. */
export const PublishData = z.strictObject({
  b: Short,
  document: Hash,
  bytes: z.number(),
  pipeline: Hash,
  answering: z.array(Hash),
  copyOf: Hash.nullable(),
  recordKey: Short,
  alone,
});
export type PublishData = z.infer<typeof PublishData>;

/** A document's id as it stands in job data and job ids. */
export const toShortHash = (id: string): string => Buffer.from(id, "hex").toString("base64url");
/** The id again. */
export const fromShortHash = (hash: string): string => Buffer.from(hash, "base64url").toString("hex");

/**
 * Ids of jobs: from stage, content and versions, so that adding twice is adding once. Where another batch waits for the very same
 * job, this one gets a job of its own (`again`), which finds the work done.
 */
export const jobId = (
  stage: "read" | "publish",
  document: string,
  key: string,
  { batch, again }: { batch: string; again: boolean },
): string => [stage, toShortHash(document), key, ...(again ? [batch] : [])].join(".");

/** The document that a job is about, read from its id. Null for a gate. */
export function documentOf(id: string): string | null {
  const [stage, hash = ""] = id.split(".");
  return stage === "read" || stage === "publish" ? fromShortHash(hash) : null;
}

/** What may pass is tried again for about two minutes. Redis keeps these words with every job: what all share the workers say. */
export const JOB_OPTIONS: DefaultJobOptions = { attempts: 9, backoff: { type: "exponential", delay: 500 } };

/** How long Redis may take to answer at the start, in milliseconds. */
const FIRST_ANSWER = 5_000;

/** Both queues, for those who add and look. Throws `QueueRefusal` where Redis does not answer. */
export async function openQueues(address: string): Promise<Queues> {
  await checkAnswer(address);
  const connection = { url: address, maxRetriesPerRequest: null } as RedisOptions;
  const options = { connection, prefix: PREFIX, defaultJobOptions: JOB_OPTIONS };
  const documents = new Queue(DOCUMENTS, options);
  const batches = new Queue(BATCHES, options);
  const flows = new FlowProducer({ connection, prefix: PREFIX });
  // a lost connection is made again by itself; what was asked meanwhile waits
  for (const queue of [documents, batches]) queue.on("error", () => {});
  flows.on("error", () => {});
  return {
    documents,
    batches,
    flows,
    close: async () => void (await Promise.all([documents.close(), batches.close(), flows.close()])),
  };
}

export type Queues = { documents: Queue; batches: Queue; flows: FlowProducer; close(): Promise<void> };

async function checkAnswer(address: string): Promise<void> {
  const redis = new Redis(address, { lazyConnect: true, connectTimeout: FIRST_ANSWER, retryStrategy: null });
  redis.on("error", () => {});
  try {
    await redis.connect();
    await checkPolicy(redis);
  } catch (error) {
    if (error instanceof QueueRefusal) throw error;
    throw new QueueRefusal(
      `Redis at ${withoutPassword(address)} does not answer (${(error as Error).message}). Start it, or set REDIS_URL.`,
      { cause: error },
    );
  } finally {
    redis.disconnect();
  }
}

/** A Redis that throws keys away when memory is short loses jobs without a word. */
async function checkPolicy(redis: Redis): Promise<void> {
  const policy = /^maxmemory_policy:(\S+)/m.exec(await redis.info("memory"))?.[1] ?? "noeviction";
  if (policy.startsWith("allkeys"))
    throw new QueueRefusal(
      `Redis throws keys away when memory is short (maxmemory-policy ${policy}), jobs too. Run: redis-cli config set maxmemory-policy noeviction`,
    );
}
