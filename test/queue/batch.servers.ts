import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Redis } from "ioredis";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sha256 } from "../../src/records/ids.ts";
import { dropDatabasesAfterwards, freshDatabase, freshRedis } from "../support/databases.ts";
import { letterText } from "../support/letters.ts";
import { promisedFiles, readJsonl, runCli, startCli, temporaryFolder } from "../support/run-cli.ts";
import { type Addresses, end, jobsLeft, startWorkerProcess, writeLetters } from "../support/workers.ts";

dropDatabasesAfterwards();
const folder = temporaryFolder("batch");
writeLetters(join(folder, "letters"), 3);
const DOOMED = fileURLToPath(new URL("../support/doomed-worker.ts", import.meta.url));

let env: Addresses;
let children: ReturnType<typeof startCli>[] = [];
beforeEach(async () => {
  env = { REDIS_URL: await freshRedis(), DATABASE_URL: await freshDatabase() };
});
afterEach(async () => {
  await Promise.all(children.map((child) => end(child)));
  children = [];
  expect(await jobsLeft(env.REDIS_URL)).toBe(0);
});

const cli = (...args: string[]) => runCli(args, folder, env);
const worker = async (...args: string[]) => {
  const child = await startWorkerProcess(folder, env, args);
  children.push(child);
  return child;
};
const batches = async () =>
  JSON.parse((await cli("batch", "list", "--json")).out) as { id: string; state: string; total: number }[];

describe("a batch", () => {
  it("waits for workers, is added once however often, and is done when one comes", async () => {
    expect((await cli("ingest", "letters", "--queue")).out).toContain("7 queued");
    expect((await cli("ingest", "letters", "--queue")).out).toContain("7 queued");
    expect(await batches()).toMatchObject([{ state: "under-way", total: 7 }]);
    // small ones travel together
    expect((await cli("status")).out).toMatch(/^0 workers, 0 jobs in hand, [1-6] waiting/);
    await worker();
    const { id } = (await batches())[0]!;
    const shown = await cli("batch", "show", id.slice(0, 6), "--wait");
    expect(shown.out).toContain(": done");
    expect(shown.out).toContain("broken.pdf  ");
    expect(shown.code).toBe(3);
    expect((await cli("status")).out).toContain("6 documents");
  });

  it("is shown with its workers, and with how long its next document has waited", async () => {
    await cli("ingest", "letters", "--queue");
    const { id } = (await batches())[0]!;
    const told = JSON.parse((await cli("status", "--json")).out);
    expect(told).toMatchObject({
      workers: 0,
      active: 0,
      batches: [{ id, state: "under-way", progress: { done: 0, total: 7 } }],
    });
    expect(told.oldest).toBeGreaterThan(0);
    expect((await cli("status")).out).toContain(`batch ${id}: under-way, reading 0 of 7`);
    await worker();
    expect((await cli("status")).out).toMatch(/^1 workers/);
    await cli("batch", "show", id, "--wait");
  });

  it("is lost where Redis was emptied, and the same command adds what is missing", async () => {
    await cli("ingest", "letters", "--queue");
    const redis = new Redis(env.REDIS_URL);
    await redis.flushdb();
    redis.disconnect();
    expect(await batches()).toMatchObject([{ state: "lost" }]);
    await worker();
    expect((await cli("ingest", "letters", "--queue", "--wait")).out).toContain("is done");
    expect((await cli("status")).out).toContain("6 documents");
  });

  it("reads nothing again that has been read, and only links again what changed", async () => {
    await worker();
    await cli("ingest", "letters", "--queue", "--wait", "--out", "first");
    const again = await cli("ingest", "letters", "--queue", "--wait", "--out", "again");
    expect(again.out).toContain("0 queued, 6 unchanged, 1 failed");
    expect(promisedFiles(join(folder, "again"))).toEqual(promisedFiles(join(folder, "first")));
  });

  it("needs no Redis where there is nothing to read and nothing to link", async () => {
    await worker();
    await cli("ingest", "letters", "--queue", "--wait", "--quiet");
    const nowhere = { ...env, REDIS_URL: "redis://127.0.0.1:1" };
    const again = await runCli(["ingest", "letters", "--queue", "--wait"], folder, nowhere);
    expect(again).toMatchObject({
      code: 3,
      out: expect.stringContaining("6 unchanged, 1 failed; there is nothing to do."),
    });
    writeFileSync(join(folder, "new.txt"), letterText(50));
    const more = await runCli(["ingest", "letters", "new.txt", "--queue"], folder, nowhere);
    expect(more).toMatchObject({ code: 1, errors: expect.stringContaining("does not answer") });
  });

  it("parses nothing again when only a cue has changed", async () => {
    const log: string[] = [];
    const child = await worker();
    child.stdout!.on("data", (words) => log.push(...String(words).split("\n").filter(Boolean)));
    const shipped = fileURLToPath(new URL("../../pipelines/gla-correspondence.yaml", import.meta.url));
    for (const name of ["before", "after"])
      writeFileSync(join(folder, `${name}.yaml`), `extends: [${shipped}]\nname: ${name}\n`);
    await cli("ingest", "letters", "--queue", "--wait", "--pipeline", "before.yaml");
    const before = log.length;
    await cli("ingest", "letters", "--queue", "--wait", "--pipeline", "after.yaml");
    const reads = log
      .slice(before)
      .map((line) => JSON.parse(line))
      .filter(({ kind }) => kind === "read");
    expect(reads.length).toBeGreaterThanOrEqual(6);
    expect(reads.filter(({ parsed, code }) => parsed && !code)).toEqual([]);
  });

  it("is cancelled without a worker, and tried again", async () => {
    await cli("ingest", "letters", "--queue");
    const { id } = (await batches())[0]!;
    expect((await cli("batch", "cancel", id)).out).toContain("cancelled");
    await worker();
    expect((await cli("batch", "show", id, "--wait")).out).toContain(": cancelled");
    expect((await cli("ingest", "letters", "--queue", "--wait")).out).toContain(`Batch ${id} is done`);
  });

  it("shares documents with another that waits for the same", async () => {
    await cli("ingest", "letters", "--queue");
    await cli("ingest", "letters/letter-1.txt", "letters/reply-1.txt", "--queue");
    await worker();
    for (const { id } of await batches()) expect((await cli("batch", "show", id, "--wait")).out).toContain(": done");
    expect((await cli("status")).out).toContain("6 documents");
  });

  it("lets a single upload go first", async () => {
    await cli("ingest", "letters", "--queue");
    writeFileSync(join(folder, "urgent.txt"), letterText(99));
    await cli("ingest", "urgent.txt", "--queue");
    const child = startCli(["worker", "--concurrency", "1", "--lock", "2"], folder, env);
    children.push(child);
    const first = await new Promise<string>((resolve) => {
      child.stdout!.on("data", (words) => {
        const line = String(words)
          .split("\n")
          .find((each) => each.includes('"done"'));
        if (line) resolve(JSON.parse(line).document);
      });
    });
    expect(first).toBe(sha256(readFileSync(join(folder, "urgent.txt"))));
    for (const { id } of await batches()) await cli("batch", "show", id, "--wait");
  });
});

describe("a worker", () => {
  it("gives back at SIGTERM what it cannot finish in time", async () => {
    writeFileSync(join(folder, "long.txt"), Array.from({ length: 40 }, (_, at) => letterText(at)).join("\n"));
    const first = await worker("--grace", "1");
    const client = startCli(["ingest", "long.txt", "letters", "--queue", "--wait", "--quiet"], folder, env);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const stopping = performance.now();
    await end(first, "SIGTERM");
    expect(performance.now() - stopping).toBeLessThan(8_000);
    expect(first.exitCode).toBe(0);
    await worker();
    await once(client, "close");
    expect((await cli("list", "--documents")).out).toContain("long.txt");
  });

  it("sets aside a document that kills its worker twice, and none that was in its company", async () => {
    const doomed = sha256(readFileSync(join(folder, "letters", "letter-2.txt")));
    const client = runCli(["ingest", "letters", "--queue", "--wait", "--out", "doomed"], folder, env);
    let killed = 0;
    let ended = false;
    client.finally(() => {
      ended = true;
    });
    while (!ended) {
      const child = spawn(process.execPath, [DOOMED, env.REDIS_URL, env.DATABASE_URL, doomed], { stdio: "ignore" });
      children.push(child);
      const [signal] = await Promise.race([once(child, "exit").then(([, by]) => [by]), client.then(() => ["done"])]);
      if (signal === "SIGKILL") killed++;
    }
    const failures = readJsonl(join(folder, "doomed", "failures.jsonl"));
    expect(failures.map(({ uri, code }) => [uri, code]).toSorted()).toEqual([
      ["broken.pdf", expect.any(String)],
      ["letter-2.txt", "crashed-worker"],
    ]);
    expect(killed).toBe(2);
    // its document is tried again when somebody says so, and only those that failed are
    await worker();
    const { id } = (await batches())[0]!;
    const retried = await cli("batch", "retry", id, "--wait");
    expect(retried.out).toContain(`2 documents are tried again, as batch ${id}`);
    const left = JSON.parse((await cli("batch", "show", id, "--json")).out) as { failures: { uri: string }[] };
    expect(left.failures.map(({ uri }) => uri)).toEqual(["broken.pdf"]);
  });

  it("sets aside a document that is not to be had, and none of its company; the batch ends, and it is tried again when somebody says so", async () => {
    const refused = sha256(readFileSync(join(folder, "letters", "letter-2.txt")));
    const child = spawn(process.execPath, [DOOMED, env.REDIS_URL, env.DATABASE_URL, refused, "refuse"], {
      stdio: "ignore",
    });
    children.push(child);
    await cli("ingest", "letters", "--queue", "--wait", "--out", "refused");
    const failures = readJsonl(join(folder, "refused", "failures.jsonl"));
    expect(failures.map(({ uri, code }) => [uri, code]).toSorted()).toEqual([
      ["broken.pdf", expect.any(String)],
      ["letter-2.txt", "unavailable"],
    ]);
    await end(child);
    await worker();
    const { id } = (await batches())[0]!;
    await cli("batch", "retry", id, "--wait");
    expect((await cli("status")).out).toContain("6 documents");
  });

  it.each([
    ["seconds=1", "timed-out"],
    ["heapMegabytes=48", "out-of-memory"],
  ])("ends what is past the limit %s in its thread, with the code of the embedded runner", async (limit, code) => {
    writeFileSync(join(folder, "long.txt"), Array.from({ length: 3000 }, (_, at) => letterText(at)).join("\n"));
    await worker();
    await cli("ingest", "long.txt", "--queue", "--wait", "--limit", limit, "--out", `shared-${code}`);
    await runCli(["ingest", "long.txt", "--limit", limit, "--store", `${code}.db`, "--out", `alone-${code}`], folder);
    expect(readJsonl(join(folder, `shared-${code}`, "failures.jsonl"))).toMatchObject([{ code }]);
    expect(promisedFiles(join(folder, `shared-${code}`))).toEqual(promisedFiles(join(folder, `alone-${code}`)));
  });
});
