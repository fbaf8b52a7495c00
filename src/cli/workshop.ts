import { knownPipelines } from "../pipeline/known-pipelines.ts";
import type { PipelineHead } from "../pipeline/load.ts";
import type { Runner, Threads } from "../pipeline/runner.ts";
import { shippedPipelines } from "../pipeline/shipped.ts";
import { setupFromStore } from "../pipeline/thread-setup.ts";
import { createInProcessRunner } from "../queue/in-process.ts";
import { createThreads } from "../queue/threads.ts";
import type { Store } from "../store/store.ts";
import type { Settings } from "./settings.ts";

/** A store with the rules and the runner to work on it. */
export type Workshop = { store: Store; threads: Threads; runner: Runner; pipelines: PipelineHead[] };

/** Loads the rules and starts a runner over a store for as long as the work takes. Threads start when the first job comes. */
export async function withRunner<T>(
  store: Store,
  settings: Settings,
  work: (workshop: Workshop) => Promise<T>,
): Promise<T> {
  const { limits, workers } = settings;
  const pipelines = await loadRules(store, settings);
  const threads = createThreads(workers, () => setupFromStore(store, pipelines, limits), limits);
  const runner = createInProcessRunner({ store, threads, width: workers, pipelines });
  try {
    return await work({ store, threads, runner, pipelines });
  } finally {
    await threads.close();
  }
}

/** The pipelines of this run, the one last that takes what the others leave; kept in the store, so that records can be made again by them. */
export const loadRules = (store: Store, { pipeline }: Settings): Promise<PipelineHead[]> =>
  knownPipelines(store, pipeline ? [pipeline] : shippedPipelines());
