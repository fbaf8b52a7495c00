import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { exportFolder } from "../export/folder.ts";
import { settleInputs, takeInAll } from "../pipeline/ingest.ts";
import { countInputs, findInputs } from "../pipeline/input/find.ts";
import { openBatch } from "../queue/batch.ts";
import { openQueues, type Queues } from "../queue/bullmq.ts";
import type { BatchRules } from "../queue/rules.ts";
import type { Store } from "../store/store.ts";
import { EXIT, UsageError } from "./exit.ts";
import { inputOptions } from "./input-options.ts";
import { listenForInterruption } from "./interruption.ts";
import { createProgress } from "./progress.ts";
import type { Settings } from "./settings.ts";
import { style } from "./style.ts";
import { createTally, summarise } from "./tally.ts";
import { waitForBatch } from "./wait-for-batch.ts";
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
  const queues = await openQueues(settings.redis);
  try {
    return await run({ given, flags, settings, store, queues });
  } finally {
    await queues.close();
  }
}

type Run = { given: string[]; flags: Flags; settings: Settings; store: Store; queues: Queues };

async function run({ given, flags, settings, store, queues }: Run): Promise<number> {
  const pipelines = await loadRules(store, settings);
  const tally = createTally();
  const stop = listenForInterruption();
  const id = await addAll({ given, flags, settings, store, queues, pipelines, tally, signal: stop.signal });
  if (stop.signal.aborted) {
    console.error("Stopped while adding; workers go on with what was added. Run the same command to add the rest.");
    return EXIT.interrupted;
  }
  const { queued, unchanged, failed } = tally.inputs;
  if (!flags.json && !flags.quiet)
    console.log(`${queued} queued, ${unchanged} unchanged, ${failed} failed, as batch ${id}.`);
  if (!flags.wait) {
    stop.end();
    if (!flags.json && !flags.quiet) console.log(`\nNext:\n  answerable batch show ${id}\n  answerable worker`);
    return failed > 0 ? EXIT.someFailed : EXIT.done;
  }
  const end = await waitForBatch({ store, queues, id, how: flags, signal: stop.signal });
  stop.end();
  if (!end) {
    console.error(`Not waiting any longer; the batch goes on. answerable batch show ${id}`);
    return EXIT.interrupted;
  }
  const failures = await printFailures(store, tally.startedAt, flags);
  const summary = await summarise(store, pipelines, tally);
  if (settings.out) await exportFolder(store, settings.out, summary);
  if (flags.json) console.log(JSON.stringify({ event: "done", summary: { ...summary, batch: end } }));
  else if (!flags.quiet) console.log(`Batch ${id} is ${end.state}; ${failures} failures in the store.`);
  if (failures === 0) return EXIT.done;
  return tally.documents.size > 0 ? EXIT.someFailed : EXIT.nothing;
}

type Adding = Run & {
  pipelines: Awaited<ReturnType<typeof loadRules>>;
  tally: ReturnType<typeof createTally>;
  signal: AbortSignal;
};

/** Adds all inputs to a batch; gives its id. */
async function addAll(adding: Adding): Promise<string> {
  const { given, flags, settings, store, queues, pipelines, tally, signal } = adding;
  const { limits } = settings;
  const find = inputOptions(settings, flags.pairs);
  const rules: BatchRules = {
    given,
    roots: given.map((path) => resolve(path)),
    pipelines: pipelines.map(({ version }) => version),
    limits,
    force: flags.force ?? false,
    priority: flags.priority ?? (await usualPriority(given)),
  };
  const how = { json: flags.json ?? false, quiet: flags.quiet ?? false };
  const total = how.json || how.quiet ? 0 : await countInputs(given, find);
  const progress = createProgress(how, total, process.stderr, "adding");
  const batch = await openBatch(store, queues, rules);
  const events = {
    input(outcome: Parameters<typeof tally.count>[0]) {
      tally.count(outcome);
      progress.input(outcome);
    },
    linking: () => {},
    linked: () => {},
  };
  const inputs = findInputs(given, find);
  const work = {
    store,
    runner: batch,
    pipelines,
    limits,
    force: rules.force,
    signal,
    inputs,
    roots: rules.roots,
    pairs: flags.pairs,
    events,
  };
  try {
    const failing = await takeInAll(work);
    // what they name need not be read yet
    if (!signal.aborted) await settleInputs(work, failing);
  } finally {
    await batch.shut();
    progress.end();
  }
  return batch.id;
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

async function printFailures(store: Store, _since: Date, { json, quiet }: Flags): Promise<number> {
  let count = 0;
  for await (const { uri, code, message } of store.failures()) {
    count++;
    if (!json && !quiet) console.error(`${style.bad("✗")} ${uri}  ${style.bad(code)}  ${message}`);
  }
  return count;
}
