import { fileURLToPath } from "node:url";
import { MessageChannel } from "node:worker_threads";
import { Piscina } from "piscina";
import type { Threads } from "../pipeline/runner.ts";
import { type Done, FIRST_STAGE, type Task, type TaskFailure } from "../pipeline/task.ts";
import type { ThreadSetup } from "../pipeline/thread-rules.ts";
import type { Limits } from "../pipeline/versions.ts";
import type { Failure } from "../records/failure.ts";
import { createDeadline, type Deadline } from "./deadline.ts";

/** The thread's file lies beside this one: TypeScript in a clone, JavaScript in the published package. */
const THREAD = fileURLToPath(new URL(import.meta.url.endsWith(".ts") ? "./thread.ts" : "./thread.js", import.meta.url));

/** Threads in this process, each with a heap limit; a task past its deadline is ended together with its thread. */
export function createThreads(
  count: number,
  setup: ThreadSetup,
  limits: Pick<Limits, "seconds" | "heapMegabytes">,
): Threads {
  const pool = new Piscina({
    filename: THREAD,
    name: "work",
    workerData: setup,
    minThreads: 0,
    maxThreads: count,
    concurrentTasksPerWorker: 1,
    idleTimeout: 10_000,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes },
  });
  const turns = createTurns(count);
  return {
    async run<T extends Task>(task: T, signal?: AbortSignal): Promise<Done<T> | TaskFailure> {
      // waiting for a free thread does not count against the deadline
      const giveBack = await turns.take();
      const deadline = createDeadline(limits.seconds);
      const slow = new MessageChannel();
      slow.port1.on("message", (pages: number) => deadline.extend(pages));
      try {
        signal?.throwIfAborted();
        return await pool.run(
          { task, slow: slow.port2 },
          {
            signal: signal ? AbortSignal.any([deadline.signal, signal]) : deadline.signal,
            transferList: [slow.port2],
          },
        );
      } catch (error) {
        if (signal?.aborted) throw signal.reason;
        return { failure: { stage: FIRST_STAGE[task.kind], ...explain(error, deadline, limits) } };
      } finally {
        deadline.end();
        slow.port1.close();
        giveBack();
      }
    },
    close: () => pool.destroy(),
  };
}

/** As many turns at a time as there are threads; the others wait in line. */
function createTurns(count: number): { take(): Promise<() => void> } {
  let free = count;
  const waiting: (() => void)[] = [];
  const give = () => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };
  return {
    async take() {
      if (free > 0) free--;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      return give;
    },
  };
}

function explain(
  error: unknown,
  deadline: Deadline,
  limits: Pick<Limits, "seconds" | "heapMegabytes">,
): Pick<Failure, "code" | "message"> {
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
