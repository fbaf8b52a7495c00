import type { Turn } from "../pipeline/runner.ts";
import type { Queues } from "./bullmq.ts";
import { createPlaces, type Leave } from "./places.ts";

/** Where a worker's jobs wait for their turn at its threads. */
export type Ahead = {
  /** The turns of so many documents of one job. */
  turns(documents: number): Turns;
};

/** One turn for all documents of a job, left when each has left it or the job ends. Coming rejects with `NoTurn`. */
export type Turns = { turn: Turn; end(): void };

/** The job is better given back, for others to do. */
export class NoTurn extends Error {}

/** How often it is looked whether a job that is held would be done sooner elsewhere, in milliseconds. */
const LOOKS = 1_000;

/**
 * Lets a worker hold one job more than it has threads, so that no thread waits while results are saved, the next job is taken and what it needs is fetched; only while
 * as many jobs wait as there are workers, so that nobody lacks the one that is held, whatever it has to wait for. `takeUpTo` hears how many jobs to hold.
 */
export function createAhead(
  queues: Pick<Queues, "documents" | "redis">,
  {
    threads,
    workers,
    takeUpTo,
    stopping,
  }: { threads: number; workers: () => Promise<number>; takeUpTo: (jobs: number) => void; stopping: AbortSignal },
): Ahead {
  const places = createPlaces(threads);
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
  const place = async (): Promise<Leave | null> => {
    do {
      const leave = await places.take(AbortSignal.any([stopping, AbortSignal.timeout(LOOKS)]));
      if (leave) {
        void look();
        return leave;
      }
    } while (!stopping.aborted && (await look()));
    return null;
  };
  return {
    turns(documents) {
      const coming = place();
      const end = () => void coming.then((leave) => leave?.());
      let left = documents;
      return {
        turn: {
          async come() {
            if (!(await coming)) throw new NoTurn("given back");
          },
          leave() {
            if (--left === 0) end();
          },
        },
        end,
      };
    },
  };
}
