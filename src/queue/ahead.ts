import type { Queues } from "./bullmq.ts";
import { createPlaces, type Leave } from "./places.ts";
import { watchWorkers } from "./status.ts";

/** Where a worker's jobs wait for a thread. */
export type Ahead = {
  /** A place for a job in hand; null where the job is better given back, for others to do. Left when there is nothing more to do but to save. */
  place(): Promise<Leave | null>;
};

/** How often it is looked whether a job that is held would be done sooner elsewhere, in milliseconds. */
const LOOKS = 1_000;

/**
 * Lets a worker hold one job more than it has threads, so that no thread waits while results are saved and the next job is fetched; only while
 * as many jobs wait as there are workers, so that nobody lacks the one that is held, whatever it has to wait for. `takeUpTo` hears how many jobs to hold.
 */
export function createAhead(
  queues: Pick<Queues, "documents" | "redis">,
  { threads, takeUpTo, stopping }: { threads: number; takeUpTo: (jobs: number) => void; stopping: AbortSignal },
): Ahead {
  const places = createPlaces(threads);
  const workers = watchWorkers(queues);
  const isMuchToDo = async () => {
    const [{ wait = 0, prioritized = 0 }, count] = await Promise.all([
      queues.documents.getJobCounts("wait", "prioritized"),
      workers(),
    ]);
    return wait + prioritized >= count;
  };
  const look = (): Promise<boolean> =>
    isMuchToDo()
      // a Redis that is away is no reason to hold anything
      .catch(() => false)
      .then((much) => {
        takeUpTo(much ? threads + 1 : threads);
        return much;
      });
  return {
    async place() {
      do {
        const leave = await places.take(AbortSignal.any([stopping, AbortSignal.timeout(LOOKS)]));
        if (leave) void look();
        if (leave) return leave;
      } while (!stopping.aborted && (await look()));
      return null;
    },
  };
}
