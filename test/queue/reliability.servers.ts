import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { promisedFiles, runCli, startCli, temporaryFolder } from "../support/run-cli.ts";
import { type Server, startPostgres, startRedis } from "../support/servers.ts";
import { end, jobsLeft, startProxy, startWorkerProcess, writeLetters } from "../support/workers.ts";

const folder = temporaryFolder("reliability");
/** Enough that reading and linking take several jobs each: small documents travel several to a job. */
const LETTERS = Number(process.env.FAILURES ?? 1) > 1 ? 200 : 60;
const JOBS = 2 * (2 * LETTERS) + 1;
/** How many times each failure is brought about: once in CI, twenty times and more in `npm run torture`. */
const TIMES = Number(process.env.FAILURES ?? 1);

/** The same numbers from 0 to 1 every time: a linear congruential generator (constants of Numerical Recipes). */
function seeded(number: number): number {
  let state = 20_261_121 + number;
  for (let at = 0; at < 3; at++) state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
}

/**
 * The latest moment of a failure. Progress is told at intervals and comes in steps of a job: of a batch on a quick machine the last links may be done
 * within one, and it ends before it can be disturbed.
 */
const LATEST = TIMES > 1 ? 0.8 * JOBS : LETTERS;

let redis: Server;
let postgres: Server;
let workers: ChildProcess[] = [];
let undisturbed: Record<string, string>;
let run = 0;

beforeAll(async () => {
  writeLetters(join(folder, "letters"), LETTERS);
  const embedded = await runCli(["ingest", "letters", "--store", "alone.db", "--out", "alone"], folder);
  expect(embedded.code).toBe(3);
  undisturbed = promisedFiles(join(folder, "alone"));
});

beforeEach(async () => {
  [redis, postgres] = await Promise.all([startRedis(), startPostgres()]);
});

afterEach(async () => {
  await Promise.all(workers.map((worker) => end(worker)));
  workers = [];
  await Promise.all([redis.end(), postgres.end()]);
});

const addresses = () => ({ REDIS_URL: redis.url, DATABASE_URL: postgres.url });
const work = async (count: number, env = addresses()) => {
  for (let at = 0; at < count; at++) workers.push(await startWorkerProcess(folder, env));
};

type Failure = { name: string; before: () => Promise<unknown>; disturb: () => Promise<unknown> };

const FAILURES: Failure[] = [
  { name: "a worker killed", before: () => work(2), disturb: () => end(workers[0]!) },
  {
    name: "all workers killed and started again",
    before: () => work(2),
    async disturb() {
      await Promise.all(workers.map((worker) => end(worker)));
      await work(2);
    },
  },
  { name: "Redis restarted", before: () => work(2), disturb: () => redis.restart("SIGTERM") },
  { name: "Redis killed and started again", before: () => work(2), disturb: () => redis.restart("SIGKILL") },
  { name: "PostgreSQL restarted", before: () => work(2), disturb: () => postgres.restart("SIGINT") },
  {
    name: "the network between a worker and Redis cut for ten seconds",
    async before() {
      proxy = await startProxy(redis.port);
      await work(1);
      await work(1, { ...addresses(), REDIS_URL: `redis://127.0.0.1:${proxy.port}/0` });
    },
    async disturb() {
      proxy!.cut();
      await wait(10_000);
      proxy!.mend();
    },
  },
];

let proxy: Awaited<ReturnType<typeof startProxy>> | null = null;
afterAll(() => proxy?.end());

const cases = FAILURES.flatMap((failure, kind) =>
  Array.from({ length: TIMES }, (_, time) => ({
    ...failure,
    moment: Math.ceil(seeded(kind * 1000 + time) * LATEST),
  })),
);

it.each(cases)(
  "the same comes out after $name when $moment jobs are done",
  async ({ name, moment, before, disturb }) => {
    await before();
    const out = `out-${run++}`;
    const started = performance.now();
    const client = startCli(["ingest", "letters", "--queue", "--wait", "--json", "--out", out], folder, addresses());
    await disturbAt(client, moment, disturb);
    const [code] = client.exitCode === null ? await once(client, "close") : [client.exitCode];
    expect(code).toBe(3);
    expect(promisedFiles(join(folder, out))).toEqual(undisturbed);
    expect(await jobsLeft(redis.url)).toBe(0);
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    if (process.env.RELIABILITY_LOG)
      appendFileSync(process.env.RELIABILITY_LOG, `${JSON.stringify({ name, moment, seconds })}\n`);
  },
);

/** Disturbs a batch once so many of its jobs are done, counted over both its phases. */
function disturbAt(client: ChildProcess, moment: number, disturb: () => Promise<unknown>): Promise<void> {
  return new Promise((resolve, reject) => {
    let disturbed = false;
    let words = "";
    client.stdout!.on("data", (more) => {
      words += more;
      const lines = words.split("\n");
      words = lines.pop()!;
      for (const line of lines) {
        const { event, phase, done } = JSON.parse(line);
        if (disturbed || event !== "progress") continue;
        if ((phase === "linking" ? done + 2 * LETTERS : done) < moment) continue;
        disturbed = true;
        disturb().then(() => resolve(), reject);
      }
    });
    client.once("close", (code) => {
      if (!disturbed) reject(new Error(`it ended with ${code} before it was disturbed`));
    });
  });
}
