import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { type CardComparison, type Compared, type ComparedBy, comparisonHere } from "../pipeline/compare-cards.ts";

/** The thread's file lies beside this one: TypeScript in a clone, JavaScript in the published package. */
const THREAD = fileURLToPath(
  new URL(import.meta.url.endsWith(".ts") ? "./compare-thread.ts" : "./compare-thread.js", import.meta.url),
);

/** From so many cards on a thread is worth its start, half a second; fewer are compared sooner than that. */
const MANY = 2_000;
/** Cards that travel to the thread together. */
const AT_ONCE = 500;

/**
 * Compares cards in a thread of its own where there are many, so that a worker goes on meanwhile: comparing those of a large
 * collection takes longer than the locks of the jobs in hand hold, which are renewed here.
 */
export function comparisonApart(many = MANY): CardComparison {
  let thread: Worker | null = null;
  let waiting: string[] = [];
  return {
    add(card) {
      waiting.push(card);
      if (waiting.length < (thread ? AT_ONCE : many)) return;
      thread ??= new Worker(THREAD);
      thread.postMessage(waiting);
      waiting = [];
    },
    async compare(by) {
      if (!thread) return compareHere(waiting, by);
      thread.postMessage(waiting);
      thread.postMessage(by);
      try {
        // an error of the thread rejects this
        const [compared] = (await once(thread, "message")) as [Compared];
        return compared;
      } finally {
        await thread.terminate();
      }
    },
  };
}

function compareHere(cards: readonly string[], by: ComparedBy): Promise<Compared> {
  const here = comparisonHere();
  for (const card of cards) here.add(card);
  return here.compare(by);
}
