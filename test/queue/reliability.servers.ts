import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { emptyDatabase } from "../support/databases.ts";
import { promisedFiles, readJsonl, runCli, startCli, temporaryFolder } from "../support/run-cli.ts";
import { type Server, startPostgres, startRedis } from "../support/servers.ts";
import { sourcesHash } from "../support/sources-hash.ts";
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
/** One server with an empty database for each run: making a server takes longer than what is to be seen. */
let postgres: Server;
let database: string;
let workers: ChildProcess[] = [];
let undisturbed: Record<string, string>;
let run = 0;

beforeAll(async () => {
  postgres = await startPostgres();
  writeLetters(join(folder, "letters"), LETTERS);
  const embedded = await runCli(["ingest", "letters", "--store", "alone.db", "--out", "alone"], folder);
  expect(embedded.code).toBe(3);
  undisturbed = promisedFiles(join(folder, "alone"));
});

beforeEach(async () => {
  [redis, database] = await Promise.all([startRedis(), emptyDatabase(postgres.url)]);
});

afterEach(async () => {
  await Promise.all(workers.map((worker) => end(worker)));
  workers = [];
  await redis.end();
});
afterAll(() => postgres.end());

const addresses = () => ({ REDIS_URL: redis.url, DATABASE_URL: database });
const work = async (...each: ReturnType<typeof addresses>[]) =>
  workers.push(...(await Promise.all(each.map((env) => startWorkerProcess(folder, env)))));
const twoAtWork = () => work(addresses(), addresses());

type Failure = { name: string; before: () => Promise<unknown>; disturb: () => Promise<unknown> };

const FAILURES: Failure[] = [
  { name: "a worker killed", before: twoAtWork, disturb: () => end(workers[0]!) },
  {
    name: "all workers killed and started again",
    before: twoAtWork,
    async disturb() {
      await Promise.all(workers.map((worker) => end(worker)));
      await twoAtWork();
    },
  },
  { name: "Redis restarted", before: twoAtWork, disturb: () => redis.restart("SIGTERM") },
  { name: "Redis killed and started again", before: twoAtWork, disturb: () => redis.restart("SIGKILL") },
  { name: "PostgreSQL restarted", before: twoAtWork, disturb: () => postgres.restart("SIGINT") },
  {
    name: "the network between a worker and Redis cut for ten seconds",
    async before() {
      proxy = await startProxy(redis.port);
      await work(addresses(), { ...addresses(), REDIS_URL: `redis://127.0.0.1:${proxy.port}/0` });
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

/** A run that came out as it should, by which code. */
type Noted = { name: string; time: number; moment: number; seconds: number; code: string };

/** What of this code was noted before: `npm run torture` that was stopped goes on where it was. */
const LOG = process.env.RELIABILITY_LOG;
const code = sourcesHash();
const notes: Noted[] = LOG && existsSync(LOG) ? (readJsonl(LOG) as Noted[]).filter((noted) => noted.code === code) : [];
const note = (noted: Noted) => {
  notes.push(noted);
  if (LOG) appendFileSync(LOG, `${JSON.stringify(noted)}\n`);
};

const cases = FAILURES.flatMap((failure, kind) =>
  Array.from({ length: TIMES }, (_, time) => ({
    ...{ ...failure, time },
    moment: Math.ceil(seeded(kind * 1000 + time) * LATEST),
  })),
).filter(({ name, time }) => !notes.some((noted) => noted.name === name && noted.time === time));

it.each(cases)(
  "the same comes out after $name when $moment jobs are done",
  async ({ name, time, moment, before, disturb }) => {
    await before();
    const out = `out-${run++}`;
    const started = performance.now();
    const client = startCli(["ingest", "letters", "--queue", "--wait", "--json", "--out", out], folder, addresses());
    await disturbAt(client, moment, disturb);
    const [exit] = client.exitCode === null ? await once(client, "close") : [client.exitCode];
    expect(exit).toBe(3);
    expect(promisedFiles(join(folder, out))).toEqual(undisturbed);
    expect(await jobsLeft(redis.url)).toBe(0);
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    note({ name, time, moment, seconds, code });
  },
);

it("every failure was brought about as often as asked", () => {
  for (const { name } of FAILURES) expect(notes.filter((noted) => noted.name === name).length).toBe(TIMES);
});

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
