// What the queue costs: overhead over the same stages alone (bench/overhead.ts), speed-up from one worker to one a core, in two ways (bench/speed-up.ts), Redis bytes a document, the cost of a run over unchanged input and after a changed cue, and a million pending jobs.
//   node bench/queue.ts [overhead again speed-up all-cores million]     DOCUMENTS=2000 ROUNDS=5 JOBS=1000000
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Redis } from "ioredis";
import { cancelBatch, openBatch, progressOf } from "../src/queue/batch.ts";
import { openQueues } from "../src/queue/bullmq.ts";
import { openPostgresStore } from "../src/store/postgres.ts";
import { percent } from "./median.ts";
import { writeMix } from "./mix.ts";
import { overheads } from "./overhead.ts";
import { cli, openSite, say, startWorkers } from "./site.ts";
import { speedUp, speedUpWithAllCores } from "./speed-up.ts";

const DOCUMENTS = Number(process.env.DOCUMENTS ?? 400);
const JOBS = Number(process.env.JOBS ?? 100_000);
const SHIPPED = fileURLToPath(new URL("../pipelines/gla-correspondence.yaml", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "answerable-bench-"));
const wanted = process.argv.slice(2);
const wants = (part: string) => wanted.length === 0 || wanted.includes(part);

/** Question pages of about 2 KB. */
function writeQuestions(into: string, [first, end]: readonly [number, number]): void {
  mkdirSync(into, { recursive: true });
  const filler =
    "The figures for each year and each district are kept by the department and are published with its yearly report. ";
  for (let at = first; at < end; at++)
    writeFileSync(
      join(into, `${at}.html`),
      `<html><head><title>Harbour question ${at}</title></head><body><main><h1>Harbour lights ${at}</h1><p>Reference: 2024/${1000 + at}</p>
<h2>Question</h2><p>Will you publish how many lights of pier ${at} were mended in 2023?</p>
<h2>Answer</h2><p>We will publish the number for pier ${at} in May. ${filler.repeat(12)}</p></main></body></html>`,
    );
}

async function again(name: string, input: string): Promise<void> {
  const at = await openSite(folder);
  const workers = await startWorkers(1, at);
  const run = async (...args: string[]) => {
    const before = await workers.measured();
    const { seconds, cpu } = await cli(["ingest", input, "--queue", "--wait", "--quiet", ...args], at);
    return { seconds, cpu: cpu + (await workers.measured()).cpu - before.cpu };
  };
  for (const cue of ["before", "after"])
    writeFileSync(join(folder, `${cue}.yaml`), `extends: [${SHIPPED}]\nname: ${cue}\n`);
  const first = await run("--pipeline", "before.yaml");
  const second = await run("--pipeline", "before.yaml");
  const parsed = workers.parsed();
  const changed = await run("--pipeline", "after.yaml");
  const shares = ({ seconds, cpu }: typeof first) =>
    `${percent(cpu / first.cpu)} of ${first.cpu.toFixed(1)} s of CPU, ${percent(seconds / first.seconds)} of ${first.seconds.toFixed(1)} s`;
  say(`${name}: run again over unchanged input`, shares(second));
  say(`${name}: after a change of the rules (${workers.parsed() - parsed} parsed again)`, shares(changed));
  await workers.stop();
  await at.end();
}

const STEP = 1_000;

/** Pending jobs whose documents nobody needs to have: adding, looking and cancelling, with the memory of this process. */
async function million(): Promise<void> {
  const at = await openSite(folder);
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
  for (let from = 0; from < JOBS; from += STEP) {
    await Promise.all(
      Array.from({ length: Math.min(STEP, JOBS - from) }, (_, add) =>
        batch.perform({
          kind: "read",
          // each too large to share a job
          bytes: 1_000_000,
          document: (from + add).toString(16).padStart(64, "0"),
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
  const progress = await progressOf(queues, batch.id);
  say(`first progress (${progress?.total} to go) after`, `${(performance.now() - started).toFixed(0)} ms`);
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

/** Documents by which a worker is warmed. */
const WARM = 200;
const WARMING = [0, WARM] as const;
const MEASURED = [WARM, WARM + DOCUMENTS] as const;

try {
  writeMix(join(folder, "warm-mix"), WARMING);
  writeMix(join(folder, "mix"), MEASURED);
  writeMix(join(folder, "part"), [WARM, WARM + Math.ceil(DOCUMENTS / availableParallelism())]);
  // so many for each of several workers, for code that is not yet warm takes twice as long; and the same for one alone, whose batch meets the same documents then
  writeMix(join(folder, "warm"), [WARM + DOCUMENTS, (availableParallelism() + 1) * WARM + DOCUMENTS]);
  writeQuestions(join(folder, "warm-questions"), WARMING);
  writeQuestions(join(folder, "questions"), MEASURED);
  writeMix(join(folder, "letters"), MEASURED, /\.(txt|md|html|eml)$/);
  writeMix(join(folder, "pdfs"), [WARM, WARM + DOCUMENTS / 2], /\.pdf$/);
  if (wants("overhead")) {
    await overheads(folder, `${DOCUMENTS} question pages of 2 KB`, "warm-questions", "questions");
    await overheads(folder, `${DOCUMENTS} documents of the samples' mix`, "warm-mix", "mix");
  }
  if (wants("again")) {
    await again(`${DOCUMENTS} letters and pages`, "letters");
    await again(`${DOCUMENTS / 2} PDFs`, "pdfs");
  }
  if (wants("speed-up")) await speedUp(folder);
  if (wants("all-cores")) await speedUpWithAllCores(folder);
  if (wants("million")) await million();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
