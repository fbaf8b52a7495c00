import { createHash } from "node:crypto";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { addInDozens } from "../../src/queue/batch-jobs.ts";
import { openQueues, type Queues } from "../../src/queue/bullmq.ts";
import { pendingOf } from "../../src/queue/pending.ts";
import { countWorkers } from "../../src/queue/status.ts";
import { type RunningWorker, startWorker } from "../../src/queue/worker.ts";
import { openPostgresStore } from "../../src/store/postgres.ts";
import type { Store } from "../../src/store/store.ts";
import { dropDatabasesAfterwards, freshDatabase, freshRedis } from "../support/databases.ts";
import { runCli, temporaryFolder } from "../support/run-cli.ts";
import { type Addresses, jobsLeft, writeLetters } from "../support/workers.ts";

dropDatabasesAfterwards();
const folder = temporaryFolder("long-jobs");
/** Letters and replies, and a PDF that cannot be read: all of them in one job. */
const ALL = 41;
writeLetters(join(folder, "letters"), 20);

let env: Addresses;
let queues: Queues;
let stores: Store[];
let workers: RunningWorker[];
/** How many documents each job had that was taken to be read, and which documents were. */
let taken: number[];
let read: string[];
beforeEach(async () => {
  env = { REDIS_URL: await freshRedis(), DATABASE_URL: await freshDatabase() };
  queues = await openQueues(env.REDIS_URL);
  [stores, workers, taken, read] = [[], [], [], []];
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop(5)));
  await Promise.all(stores.map((store) => store.close()));
  await queues.close();
  expect(await jobsLeft(env.REDIS_URL)).toBe(0);
});

const cli = (...args: string[]) => runCli(args, folder, env);

/** Adds the batch while nothing is taken. */
async function addBatch(): Promise<string> {
  await queues.documents.pause();
  await cli("ingest", "letters", "--queue");
  return JSON.parse((await cli("batch", "list", "--json")).out)[0].id;
}

async function start(concurrency: number): Promise<void> {
  const store = await openPostgresStore(env.DATABASE_URL);
  stores.push(store);
  const events = {
    started({ kind, documents }: { kind: string; documents: readonly string[] }) {
      if (kind === "read") taken.push(documents.length);
    },
    done({ kind, document }: { kind: string; document: string }) {
      if (kind === "read") read.push(document);
    },
    ended: () => {},
    failed: () => {},
    stalled: () => {},
    error: () => {},
  };
  workers.push(await startWorker({ store, redis: env.REDIS_URL, concurrency, lockSeconds: 30, events }));
  await expect.poll(() => countWorkers(queues)).toBe(workers.length);
}

async function workOff(): Promise<void> {
  await queues.documents.resume();
  expect((await cli("ingest", "letters", "--queue", "--wait")).out).toContain("is done");
}

const mostFirst = () => taken.toSorted((a, b) => b - a);

it.each([
  ["two workers", [1, 1]],
  ["one worker of two threads", [2]],
])("what is left of a batch is read by %s in jobs of a dozen, each document once", async (_, threads) => {
  await addBatch();
  for (const count of threads) await start(count);
  await workOff();
  expect(mostFirst()).toEqual([ALL, 12, 12, 12, 5]);
  expect(read).toHaveLength(ALL);
  expect(new Set(read).size).toBe(ALL);
});

it("a worker of one thread that is alone does a job whole", async () => {
  await addBatch();
  await start(1);
  await workOff();
  expect(taken).toEqual([ALL]);
  expect(read).toHaveLength(ALL);
});

it("a job is done whole while much of its batch is left", async () => {
  const batch = await addBatch();
  const others = Array.from({ length: 1_000 }, (_, at) => createHash("sha256").update(`${at}`).digest("hex"));
  await pendingOf(queues, batch).add("read", others);
  await start(2);
  await workOff();
  expect(taken).toEqual([ALL]);
});

it("nothing is read twice where a worker was lost between giving a job to several and ending it", async () => {
  const batch = await addBatch();
  const [job] = await queues.documents.getJobs(["prioritized"]);
  await addInDozens(job!.data, { queues, batch, priority: job!.opts.priority! });
  await start(2);
  await workOff();
  expect(mostFirst()).toEqual([ALL, 12, 12, 12, 5]);
  expect(read).toHaveLength(ALL);
});
