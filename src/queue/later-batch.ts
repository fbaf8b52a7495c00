import type { Runner } from "../pipeline/runner.ts";
import type { Store } from "../store/store.ts";
import type { OpenBatch } from "./batch.ts";
import type { Queues } from "./bullmq.ts";
import type { BatchRules } from "./rules.ts";
import { STEP } from "./step.ts";

/** A batch with the queues in which it is. */
export type BatchInQueues = { batch: OpenBatch; queues: Queues };

/** A runner whose jobs go to a batch that is opened with the first of them: most runs over a known collection have none, and need no Redis. */
export type LaterBatch = Runner & {
  /** Opens it, once. Throws `QueueRefusal` where Redis does not answer. */
  open(): Promise<BatchInQueues>;
  /** Null where it was not opened. */
  opened(): Promise<BatchInQueues> | null;
};

/** A batch by these rules that is not opened yet. Closing it closes the queues. */
export function batchLater(store: Store, redis: string, rules: BatchRules): LaterBatch {
  let opened: Promise<BatchInQueues> | null = null;
  const open = () => {
    opened ??= openHere(store, redis, rules);
    return opened;
  };
  return {
    open,
    opened: () => opened,
    width: STEP,
    perform: async (job, signal) => (await open()).batch.perform(job, signal),
    async close() {
      // whoever opened it in vain has been told
      const known = await opened?.catch(() => null);
      await known?.queues.close();
    },
  };
}

async function openHere(store: Store, redis: string, rules: BatchRules): Promise<BatchInQueues> {
  const [{ openQueues }, { openBatch }] = await Promise.all([import("./bullmq.ts"), import("./batch.ts")]);
  const queues = await openQueues(redis);
  try {
    return { queues, batch: await openBatch(store, queues, rules) };
  } catch (error) {
    await queues.close();
    throw error;
  }
}
