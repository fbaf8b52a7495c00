import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { exportFolder } from "../export/folder.ts";
import { settleInputs, takeInAll } from "../pipeline/ingest.ts";
import { countInputs, findInputs } from "../pipeline/input/find.ts";
import { isLinked } from "../pipeline/link-all.ts";
import type { PipelineHead } from "../pipeline/load.ts";
import type { InputOutcome } from "../pipeline/take-in.ts";
import { type BatchInQueues, batchLater, type LaterBatch } from "../queue/later-batch.ts";
import type { BatchRules } from "../queue/rules.ts";
import type { Store } from "../store/store.ts";
import type { Batch } from "../store/stored.ts";
import { EXIT, UsageError } from "./exit.ts";
import { inputOptions } from "./input-options.ts";
import { listenForInterruption } from "./interruption.ts";
import { createProgress } from "./progress.ts";
import type { Settings } from "./settings.ts";
import { style } from "./style.ts";
import { createTally, summarise, type Tally } from "./tally.ts";
import { isShared } from "./with-store.ts";
import { loadRules } from "./workshop.ts";

type Flags = { force?: boolean; quiet?: boolean; json?: boolean; pairs?: string; wait?: boolean; priority?: number };

/** A single upload goes before a batch. */
const PRIORITY = { files: 1, folders: 10 } as const;

/** Takes inputs into the shared store and leaves the rest to workers. Gives the exit code. */
export async function queueInputs(given: string[], flags: Flags, settings: Settings, store: Store): Promise<number> {
  if (!isShared(settings.store))
    throw new UsageError("Workers need a store that all can reach: give --store postgres://… or set DATABASE_URL.");
  if (settings.out && !flags.wait)
    throw new UsageError("--out needs --wait: there is nothing to write before the workers are done.");
  const pipelines = await loadRules(store, settings);
  const rules = await rulesFor(given, flags, settings, pipelines);
  const batch = batchLater(store, settings.redis, rules);
  try {
    return await run({ given, flags, settings, store, pipelines, rules, batch });
  } finally {
    await batch.close();
  }
}

async function rulesFor(
  given: string[],
  { force = false, priority }: Flags,
  { limits }: Settings,
  pipelines: readonly PipelineHead[],
): Promise<BatchRules> {
  return {
    given,
    roots: given.map((path) => resolve(path)),
    pipelines: pipelines.map(({ version }) => version),
    limits,
    force,
    priority: priority ?? (await usualPriority(given)),
  };
}

type Run = {
  given: string[];
  flags: Flags;
  settings: Settings;
  store: Store;
  pipelines: readonly PipelineHead[];
  rules: BatchRules;
  batch: LaterBatch;
};

async function run(adding: Run): Promise<number> {
  const { flags, batch } = adding;
  const tally = createTally();
  const stop = listenForInterruption();
  await addAll(adding, tally, stop.signal);
  if (stop.signal.aborted) {
    console.error("Stopped while adding; workers go on with what was added. Run the same command to add the rest.");
    return EXIT.interrupted;
  }
  const opened = await batch.opened();
  const { queued, unchanged, failed } = tally.inputs;
  const talks = !flags.json && !flags.quiet;
  const where = opened ? `, as batch ${opened.batch.id}.` : "; there is nothing to do.";
  if (talks) console.log(`${queued} queued, ${unchanged} unchanged, ${failed} failed${where}`);
  if (!flags.wait) {
    stop.end();
    if (talks && opened) console.log(`\nNext:\n  answerable batch show ${opened.batch.id}\n  answerable worker`);
    return failed > 0 ? EXIT.someFailed : EXIT.done;
  }
  const end = opened && (await waitHere(adding, opened, stop.signal));
  stop.end();
  if (stop.signal.aborted) return EXIT.interrupted;
  return report(adding, tally, end);
}

async function waitHere({ store, flags }: Run, { queues, batch: { id } }: BatchInQueues, signal: AbortSignal) {
  const { waitForBatch } = await import("./wait-for-batch.ts");
  const end = await waitForBatch({ store, queues, id, how: flags, signal });
  if (!end) console.error(`Not waiting any longer; the batch goes on. answerable batch show ${id}`);
  return end;
}

async function report({ store, pipelines, settings, flags }: Run, tally: Tally, end: Batch | null): Promise<number> {
  const failures = await printFailures(store, flags);
  const summary = await summarise(store, pipelines, tally);
  if (settings.out) await exportFolder(store, settings.out, summary);
  if (flags.json) console.log(JSON.stringify({ event: "done", summary: { ...summary, batch: end } }));
  else if (!flags.quiet && end) console.log(`Batch ${end.id} is ${end.state}; ${failures} failures in the store.`);
  if (failures === 0) return EXIT.done;
  return tally.documents.size > 0 ? EXIT.someFailed : EXIT.nothing;
}

/** Adds all inputs to the batch, which is opened where there is anything to read or to link. */
async function addAll(adding: Run, tally: Tally, signal: AbortSignal): Promise<void> {
  const { given, flags, settings, store, pipelines, rules, batch } = adding;
  const find = inputOptions(settings, flags.pairs);
  const how = { json: flags.json ?? false, quiet: flags.quiet ?? false };
  const total = how.json || how.quiet ? 0 : await countInputs(given, find);
  const progress = createProgress(how, total, process.stderr, "adding");
  const events = {
    input(outcome: InputOutcome) {
      tally.count(outcome);
      progress.input(outcome);
    },
    linking: () => {},
    linked: () => {},
  };
  const work = {
    ...{ store, pipelines, signal, events, runner: batch, inputs: findInputs(given, find), pairs: flags.pairs },
    ...{ limits: rules.limits, force: rules.force, roots: rules.roots },
  };
  try {
    const failing = await takeInAll(work);
    if (signal.aborted) return;
    // what they name need not be read yet
    await settleInputs(work, failing);
    if (!(await isLinked(store, pipelines.at(-1)!))) await batch.open();
  } finally {
    progress.end();
    await (await batch.opened())?.batch.shut();
  }
}

async function usualPriority(given: readonly string[]): Promise<number> {
  const kinds = await Promise.all(
    given.map((path) =>
      stat(path).then(
        (found) => found.isFile() && !/\.zip$/i.test(path),
        () => false,
      ),
    ),
  );
  return kinds.every(Boolean) ? PRIORITY.files : PRIORITY.folders;
}

async function printFailures(store: Store, { json, quiet }: Flags): Promise<number> {
  let count = 0;
  for await (const { uri, code, message } of store.failures()) {
    count++;
    if (!json && !quiet) console.error(`${style.bad("✗")} ${uri}  ${style.bad(code)}  ${message}`);
  }
  return count;
}
