import { fileURLToPath } from "node:url";
import type { ResourceLimits } from "node:worker_threads";
import type { Piscina } from "piscina";
import { FIRST_STAGE } from "../pipeline/first-stage.ts";
import type { Brought, Threads } from "../pipeline/runner.ts";
import type { Task, TaskFailure } from "../pipeline/task.ts";
import type { ThreadSetup } from "../pipeline/thread-setup.ts";
import type { Limits } from "../pipeline/versions.ts";
import type { Failure } from "../records/failure.ts";
import { createDeadline, type Deadline } from "./deadline.ts";
import { type Asked, createErrands } from "./errands.ts";
import type { Errand, SlowPages } from "./thread.ts";

/** The thread's file lies beside this one: TypeScript in a clone, JavaScript in the published package. */
const THREAD = fileURLToPath(new URL(import.meta.url.endsWith(".ts") ? "./thread.ts" : "./thread.js", import.meta.url));

type ThreadLimits = Pick<Limits, "seconds" | "heapMegabytes">;

/**
 * Threads in this process, each with a heap limit; a task past its deadline is ended together with its thread. Where many small tasks
 * wait, they travel together; what is past a limit in company is done again alone, so that only its own limits count for a task. Nothing
 * is made ready, `setup` not asked, before the first task comes.
 */
export function createThreads(
  count: number,
  setup: () => ThreadSetup | Promise<ThreadSetup>,
  limits: ThreadLimits,
): Threads {
  let pool: Promise<Piscina> | null = null;
  const deadlines = new Map<number, Deadline>();
  const openPool = async () => {
    const opened = await startPool(count, await setup(), limits);
    opened.on("message", ({ number, pages }: SlowPages) => deadlines.get(number)?.extend(pages));
    return opened;
  };
  const again = (error: Error): never => {
    pool = null;
    throw error;
  };
  let last = 0;
  // waiting for a free thread does not count against the deadline
  const errands = createErrands(count, async (asked) => {
    const number = ++last;
    const deadline = createDeadline(limits.seconds);
    deadlines.set(number, deadline);
    try {
      const results = await runIn(
        await pool!,
        { number, tasks: asked.map(({ task }) => task) },
        deadline,
        asked[0]!.signal,
      );
      for (const [at, { resolve }] of asked.entries()) resolve(results[at]!);
    } catch (error) {
      if (asked.length > 1) errands.again(asked);
      else endInFailure(asked[0]!, explain(error, deadline, limits));
    } finally {
      deadline.end();
      deadlines.delete(number);
    }
  });
  return {
    async run<T extends Task>(task: T, signal?: AbortSignal) {
      pool ??= openPool().catch(again);
      await pool;
      return errands.add(task, signal) as Promise<Brought<T> | TaskFailure>;
    },
    close: async () => (await pool)?.destroy(),
  };
}

/**
 * The room for what a thread has just made. V8 would give three times as much, keep it, and free what is old the later for it: a thread
 * that reads PDFs then holds 430 MB and not 290, and is 5 % quicker.
 */
const YOUNG_MEGABYTES = 32;

/** What a thread that reads is given of memory, as V8 wants it said. */
export const heapLimits = ({ heapMegabytes }: Pick<Limits, "heapMegabytes">): ResourceLimits => ({
  maxOldGenerationSizeMb: heapMegabytes,
  maxYoungGenerationSizeMb: YOUNG_MEGABYTES,
});

async function startPool(count: number, setup: ThreadSetup, limits: ThreadLimits): Promise<Piscina> {
  const { Piscina } = await import("piscina");
  return new Piscina({
    filename: THREAD,
    name: "work",
    workerData: setup,
    minThreads: 0,
    maxThreads: count,
    concurrentTasksPerWorker: 1,
    recordTiming: false,
    idleTimeout: 10_000,
    resourceLimits: heapLimits(limits),
  });
}

function runIn(
  pool: Piscina,
  errand: Errand,
  deadline: Deadline,
  signal: AbortSignal | undefined,
): Promise<(Brought<Task> | TaskFailure)[]> {
  signal?.throwIfAborted();
  return pool.run(errand, { signal: signal ? AbortSignal.any([deadline.signal, signal]) : deadline.signal });
}

function endInFailure({ task, signal, resolve, reject }: Asked, failure: Pick<Failure, "code" | "message">): void {
  if (signal?.aborted) reject(signal.reason);
  else resolve({ failure: { stage: FIRST_STAGE[task.kind], ...failure } });
}

function explain(error: unknown, deadline: Deadline, limits: ThreadLimits): Pick<Failure, "code" | "message"> {
  if (deadline.passed())
    return {
      code: "timed-out",
      message: `This took longer than ${limits.seconds} seconds. Raise the limit with --limit seconds=${limits.seconds * 4}.`,
    };
  if ((error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY")
    return {
      code: "out-of-memory",
      message: `This needs more than ${limits.heapMegabytes} MB of memory. Raise the limit with --limit heapMegabytes=${limits.heapMegabytes * 2}.`,
    };
  return {
    code: "crashed",
    message: `The thread that read this ended (${(error as Error).message}). Please report it with this document.`,
  };
}
