import { existsSync } from "node:fs";
import { loadPipeline, type Pipeline, pipelineSource, shippedPipelines } from "../pipeline/load.ts";
import type { Runner, Threads } from "../pipeline/runner.ts";
import { createInProcessRunner } from "../queue/in-process.ts";
import { createThreads } from "../queue/threads.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";
import { UsageError } from "./exit.ts";
import type { Settings } from "./settings.ts";

/** A store with the rules and the runner to work on it. */
export type Workshop = { store: Store; threads: Threads; runner: Runner; pipelines: Pipeline[] };

/** Opens the store for as long as the work takes. Throws `UsageError` where there is none and `make` is not set. */
export async function withStore<T>(path: string, work: (store: Store) => Promise<T>, make = false): Promise<T> {
  if (!make && !existsSync(path))
    throw new UsageError(`There is no store at ${path}. "answerable ingest" makes one; --store names another.`);
  const store = await openSqliteStore(path);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Loads the rules and starts a runner over a store for as long as the work takes. Threads start when the first job comes. */
export async function withRunner<T>(
  store: Store,
  settings: Settings,
  work: (workshop: Workshop) => Promise<T>,
): Promise<T> {
  const { limits, workers } = settings;
  const names = settings.pipeline ? [settings.pipeline] : shippedPipelines();
  const sources = names.map((name) => ({ json: pipelineSource(name), origin: name }));
  const pipelines = names.map(loadPipeline);
  for (const [at, { version, name }] of pipelines.entries()) await store.savePipeline(version, name, sources[at]!.json);
  const threads = createThreads(workers, { pipelines: sources, limits }, limits);
  const runner = createInProcessRunner({ store, threads, width: workers, pipelines });
  try {
    return await work({ store, threads, runner, pipelines });
  } finally {
    await threads.close();
  }
}
