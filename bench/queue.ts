// What the queue costs: overhead over the stages' own time, speed-up from one to four workers beside a control of pure CPU, Redis bytes a
// document, the cost of a run over unchanged input and after a changed cue, and a million pending jobs.
//   node bench/queue.ts [overhead speed-up again million]     DOCUMENTS=2000 JOBS=1000000
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Redis } from "ioredis";
import { cancelBatch, openBatch, progressOf } from "../src/queue/batch.ts";
import { openQueues } from "../src/queue/bullmq.ts";
import { openPostgresStore } from "../src/store/postgres.ts";
import { startPostgres, startRedis } from "../test/support/servers.ts";

const DOCUMENTS = Number(process.env.DOCUMENTS ?? 400);
const JOBS = Number(process.env.JOBS ?? 100_000);
const BIN = fileURLToPath(new URL("../bin/answerable.js", import.meta.url));
const SAMPLES = fileURLToPath(new URL("../samples", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "answerable-bench-"));
const wanted = process.argv.slice(2);
const wants = (part: string) => wanted.length === 0 || wanted.includes(part);

type Site = { env: NodeJS.ProcessEnv; redis: string; database: string; end(): Promise<void> };

async function site(): Promise<Site> {
  const [redis, postgres] = await Promise.all([startRedis(), startPostgres()]);
  const env = { ...process.env, REDIS_URL: redis.url, DATABASE_URL: postgres.url };
  const end = async () => void (await Promise.all([redis.end(), postgres.end()]));
  return { env, redis: redis.url, database: postgres.url, end };
}

/** So many documents of the samples' mix: each sample again and again, told apart by a line or a comment at its end. */
function writeMix(into: string, count: number): void {
  mkdirSync(into, { recursive: true });
  const paths = readdirSync(SAMPLES, { recursive: true, encoding: "utf8" }).filter(
    (path) => /\.(txt|md|html|eml|pdf)$/.test(path) && !/about|README/.test(path) && !path.includes("scanned"),
  );
  for (let at = 0; at < count; at++) {
    const path = paths[at % paths.length]!;
    const bytes = readFileSync(join(SAMPLES, path));
    const note = /html$/.test(path) ? `<!-- ${at} -->` : /pdf$/.test(path) ? `\n% ${at}\n` : `\n${at}\n`;
    writeFileSync(join(into, `${at}${extname(path)}`), Buffer.concat([bytes, Buffer.from(note)]));
  }
}

/** Question pages of about 2 KB. */
function writeQuestions(into: string, count: number): void {
  mkdirSync(into, { recursive: true });
  const filler =
    "The figures for each year and each district are kept by the department and are published with its yearly report. ";
  for (let at = 0; at < count; at++)
    writeFileSync(
      join(into, `${at}.html`),
      `<html><head><title>Harbour question ${at}</title></head><body><main><h1>Harbour lights ${at}</h1><p>Reference: 2024/${1000 + at}</p>
<h2>Question</h2><p>Will you publish how many lights of pier ${at} were mended in 2023?</p>
<h2>Answer</h2><p>We will publish the number for pier ${at} in May. ${filler.repeat(12)}</p></main></body></html>`,
    );
}

async function startWorkers(count: number, { env }: Site) {
  const workers = Array.from({ length: count }, () => {
    const child = spawn(process.execPath, [BIN, "worker", "--concurrency", "1"], {
      env,
      cwd: folder,
      stdio: ["ignore", "pipe", "inherit"],
    });
    let log = "";
    child.stdout.on("data", (words) => {
      log += words;
    });
    const started = new Promise<void>((resolve) =>
      child.stdout.on("data", () => log.includes('"started"') && resolve()),
    );
    return {
      child,
      started,
      lines: () =>
        log
          .split("\n")
          .filter(Boolean)
          .map((line) => JSON.parse(line)),
    };
  });
  await Promise.all(workers.map(({ started }) => started));
  return {
    async stop() {
      for (const { child } of workers) {
        child.kill("SIGTERM");
        await once(child, "exit");
      }
      const lines = workers.flatMap(({ lines }) => lines());
      const stopped = lines.filter(({ msg }) => msg === "stopped");
      const sum = (name: string) => stopped.reduce((total, each) => total + each[name], 0);
      return { lines, cpu: sum("cpuSeconds"), stages: sum("stageSeconds") };
    },
  };
}

async function cli(args: string[], { env }: Site): Promise<{ seconds: number; cpu: number }> {
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [
      "-e",
      `process.on("exit",()=>{const u=process.cpuUsage();process.stderr.write("CPU "+(u.user+u.system)/1e6)});process.argv.splice(1,0,${JSON.stringify(BIN)});await import(${JSON.stringify(BIN)})`,
      "--input-type=module",
      ...args,
    ],
    { env, cwd: folder },
  );
  let errors = "";
  child.stderr.on("data", (words) => {
    errors += words;
  });
  await once(child, "close");
  return { seconds: (performance.now() - started) / 1000, cpu: Number(/CPU ([\d.]+)/.exec(errors)?.[1] ?? Number.NaN) };
}

const say = (what: string, value: string) => console.log(`${what.padEnd(64)} ${value}`);
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

async function overhead(name: string, input: string): Promise<void> {
  const at = await site();
  const workers = await startWorkers(1, at);
  await cli(["ingest", input, "--queue", "--wait", "--quiet"], at);
  const { cpu, stages } = await workers.stop();
  say(`${name}: CPU of the worker beside its stages' own`, `${percent((cpu - stages) / cpu)} of ${cpu.toFixed(1)} s`);
  await at.end();
}

async function again(input: string): Promise<void> {
  const at = await site();
  const workers = await startWorkers(1, at);
  const first = await cli(["ingest", input, "--queue", "--wait", "--quiet"], at);
  const second = await cli(["ingest", input, "--queue", "--wait", "--quiet"], at);
  say(
    "run again over unchanged input, share of the first run's time",
    `${percent(second.seconds / first.seconds)} of ${first.seconds.toFixed(1)} s`,
  );
  await workers.stop();
  await at.end();
}

async function speedUp(input: string): Promise<void> {
  const times: number[] = [];
  const control: number[] = [];
  for (const count of [1, 4]) {
    const spin = `const end=performance.now();let n=0;for(let i=0;i<1.2e9;i++)n+=i%7;console.log(performance.now()-end)`;
    const began = performance.now();
    await Promise.all(Array.from({ length: count }, async () => once(spawn(process.execPath, ["-e", spin]), "close")));
    control.push(performance.now() - began);
    const at = await site();
    const workers = await startWorkers(count, at);
    times.push((await cli(["ingest", input, "--queue", "--wait", "--quiet"], at)).seconds);
    await workers.stop();
    await at.end();
  }
  const ours = times[0]! / times[1]!;
  const theirs = (4 * control[0]!) / control[1]!;
  say(
    "speed-up from 1 to 4 workers, beside a control of pure CPU",
    `${ours.toFixed(2)} ×, ${theirs.toFixed(2)} ×, ratio ${(ours / theirs).toFixed(2)}`,
  );
}

/** Pending jobs whose documents nobody needs to have: adding, looking and cancelling, with the memory of this process. */
async function million(): Promise<void> {
  const at = await site();
  const [store, queues, redis] = [
    await openPostgresStore(at.database),
    await openQueues(at.redis),
    new Redis(at.redis),
  ];
  const used = async () => Number(/used_memory:(\d+)/.exec(await redis.info("memory"))![1]);
  const before = await used();
  const limits = {
    bytes: 1,
    characters: 1,
    pages: 1,
    depth: 1,
    unpackedBytes: 1,
    seconds: 1,
    heapMegabytes: 1,
    ocr: { use: "never", engine: "auto" } as const,
  };
  const rules = { given: ["x"], roots: ["/x"], pipelines: ["v"], limits, force: false, priority: 10 };
  let started = performance.now();
  const batch = await openBatch(store, queues, rules);
  const memory = [process.memoryUsage().rss];
  for (let from = 0; from < JOBS; from += 500) {
    await Promise.all(
      Array.from({ length: Math.min(500, JOBS - from) }, (_, add) =>
        batch.perform({
          kind: "read",
          bytes: 2_000,
          document: (from + add).toString(16).padStart(64, "7"),
          extension: ".txt",
          parseKey: "",
          readKey: "0123456789abcdef",
          force: false,
        }),
      ),
    );
    if (from % 50_000 === 0) memory.push(process.memoryUsage().rss);
  }
  await batch.shut();
  say(`${JOBS.toLocaleString("en-GB")} jobs added in`, `${((performance.now() - started) / 1000).toFixed(1)} s`);
  say("Redis bytes a pending document", `${Math.round(((await used()) - before) / JOBS)}`);
  started = performance.now();
  await progressOf(queues, batch.id);
  say("first progress after", `${(performance.now() - started).toFixed(0)} ms`);
  started = performance.now();
  let first = 0;
  await cancelBatch(store, queues, (await store.batch(batch.id))!, () => {
    first ||= performance.now() - started;
  });
  say(
    "cancelled in, first progress after",
    `${((performance.now() - started) / 1000).toFixed(1)} s, ${first.toFixed(0)} ms`,
  );
  memory.push(process.memoryUsage().rss);
  say(
    "memory of the client, at the start, least and most",
    `${Math.round(memory[0]! / 1e6)}, ${Math.round(Math.min(...memory) / 1e6)}–${Math.round(Math.max(...memory) / 1e6)} MB`,
  );
  await Promise.all([store.close(), queues.close()]);
  redis.disconnect();
  await at.end();
}

try {
  writeMix(join(folder, "mix"), DOCUMENTS);
  writeQuestions(join(folder, "questions"), DOCUMENTS);
  if (wants("overhead")) {
    await overhead(`${DOCUMENTS} documents of the samples' mix`, "mix");
    await overhead(`${DOCUMENTS} question pages of 2 KB`, "questions");
  }
  if (wants("again")) await again("mix");
  if (wants("speed-up")) await speedUp("mix");
  if (wants("million")) await million();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
