import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openQueues } from "../../src/queue/bullmq.ts";
import { dropDatabasesAfterwards, freshDatabase, freshRedis } from "../support/databases.ts";
import { promisedFiles, readJsonl, runCli, temporaryFolder } from "../support/run-cli.ts";
import { freePort } from "../support/servers.ts";
import { type Addresses, end, jobsLeft, startWorkerProcess, writeLetters } from "../support/workers.ts";

dropDatabasesAfterwards();
const folder = temporaryFolder("operation");
writeLetters(join(folder, "letters"), 3);

let env: Addresses;
let children: ChildProcess[] = [];
beforeEach(async () => {
  env = { REDIS_URL: await freshRedis(), DATABASE_URL: await freshDatabase() };
});
afterEach(async () => {
  await Promise.all(children.map((child) => end(child)));
  children = [];
});

const cli = (...args: string[]) => runCli(args, folder, env);
const worker = async (more: Record<string, string> = {}, ...args: string[]) => {
  const child = await startWorkerProcess(folder, { ...env, ...more }, args);
  children.push(child);
  return child;
};

/** On a machine with much else to do a worker may fall silent for longer than the tests' short locks; what is counted here is done once. */
const PATIENT = ["--lock", "60"];

describe("seeing a worker at work", () => {
  it("serves metrics of what it has done and of the queue, and a sign of life", async () => {
    const port = await freePort();
    await worker({}, "--metrics", `${port}`, ...PATIENT);
    await cli("ingest", "letters", "--queue", "--wait");
    const at = `http://127.0.0.1:${port}`;
    expect(await (await fetch(`${at}/health`)).text()).toBe("ok\n");
    const metrics = await (await fetch(`${at}/metrics`)).text();
    expect(metrics).toContain('answerable_jobs_total{kind="read",code="none"} 6');
    expect(metrics).toContain('answerable_jobs_total{kind="publish",code="none"} 6');
    expect(metrics).toMatch(/answerable_jobs_total\{kind="read",code="(?!none)[a-z-]+"\} 1/);
    for (const stage of ["parse", "extract", "link"])
      expect(metrics).toContain(`answerable_stage_seconds_count{stage="${stage}"} 6`);
    expect(metrics).toContain('answerable_queue_jobs{queue="documents",state="active"} 0');
    expect(metrics).toMatch(/^answerable_pages_total \d/m);
    expect(metrics).toMatch(/^answerable_queue_age_seconds 0$/m);
    expect(metrics).toMatch(/^nodejs_heap_size_used_bytes \d/m);
  });

  it("logs a line of JSON for each document, with its batch", async () => {
    const child = await worker({}, ...PATIENT);
    let log = "";
    child.stdout!.on("data", (words) => {
      log += words;
    });
    await cli("ingest", "letters", "--queue", "--wait");
    const { id } = JSON.parse((await cli("batch", "list", "--json")).out)[0];
    await end(child, "SIGTERM");
    const lines = log
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const about = lines.filter(({ document }) => document);
    expect(about.map(({ kind, batch, code = "none" }) => [kind, batch, code]).toSorted()).toEqual([
      ...Array(6).fill(["publish", id, "none"]),
      ["read", id, expect.not.stringMatching("none")],
      ...Array(6).fill(["read", id, "none"]),
    ]);
    for (const line of about)
      expect(line).toMatchObject({ document: expect.stringMatching(/^[0-9a-f]{64}$/), seconds: expect.any(Number) });
  });

  it("sends traces where the environment names a collector: jobs, their documents, the stages of these", async () => {
    const bodies: string[] = [];
    const collector = createServer(async (request, response) => {
      bodies.push((await Array.fromAsync(request)).join(""));
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
    const port = await freePort();
    collector.listen(port, "127.0.0.1");
    const child = await worker({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` }, ...PATIENT);
    await cli("ingest", "letters", "--queue", "--wait");
    await end(child, "SIGTERM");
    collector.close();
    const spans = bodies.flatMap(spansOf);
    const names = new Set(spans.map(({ name }) => name));
    expect([...names].sort()).toEqual(["document", "extract", "link", "parse", "publish", "read"]);
    const byId = new Map(spans.map((span) => [span.spanId, span]));
    const parents = spans
      .filter(({ name }) => name === "link")
      .map(({ parentSpanId }) => byId.get(parentSpanId!)!)
      .map((document) => [document.name, byId.get(document.parentSpanId!)!.name]);
    expect(parents).toEqual(Array(6).fill(["document", "publish"]));
  });
});

type SentSpan = { name: string; spanId: string; parentSpanId?: string };

function spansOf(body: string): SentSpan[] {
  const { resourceSpans } = JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: SentSpan[] }[] }[] };
  return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));
}

describe("pairs that a user names", () => {
  it("hold for documents that are queued, as they do for those read at once", async () => {
    writeFileSync(join(folder, "pairs.csv"), "asking,answering\nletters/letter-1.txt,letters/reply-3.txt\nnobody,no\n");
    await runCli(["ingest", "letters", "--pairs", "pairs.csv", "--store", "alone.db", "--out", "alone"], folder);
    await worker();
    const queued = await cli("ingest", "letters", "--pairs", "pairs.csv", "--queue", "--wait", "--out", "shared");
    expect(queued.errors).toContain("unknown-document");
    expect(promisedFiles(join(folder, "shared"))).toEqual(promisedFiles(join(folder, "alone")));
    const replies = readJsonl(join(folder, "shared", "items.jsonl")).map((item) => item.reply_document_name);
    expect(replies).toContain("reply-3.txt; reply-1.txt");
  });
});

describe("a worker told to stop twice", () => {
  it("ends at once, and another one takes over what it had", async () => {
    const sentence = (at: number) => `Quay number ${at} was built long ago of stone and of wood. `;
    const prose = Array.from({ length: 5_000 }, (_, at) => sentence(at).repeat(10));
    writeFileSync(join(folder, "long.txt"), prose.join("\n\n"));
    const first = await worker();
    const client = cli("ingest", "long.txt", "letters", "--queue", "--wait", "--quiet");
    const queues = await openQueues(env.REDIS_URL);
    while ((await queues.documents.getActiveCount()) === 0) await wait(20);
    await queues.close();
    const told = new Promise<void>((resolve) => {
      first.stdout!.on("data", (words) => String(words).includes('"stopping"') && resolve());
    });
    first.kill("SIGTERM");
    await told;
    // later than what counts as the same signal passed on twice
    await wait(450);
    const ended = once(first, "exit");
    first.kill("SIGTERM");
    expect(await ended).toEqual([130, null]);
    await worker();
    expect((await client).code).toBe(3);
    expect((await cli("list", "--documents")).out).toContain("long.txt");
    expect(await jobsLeft(env.REDIS_URL)).toBe(0);
  });
});
