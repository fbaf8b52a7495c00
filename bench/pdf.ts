// Reading PDFs whole against the library's own bare text, in processes of their own, one after the other in turn. Each process reads
// all files several times: first with cold code, then as the threads of a batch do, which go on reading. Loading the code is not
// counted on either side. Scanned pages are left unread: what is compared is the reading of text layers.
//   node bench/pdf.ts FILE.pdf [FILE.pdf …] [--rounds N] [--passes N]
//   node bench/pdf.ts FILE.pdf [FILE.pdf …] --in-a-row 500 [--items]
//     memory while so many files are read one after another in a thread with the limits that it has in a run; with --items all that
//     such a thread does, through the program's own pool of one
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { LimitSettings } from "../src/cli/settings.ts";
import { DEFAULT_LIMITS } from "../src/parse/parse.ts";
import { loadPdfLibrary } from "../src/parse/pdf/library.ts";
import { readPdf } from "../src/parse/pdf/read-pdf.ts";
import { loadPipelines } from "../src/pipeline/load.ts";
import { shippedPipelines } from "../src/pipeline/shipped.ts";
import { setupFor } from "../src/pipeline/thread-setup.ts";
import { createThreads, heapLimits } from "../src/queue/threads.ts";
import { sha256 } from "../src/records/ids.ts";
import { bareText, loadBare } from "./bare-text.ts";
import { median } from "./median.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "3" },
    passes: { type: "string", default: "3" },
    "in-a-row": { type: "string" },
    items: { type: "boolean", default: false },
    side: { type: "string" },
  },
});

const SIDES = ["bare", "whole"] as const;
type Side = (typeof SIDES)[number];
/** One reading of all files: time by the clock and of the processor in ms, the process' peak so far in MB. */
type Pass = { pages: number; clock: number; processor: number; mb: number };

async function whole(bytes: Uint8Array, name: string): Promise<number> {
  const source = { id: sha256(bytes), name, bytes };
  const ocr = { use: "never", engine: "packaged" } as const;
  return (await readPdf(source, { profiles: [], limits: DEFAULT_LIMITS, ocr })).pages.length;
}

async function readAll(side: Side): Promise<Pass[]> {
  const pdfjs = side === "bare" ? await loadBare() : null;
  if (!pdfjs) await loadPdfLibrary();
  const passes: Pass[] = [];
  while (passes.length < Number(values.passes)) {
    let pages = 0;
    const [from, before] = [performance.now(), process.cpuUsage()];
    for (const path of positionals)
      pages += await (pdfjs ? bareText(readFileSync(path), pdfjs) : whole(readFileSync(path), path));
    const { user, system } = process.cpuUsage(before);
    passes.push({ pages, clock: performance.now() - from, processor: (user + system) / 1000, mb: peak() });
  }
  return passes;
}

const peak = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

function compare(): void {
  const rounds = Array.from({ length: Number(values.rounds) }, () => {
    const [bare, own] = SIDES.map((side) => {
      const args = [import.meta.filename, "--side", side, "--passes", values.passes, ...positionals];
      const passes = JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" })) as Pass[];
      const shown = passes.map(({ clock, processor }) => `${Math.round(clock)} (${Math.round(processor)})`);
      console.log(
        `${side.padEnd(6)} ${passes[0]!.pages} pages, ms (of processor): ${shown.join(", ")}; peak after the first ${passes[0]!.mb} MB`,
      );
      return passes;
    }) as [Pass[], Pass[]];
    return { bare, own };
  });
  for (const [which, from, to] of [
    ["first reading", 0, 1],
    ["read again", 1, undefined],
  ] as const) {
    const ratios = (by: "clock" | "processor") =>
      rounds.flatMap(({ bare, own }) =>
        own.slice(from, to).map((pass, at) => pass[by] / bare.slice(from, to)[at]![by]),
      );
    if (ratios("clock").length > 0)
      console.log(
        `whole / bare, ${which}: ${median(ratios("clock")).toFixed(2)} by the clock, ${median(ratios("processor")).toFixed(2)} of the processor (medians of pairs)`,
      );
  }
  comparePoppler(median(rounds.map(({ own }) => own.at(-1)!.clock)));
}

/** pdftotext over the same files, where the machine has it. */
function comparePoppler(own: number): void {
  if (spawnSync("pdftotext", ["-v"]).error) return;
  const times = [1, 2, 3].map(() => {
    const from = performance.now();
    for (const path of positionals) execFileSync("pdftotext", ["-q", path, "-"], { maxBuffer: 1 << 30 });
    return performance.now() - from;
  });
  console.log(`pdftotext ${Math.round(median(times))} ms: we take ${(own / median(times)).toFixed(1)} times as long`);
}

const HUNDRED = 100;
const tellMemory = (files: number): void =>
  console.log(`after ${files} files: ${Math.round(process.memoryUsage().rss / 1e6)} MB resident, peak ${peak()} MB`);

/** Memory of the whole process while a thread reads files and nothing else. */
function readInARow(): void {
  const resourceLimits = heapLimits(LimitSettings.parse({}));
  const thread = new Worker(import.meta.filename, { argv: process.argv.slice(2), resourceLimits });
  thread.on("message", tellMemory);
}

async function readInThread(files: number): Promise<void> {
  for (let done = 1; done <= files; done++) {
    const path = positionals[done % positionals.length]!;
    await whole(readFileSync(path), path);
    if (done % HUNDRED === 0) parentPort!.postMessage(done);
  }
}

async function ingestInARow(files: number): Promise<void> {
  const limits = { ...LimitSettings.parse({}), ocr: { use: "never", engine: "packaged" } } as const;
  const pipelines = loadPipelines(shippedPipelines());
  const threads = createThreads(1, () => setupFor(pipelines, limits), limits);
  for (let done = 1; done <= files; done++) {
    const bytes = readFileSync(positionals[done % positionals.length]!);
    await threads.run({ kind: "read", id: sha256(bytes), extension: ".pdf", bytes, parsed: null });
    if (done % HUNDRED === 0) tellMemory(done);
  }
  await threads.close();
}

const inARow = Number(values["in-a-row"] ?? 0);
if (!isMainThread) await readInThread(inARow);
else if (values.side) console.log(JSON.stringify(await readAll(values.side as Side)));
else if (inARow > 0) await (values.items ? ingestInARow(inARow) : readInARow());
else compare();
