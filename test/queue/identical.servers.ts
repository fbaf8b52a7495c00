import { cpSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, it } from "vitest";
import { dropDatabasesAfterwards, freshDatabase, freshRedis } from "../support/databases.ts";
import { promisedFiles, runCli, temporaryFolder } from "../support/run-cli.ts";
import { end, jobsLeft, startWorkerProcess, writeLetters } from "../support/workers.ts";

dropDatabasesAfterwards();
const folder = temporaryFolder("identical");
/** Letters and as many replies: 500 documents in CI, 2,000 in `npm run torture`. */
const LETTERS = Number(process.env.LETTERS ?? 250);

let alone: Record<string, string>;

beforeAll(async () => {
  cpSync(fileURLToPath(new URL("../../samples", import.meta.url)), join(folder, "in", "samples"), { recursive: true });
  writeLetters(join(folder, "in", "letters"), LETTERS);
  alone = await embedded(1);
}, 600_000);

async function embedded(threads: number): Promise<Record<string, string>> {
  const out = `embedded-${threads}`;
  await runCli(["ingest", "in", "--store", `${out}.db`, "--out", out, "--workers", `${threads}`, "--quiet"], folder);
  return promisedFiles(join(folder, out));
}

it("there is much to compare", () => {
  expect(Object.keys(alone).length).toBeGreaterThan(2 * LETTERS + 15);
  expect(Object.values(alone).filter((json) => json.includes('"outcome": "accepted"')).length).toBeGreaterThan(
    LETTERS / 2,
  );
});

it("four threads give the bytes of one", async () => {
  expect(await embedded(4)).toEqual(alone);
}, 600_000);

it.each([1, 4])(
  "%i queue workers give the bytes of one thread",
  async (count) => {
    const env = { REDIS_URL: await freshRedis(), DATABASE_URL: await freshDatabase() };
    const workers = await Promise.all(Array.from({ length: count }, () => startWorkerProcess(folder, env)));
    const out = `queue-${count}`;
    const run = await runCli(["ingest", "in", "--queue", "--wait", "--out", out, "--quiet"], folder, env);
    expect(run.code, run.errors).toBe(3);
    await Promise.all(workers.map((worker) => end(worker, "SIGTERM")));
    expect(promisedFiles(join(folder, out))).toEqual(alone);
    expect(await jobsLeft(env.REDIS_URL)).toBe(0);
  },
  600_000,
);
