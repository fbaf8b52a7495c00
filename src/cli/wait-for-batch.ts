import { setTimeout as wait } from "node:timers/promises";
import { type BatchProgress, progressOf } from "../queue/batch.ts";
import type { Queues } from "../queue/bullmq.ts";
import { watchWorkers } from "../queue/status.ts";
import type { Store } from "../store/store.ts";
import type { Batch } from "../store/stored.ts";
import { style } from "./style.ts";

/** How often it is looked, in milliseconds: often enough to feel live, seldom enough to cost nothing. */
const LOOKS = 250;
/** Without a terminal a line stands for so long, in milliseconds. */
const PLAIN_EVERY = 5_000;

type Waiting = {
  store: Store;
  queues: Queues;
  id: string;
  how: { json?: boolean; quiet?: boolean };
  signal: AbortSignal;
};

/** Waits until a batch has ended, and shows how far it is. Null where the signal came first. */
export async function waitForBatch({ store, queues, id, how, signal }: Waiting): Promise<Batch | null> {
  const show = how.quiet ? () => {} : how.json ? tellAsJson(id) : showLine(process.stderr);
  const workers = watchWorkers(queues);
  try {
    while (!signal.aborted) {
      const batch = await store.batch(id);
      if (!batch || batch.endedAt) return batch;
      show(await progressOf(queues, id), (await workers()) > 0 ? "" : " · no worker is running");
      await wait(LOOKS, undefined, { signal }).catch(ignoreAbort);
    }
    return null;
  } finally {
    show(null, "");
  }
}

function ignoreAbort(error: Error): void {
  if (error.name !== "AbortError") throw error;
}

function tellAsJson(batch: string) {
  let last = "";
  return (progress: BatchProgress | null, _: string) => {
    const line = JSON.stringify({ event: "progress", batch, ...progress });
    if (progress && line !== last) console.log(line);
    last = line;
  };
}

function showLine(screen: { isTTY?: boolean; write(words: string): unknown }) {
  let shown = screen.isTTY ? 0 : Date.now();
  return (progress: BatchProgress | null, remark: string) => {
    if (!progress) return screen.isTTY && screen.write("\r\u001b[2K");
    if (!screen.isTTY && Date.now() - shown < PLAIN_EVERY) return;
    shown = Date.now();
    const line = `${progress.phase} ${progress.done} of ${progress.total}${remark}`;
    screen.write(screen.isTTY ? `\r\u001b[2K${style.faint(line)}` : `${line}\n`);
  };
}
