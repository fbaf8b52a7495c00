import { type MessagePort, workerData } from "node:worker_threads";
import { type Done, perform, type Task, type TaskFailure } from "../pipeline/task.ts";
import type { ThreadSetup } from "../pipeline/thread-rules.ts";

/** A task, and where a thread tells how many pages of it will be read off their pictures. */
export type Assigned<T extends Task> = { task: T; slow: MessagePort };

/** What a thread does with each task that it is given. */
export const work = <T extends Task>({ task, slow }: Assigned<T>): Promise<Done<T> | TaskFailure> =>
  perform(task, setupOf(workerData), (pages) => slow.postMessage(pages)).finally(() => slow.close());

/** piscina hands over its own data and ours as a pair. */
const setupOf = (data: unknown): ThreadSetup => (Array.isArray(data) ? data.at(-1) : data) as ThreadSetup;
