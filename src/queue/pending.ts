import { fromShortHash, PREFIX, type Queues, toShortHash } from "./bullmq.ts";

/** The two kinds of jobs. */
export type Stage = "read" | "publish";

/**
 * What of a batch is still to be done, document by document, whatever jobs they travel in. So a document is added once however often it is
 * asked for, progress is counted in documents, and one whose job came to nothing is known.
 */
export type Pending = {
  /** Those of these documents that are not waiting yet, which now are. */
  add(stage: Stage, documents: readonly string[]): Promise<string[]>;
  /** Are done with; those that `failed` are not tried again by this batch. */
  end(stage: Stage, documents: readonly string[], failed?: readonly string[]): Promise<void>;
  left(stage: Stage): Promise<string[]>;
  isLeft(stage: Stage, document: string): Promise<boolean>;
  failed(stage: Stage): Promise<Set<string>>;
  /** How many there are, and were. Costs the same for ten documents and for ten million. */
  count(stage: Stage): Promise<{ left: number; total: number }>;
  /** Those that have been tried once more, after their job came to nothing. */
  triedAgain(stage: Stage): Promise<Set<string>>;
  noteTriedAgain(stage: Stage, documents: readonly string[]): Promise<void>;
  /** The batch has ended. */
  forget(): Promise<void>;
};

/** Adds to a set and counts, in one step. Gives which were new. */
const ADD = `local fresh = {}
for at, member in ipairs(ARGV) do
  if redis.call("sadd", KEYS[1], member) == 1 then fresh[#fresh + 1] = member end
end
redis.call("incrby", KEYS[2], #fresh)
redis.call("srem", KEYS[3], unpack(ARGV))
return fresh`;

const PARTS = ["left", "total", "failed", "again"] as const;
const STAGES = ["read", "publish"] as const satisfies readonly Stage[];

/** What is to be done of one batch. */
export function pendingOf({ redis }: Pick<Queues, "redis">, batch: string): Pending {
  const key = (stage: Stage, part: (typeof PARTS)[number]) => `${PREFIX}:pending:${batch}:${stage}:${part}`;
  const ids = (hashes: unknown) => (hashes as string[]).map(fromShortHash);
  return {
    async add(stage, added) {
      const keys = [key(stage, "left"), key(stage, "total"), key(stage, "failed")];
      return added.length === 0 ? [] : ids(await redis.eval(ADD, keys.length, ...keys, ...added.map(toShortHash)));
    },
    async end(stage, ended, failed = []) {
      const steps = redis.multi();
      if (failed.length > 0) steps.sadd(key(stage, "failed"), failed.map(toShortHash));
      if (ended.length > 0) steps.srem(key(stage, "left"), ended.map(toShortHash));
      if (steps.length > 0) await steps.exec();
    },
    left: async (stage) => ids(await redis.smembers(key(stage, "left"))),
    isLeft: async (stage, document) => (await redis.sismember(key(stage, "left"), toShortHash(document))) === 1,
    failed: async (stage) => new Set(ids(await redis.smembers(key(stage, "failed")))),
    async count(stage) {
      const [left, total] = await Promise.all([redis.scard(key(stage, "left")), redis.get(key(stage, "total"))]);
      return { left, total: Number(total) };
    },
    triedAgain: async (stage) => new Set(ids(await redis.smembers(key(stage, "again")))),
    async noteTriedAgain(stage, tried) {
      if (tried.length > 0) await redis.sadd(key(stage, "again"), tried.map(toShortHash));
    },
    async forget() {
      await redis.unlink(STAGES.flatMap((stage) => PARTS.map((part) => key(stage, part))));
    },
  };
}
