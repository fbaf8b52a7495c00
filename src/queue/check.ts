import { Redis } from "ioredis";
import { withoutPassword } from "../records/address.ts";

/** What a look at Redis found; `todo` is how to mend what is not well. */
export type RedisCheck = { well: boolean; what: string; todo?: string };

/** BullMQ's streams and Lua need it (its documentation, "Getting started"). */
const OLDEST = [6, 2];

/** Looks at a Redis or Valkey: whether it answers, is new enough, keeps what it is given. */
export async function checkRedis(address: string): Promise<RedisCheck[]> {
  const redis = new Redis(address, { lazyConnect: true, retryStrategy: null, connectTimeout: 5_000 });
  redis.on("error", () => {});
  const where = withoutPassword(address);
  try {
    await redis.connect();
    const info = parseInfo(await redis.info());
    return [checkVersion(info, where), checkEviction(info), checkPersistence(info)];
  } catch (error) {
    const todo = `${(error as Error).message}. Start it, or set REDIS_URL.`;
    return [{ well: false, what: `Redis at ${where} does not answer`, todo }];
  } finally {
    redis.disconnect();
  }
}

type Info = Record<string, string>;

const parseInfo = (info: string): Info =>
  Object.fromEntries(info.split(/\r?\n/).flatMap((line) => (line.includes(":") ? [line.split(/:(.*)/, 2)] : [])));

function checkVersion({ redis_version = "0", valkey_version }: Info, where: string): RedisCheck {
  const [major = 0, minor = 0] = redis_version.split(".").map(Number);
  const well = major > OLDEST[0]! || (major === OLDEST[0] && minor >= OLDEST[1]!);
  const what = `${valkey_version ? `Valkey ${valkey_version}` : `Redis ${redis_version}`} at ${where}`;
  return well ? { well, what } : { well, what, todo: `Install Redis ${OLDEST.join(".")} or later, or Valkey.` };
}

function checkEviction({ maxmemory_policy = "noeviction" }: Info): RedisCheck {
  const what = `eviction policy ${maxmemory_policy}`;
  if (maxmemory_policy === "noeviction") return { well: true, what };
  const todo = `When memory is short this Redis throws jobs away. Run "redis-cli config set maxmemory-policy noeviction" and put "maxmemory-policy noeviction" into redis.conf.`;
  // volatile-* evicts only keys that expire: of ours only locks, whose loss has a document read twice
  return { well: !maxmemory_policy.startsWith("allkeys"), what, todo };
}

function checkPersistence({ aof_enabled }: Info): RedisCheck {
  if (aof_enabled === "1") return { well: true, what: "append-only file on" };
  return {
    well: true,
    what: "append-only file off",
    todo: `A restart of Redis forgets batches under way (the store loses nothing; the same ingest adds the rest again). Run "redis-cli config set appendonly yes" and put "appendonly yes" into redis.conf.`,
  };
}
