import type { Store } from "../store/store.ts";
import { progressOf } from "./batch.ts";
import type { Queues } from "./bullmq.ts";
import { queueAge } from "./metrics.ts";

/** How many workers there are. Redis lists those of all its databases: other databases are other queues. */
export async function countWorkers({ documents, redis }: Pick<Queues, "documents" | "redis">): Promise<number> {
  const workers = await documents.getWorkers();
  return workers.filter(({ db }) => Number(db) === (redis.options.db ?? 0)).length;
}

/** How many workers there are is asked anew after so long, in milliseconds: Redis lists all its clients for it. */
const WORKERS_KNOWN = 5_000;

/** Tells how many workers there are, as often as one likes to ask. */
export function watchWorkers(queues: Pick<Queues, "documents" | "redis">): () => Promise<number> {
  let answer: Promise<number> | null = null;
  let until = 0;
  return () => {
    if (!answer || performance.now() > until) {
      answer = countWorkers(queues);
      until = performance.now() + WORKERS_KNOWN;
    }
    return answer;
  };
}

/** How the queue stands. Costs the same however much waits. */
export async function queueStatus(store: Store, queues: Queues) {
  const counts = await queues.documents.getJobCounts("wait", "prioritized", "active", "delayed");
  const underWay = (await store.batches()).filter((batch) => !batch.endedAt);
  return {
    workers: await countWorkers(queues),
    waiting: (counts.wait ?? 0) + (counts.prioritized ?? 0),
    active: counts.active ?? 0,
    delayed: counts.delayed ?? 0,
    oldest: await queueAge(queues),
    batches: await Promise.all(
      underWay.map(async ({ id, state }) => ({ id, state, progress: await progressOf(queues, id) })),
    ),
    totals: await store.totals(),
  };
}
