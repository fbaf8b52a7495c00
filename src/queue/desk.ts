import type { Runner, Threads } from "../pipeline/runner.ts";
import type { Rules } from "../pipeline/take-in.ts";
import { setupFor } from "../pipeline/thread-setup.ts";
import type { Store } from "../store/store.ts";
import { createInProcessRunner } from "./in-process.ts";
import { loadRules, type ReadyRules } from "./rules.ts";
import { createThreads } from "./threads.ts";

/** A place at which the jobs of one batch are done: its rules, and threads that hold them. */
export type Desk = Rules & { store: Store; runner: Runner };

/** How long it may take until a worker notices that a batch was cancelled, in milliseconds. */
const LOOKS_AGAIN = 1_000;

/** As many sets of rules are held at a time; batches by other rules than these are rare. */
const MOST_POOLS = 4;

/** The desks of one worker, set up when the first job of a batch comes. */
export function createDesks(store: Store, width: number) {
  const desks = new Map<string, { until: number; desk: Promise<Desk | null> }>();
  const pools = new Map<string, Threads>();
  const poolFor = ({ pipelines, limits }: ReadyRules): Threads => {
    const key = JSON.stringify([pipelines.map(({ version }) => version), limits]);
    const pool = pools.get(key) ?? createThreads(width, () => setupFor(pipelines, limits), limits);
    pools.delete(key);
    pools.set(key, pool);
    return pool;
  };
  const setUp = async (id: string): Promise<Desk | null> => {
    const batch = await store.batch(id);
    if (!batch || batch.state === "cancelled") return null;
    const rules = known.get(batch.rules) ?? (await loadRules(store, batch));
    known.set(batch.rules, rules);
    if (known.size > MOST_POOLS) known.delete(known.keys().next().value!);
    return { ...rules, store, runner: createInProcessRunner({ ...rules, store, threads: poolFor(rules), width }) };
  };
  const known = new Map<string, ReadyRules>();
  return {
    /** Null for a batch that was cancelled. */
    async of(batch: string): Promise<Desk | null> {
      const at = desks.get(batch);
      if (at && at.until > performance.now()) return at.desk;
      const desk = setUp(batch);
      desks.set(batch, { until: performance.now() + LOOKS_AGAIN, desk });
      desk.catch(() => desks.delete(batch));
      return desk;
    },
    close: async () => void (await Promise.all([...pools.values()].map((pool) => pool.close()))),
  };
}
