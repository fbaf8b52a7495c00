import { Unreadable } from "../parse/parse.ts";
import type { Failure } from "../records/failure.ts";
import { type DrawResult, type DrawTask, draw } from "./draw-task.ts";
import { type ExplainResult, type ExplainTask, explainWords } from "./explain-task.ts";
import { FIRST_STAGE } from "./first-stage.ts";
import { type PublishResult, type PublishTask, publish } from "./publish-task.ts";
import { type ReadResult, type ReadTask, read, type TaskEvents } from "./read-task.ts";
import type { ThreadSetup } from "./thread-setup.ts";

export type Task = ReadTask | PublishTask | ExplainTask | DrawTask;
export type ResultOf<T extends Task> = T extends ReadTask
  ? ReadResult
  : T extends PublishTask
    ? PublishResult
    : T extends ExplainTask
      ? ExplainResult
      : DrawResult;

/** A task's result, with the processor's time that it took, for those who measure. */
export type Done<T extends Task> = ResultOf<T> & { cpuSeconds?: number };

/** Why a task gave no result. */
export type TaskFailure = { failure: Pick<Failure, "stage" | "code" | "message"> };

/** Does one task; `ocr` hears how many pages will be read off their pictures. Bytes that cannot be read are a failure; any error of our own is one too, named `internal-error`, so that the rest goes on. */
export async function perform<T extends Task>(
  task: T,
  setup: ThreadSetup,
  ocr: TaskEvents["ocr"] = () => undefined,
): Promise<Done<T> | TaskFailure> {
  let stage: Failure["stage"] = FIRST_STAGE[task.kind];
  const reached = (next: Failure["stage"]) => {
    stage = next;
  };
  try {
    const before = threadCpu();
    const result = (await doTask(task, setup, { reached, ocr })) as ResultOf<T>;
    return { ...result, cpuSeconds: threadCpu() - before };
  } catch (error) {
    return { failure: { stage, ...explain(error) } };
  }
}

/** The processor's time that this thread has used, in seconds; 0 where Node (before 23.9) does not tell. */
function threadCpu(): number {
  const used = process.threadCpuUsage?.();
  return used ? (used.user + used.system) / 1e6 : 0;
}

function doTask(task: Task, setup: ThreadSetup, events: TaskEvents) {
  switch (task.kind) {
    case "read":
      return read(task, setup, events);
    case "publish":
      return publish(task, setup);
    case "explain":
      return explainWords(task, setup);
    case "draw":
      return draw(task);
  }
}

function explain(error: unknown): { code: string; message: string } {
  if (error instanceof Unreadable) return { code: error.code, message: error.message };
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const where = error instanceof Error ? (error.stack?.split("\n")[1]?.trim() ?? "") : "";
  return {
    code: "internal-error",
    message: `A mistake in answerable itself (${what} ${where}). Please report it with this document.`,
  };
}
