import { type DefaultJobOptions, FlowProducer, Queue, type RedisOptions } from "bullmq";
import { Redis } from "ioredis";
import { z } from "zod";
import { withoutPassword } from "../records/address.ts";
import { Refusal } from "../records/refusal.ts";

/** Redis cannot be used as asked; `message` says what to do. */
export class QueueRefusal extends Refusal {}

/** All our keys in Redis begin so: one Redis may serve others too. */
export const PREFIX = "answerable";
/** Jobs to read documents, or to publish their records: one a document, small ones several to a job. */
export const DOCUMENTS = "documents";
/** One job a batch, which waits for those of its documents; and the gates that keep it waiting while documents are added. */
export const BATCHES = "batches";

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Short = z.string().regex(/^[0-9a-f]{16}$/);
/** A document's id in base64url, to keep Redis small (PERFORMANCE: 43 characters a hash). */
const ShortHash = z.string().regex(/^[\w-]{43}$/);

/** What every job says: its batch, and whether its documents were in hand when a worker was lost. */
const common = {
  b: Short,
  /** To be done with no other beside it. */
  suspect: z.boolean().optional(),
  /** Is being done so: a worker lost now was killed by it. */
  alone: z.boolean().optional(),
};

/** Read documents of a batch. What else is needed is in the store. */
export const ReadData = z.strictObject({ ...common, d: z.array(ShortHash).min(1) });
export type ReadData = z.infer<typeof ReadData>;

/** Publish records of a batch. */
export const PublishData = z.strictObject({
  ...common,
  p: z
    .array(
      z.strictObject({
        document: Hash,
        bytes: z.number(),
        pipeline: Hash,
        answering: z.array(Hash),
        copyOf: Hash.nullable(),
        recordKey: Short,
      }),
    )
    .min(1),
});
export type PublishData = z.infer<typeof PublishData>;

/** A document's id as it stands in job data. */
export const toShortHash = (id: string): string => Buffer.from(id, "hex").toString("base64url");
/** The id again. */
export const fromShortHash = (hash: string): string => Buffer.from(hash, "base64url").toString("hex");

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
  const redis = new Redis(address, { maxRetriesPerRequest: null });
  // a lost connection is made again by itself; what was asked meanwhile waits
  for (const queue of [documents, batches]) queue.on("error", () => {});
  flows.on("error", () => {});
  redis.on("error", () => {});
  return {
    documents,
    batches,
    flows,
    redis,
    async close() {
      await Promise.all([documents.close(), batches.close(), flows.close()]);
      redis.disconnect();
    },
  };
}

/** The queues, and Redis itself for what BullMQ has no place for (`pending.ts`). */
export type Queues = { documents: Queue; batches: Queue; flows: FlowProducer; redis: Redis; close(): Promise<void> };

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
