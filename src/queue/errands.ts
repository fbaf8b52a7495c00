import type { Brought } from "../pipeline/runner.ts";
import type { Task, TaskFailure } from "../pipeline/task.ts";

/** A task, and who waits for what comes of it. */
export type Asked = {
  task: Task;
  signal: AbortSignal | undefined;
  resolve(result: Brought<Task> | TaskFailure): void;
  reject(error: unknown): void;
  /** Was past a limit in company. */
  alone: boolean;
};

/** Bytes of tasks that travel together: dozens of pages or letters, a few short PDFs, never two reports. */
const MOST_BYTES = 1_000_000;

/** A record is made of stored results in about so small a part of the time that reading as many bytes takes. */
export const SOONER = 4;

/** Tasks on their way to threads. */
export type Errands = {
  add(task: Task, signal?: AbortSignal): Promise<Brought<Task> | TaskFailure>;
  /** Those that did not come through together go each alone. */
  again(asked: readonly Asked[]): void;
};

/**
 * Hands tasks to `count` threads in the order in which they come. Where more wait than there are threads, small ones go together, in even
 * shares, so that no thread is without work while another has many. `send` must not reject.
 */
export function createErrands(count: number, send: (asked: readonly Asked[]) => Promise<void>): Errands {
  const waiting: Asked[] = [];
  let free = count;
  let awake = false;
  const wake = () => {
    if (!awake) setImmediate(handOut);
    awake = true;
  };
  const handOut = () => {
    awake = false;
    while (free > 0 && waiting.length > 0) {
      const share = Math.ceil(waiting.length / free);
      free--;
      void send(waiting.splice(0, together(waiting.slice(0, share)))).finally(() => {
        free++;
        wake();
      });
    }
  };
  return {
    add: (task, signal) =>
      new Promise((resolve, reject) => {
        waiting.push({ task, signal, resolve, reject, alone: false });
        wake();
      }),
    again(asked) {
      waiting.unshift(...asked.map((each) => ({ ...each, alone: true })));
      wake();
    },
  };
}

/** How many of the first of these may go together. */
function together([first, ...more]: readonly Asked[]): number {
  let bytes = weightOf(first!.task);
  const end = more.findIndex(({ task, signal, alone }) => {
    bytes += weightOf(task);
    return bytes > MOST_BYTES || alone || signal !== first!.signal;
  });
  return first!.alone ? 1 : 1 + (end < 0 ? more.length : end);
}

function weightOf(task: Task): number {
  if (task.kind === "read") return (task.bytes ?? task.parsed)!.length;
  if (task.kind !== "publish") return MOST_BYTES;
  const bytes = [task.asking, ...task.answering].flatMap(({ parsed, extracted }) => [parsed.length, extracted.length]);
  return bytes.reduce((sum, each) => sum + each, 0) / SOONER;
}
