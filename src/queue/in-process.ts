import { performJob } from "../pipeline/job.ts";
import type { PipelineHead } from "../pipeline/load.ts";
import type { Runner, Threads } from "../pipeline/runner.ts";
import type { Store } from "../store/store.ts";

/** What the runner in this process is made of. `pipelines` are those that the threads hold; `width` is how many threads there are. */
export type InProcess = { store: Store; threads: Threads; width: number; pipelines: readonly PipelineHead[] };

/** A runner that needs nothing but this process: jobs go to threads, results into the store. Closing it leaves the threads to their owner. */
export function createInProcessRunner({ store, threads, width, pipelines }: InProcess): Runner {
  const versions = new Set(pipelines.map((pipeline) => pipeline.version));
  return {
    width,
    perform: (job, signal, turn) => performJob(job, { store, threads, versions }, signal, turn),
    close: async () => {},
  };
}
