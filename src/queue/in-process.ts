import { performJob } from "../pipeline/job.ts";
import type { Pipeline } from "../pipeline/load.ts";
import type { Runner } from "../pipeline/runner.ts";
import type { ThreadSetup } from "../pipeline/thread-rules.ts";
import type { Limits } from "../pipeline/versions.ts";
import type { Store } from "../store/store.ts";
import { createThreads } from "./threads.ts";

/** What the runner in this process is made of. `pipelines` and `setup.pipelines` are the same ones. */
export type InProcessOptions = { workers: number; pipelines: readonly Pipeline[]; setup: ThreadSetup; limits: Limits };

/** A runner that needs nothing but this process: jobs go to threads, results into the store. */
export function createInProcessRunner(store: Store, options: InProcessOptions): Runner {
  const threads = createThreads(options.workers, options.setup, options.limits);
  const versions = new Set(options.pipelines.map((pipeline) => pipeline.version));
  return {
    width: options.workers,
    perform: (job, signal) => performJob(job, { store, threads, versions }, signal),
    close: () => threads.close(),
  };
}
