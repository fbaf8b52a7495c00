import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { startWorker } from "../../src/queue/worker.ts";
import { openPostgresStore } from "../../src/store/postgres.ts";
import { freshRedis } from "../support/databases.ts";
import { noise } from "../support/noise.ts";
import { promisedFiles, runCli, temporaryFolder } from "../support/run-cli.ts";
import { AS_POSTGRES, type Server, startPostgres } from "../support/servers.ts";
import { type Addresses, end, jobsLeft, startWorkerProcess, writeLetters } from "../support/workers.ts";

const folder = temporaryFolder("outage");
writeLetters(join(folder, "letters"), 3);

let postgres: Server;
let env: Addresses;
beforeEach(async () => {
  postgres = await startPostgres();
  env = { REDIS_URL: await freshRedis(), DATABASE_URL: postgres.url };
});
afterEach(() => postgres.end());

const cli = (...args: string[]) => runCli(args, folder, env);

it("a job is tried nine times, each pause twice the last, while PostgreSQL is away; its documents once more when it is back", async () => {
  await cli("ingest", "letters", "--queue");
  const tries: number[] = [];
  const store = await openPostgresStore(env.DATABASE_URL, { patience: 0 });
  await postgres.stop();
  const worker = await startWorker({
    store,
    redis: env.REDIS_URL,
    concurrency: 1,
    lockSeconds: 30,
    events: {
      started: () => {},
      done: () => {},
      ended: () => {},
      stalled: () => {},
      error: () => {},
      failed: ({ kind, attempt }) => {
        if (kind === "read") tries[attempt] = performance.now();
      },
    },
  });
  await expect.poll(() => tries.length, { timeout: 300_000, interval: 200 }).toBe(10);
  const pauses = tries.slice(2).map((at, before) => (at - tries[before + 1]!) / 1000);
  // pauses are of half a second and its doubles; each is counted from when the failure before it was told of, which comes a little late
  for (const [at, pause] of pauses.entries()) expect(pause).toBeGreaterThan(0.4 * 2 ** at);
  await postgres.start();
  await cli("ingest", "letters", "--queue", "--wait", "--out", "after");
  await worker.stop(5);
  await store.close();
  await runCli(["ingest", "letters", "--store", "alone.db", "--out", "alone"], folder);
  expect(promisedFiles(join(folder, "after"))).toEqual(promisedFiles(join(folder, "alone")));
  expect(await jobsLeft(env.REDIS_URL)).toBe(0);
});

/** No file that PostgreSQL writes may be longer than its log's (16 MB): it says of others what it says of a full disk. */
const FULL = 16 * 2 ** 20;

function limitFiles(pid: number, bytes: number | "unlimited"): void {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
  for (const each of [pid, ...children]) {
    const [program = "", ...args] = [...AS_POSTGRES, "prlimit", `--pid=${each}`, `--fsize=${bytes}:unlimited`];
    try {
      execFileSync(program, args, { cwd: "/" });
    } catch (error) {
      // a child that has ended meanwhile needs no limit
      if (existsSync(`/proc/${each}`)) throw error;
    }
  }
}

it("a worker gets through when the disk under PostgreSQL is full for a while, with the same records", async () => {
  for (let at = 0; at < 12; at++) writeFileSync(join(folder, "letters", `long-${at}.txt`), noise(at, 150_000));
  await cli("ingest", "letters", "--queue");
  limitFiles(postgres.pid(), FULL);
  const worker = await startWorkerProcess(folder, env);
  let log = "";
  worker.stdout!.on("data", (words) => {
    log += words;
  });
  await expect.poll(() => log, { timeout: 300_000 }).toMatch(/could not extend file .*"attempt failed"/);
  limitFiles(postgres.pid(), "unlimited");
  await cli("ingest", "letters", "--queue", "--wait", "--out", "after-full");
  await end(worker, "SIGTERM");
  await runCli(["ingest", "letters", "--store", "alone.db", "--out", "alone-full"], folder);
  expect(promisedFiles(join(folder, "after-full"))).toEqual(promisedFiles(join(folder, "alone-full")));
  expect(await jobsLeft(env.REDIS_URL)).toBe(0);
});
