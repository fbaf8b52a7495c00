import { parentPort, workerData } from "node:worker_threads";
import type { Brought } from "../pipeline/runner.ts";
import { perform, type Task, type TaskFailure } from "../pipeline/task.ts";
import type { ThreadSetup } from "../pipeline/thread-setup.ts";
import { packDocument } from "../store/packed.ts";

/** Tasks that travel to a thread together, under a number by which the thread speaks of them. */
export type Errand = { number: number; tasks: readonly Task[] };

/** What a thread tells while it works: so many pages will be read off their pictures. */
export type SlowPages = { number: number; pages: number };

/** What a thread does with the tasks that it is given, one after another. */
export async function work({ number, tasks }: Errand): Promise<(Brought<Task> | TaskFailure)[]> {
  const tell = (pages: number) => parentPort!.postMessage({ number, pages } satisfies SlowPages);
  const results: (Brought<Task> | TaskFailure)[] = [];
  for (const task of tasks) {
    const result = await perform(task, setupOf(workerData), tell);
    results.push("passages" in result ? packDocument(result) : result);
  }
  return results;
}

/** piscina hands over its own data and ours as a pair. */
const setupOf = (data: unknown): ThreadSetup => (Array.isArray(data) ? data.at(-1) : data) as ThreadSetup;
