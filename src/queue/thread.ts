import { workerData } from "node:worker_threads";
import { perform, type ResultOf, type Task, type TaskFailure } from "../pipeline/task.ts";
import type { ThreadSetup } from "../pipeline/thread-rules.ts";

/** What a thread does with each task that it is given. */
export const work = <T extends Task>(task: T): Promise<ResultOf<T> | TaskFailure> => perform(task, setupOf(workerData));

/** piscina hands over its own data and ours as a pair. */
const setupOf = (data: unknown): ThreadSetup => (Array.isArray(data) ? data.at(-1) : data) as ThreadSetup;
