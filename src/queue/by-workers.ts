import { setTimeout as wait } from "node:timers/promises";
import type { JobOutcome, ReadJob, Runner } from "../pipeline/runner.ts";
import { failureKeyOf } from "../pipeline/versions.ts";
import type { Store } from "../store/store.ts";
import { type OpenBatch, openBatch } from "./batch.ts";
import type { Queues } from "./bullmq.ts";
import { pendingOf } from "./pending.ts";
import type { BatchRules } from "./rules.ts";
import { watchWorkers } from "./status.ts";

/** What a runner by workers is made of. `here` does what they are not asked for. */
export type ByWorkers = { store: Store; queues: Queues; rules: BatchRules; here: Runner };

/** How often it is looked what is done, in milliseconds. */
const LOOKS = 200;
/** Documents handed over at a time: their bytes are held here until they are done. */
const WIDTH = 32;

/**
 * A runner for one who waits: documents are read by workers, as a batch that is open while there are any, and told of when they are done.
 * Where no worker runs, or what failed is tried again, they are read here; records are published here.
 */
export function createRunnerByWorkers({ store, queues, rules, here }: ByWorkers): Runner {
  const enter = sharedBatch(() => openBatch(store, queues, rules));
  const workers = watchWorkers(queues);
  return {
    width: WIDTH,
    async perform(job, signal) {
      if (job.kind !== "read" || job.force || (await workers()) === 0) return here.perform(job, signal);
      return enter(async (batch) => {
        await batch.perform(job);
        const pending = pendingOf(queues, batch.id);
        while (await pending.isLeft("read", job.document)) await wait(LOOKS, undefined, { signal });
        return outcomeOf(job, store, rules);
      });
    },
    close: async () => {},
  };
}

/** What a worker saved. A batch that was cancelled leaves nothing. */
async function outcomeOf(job: ReadJob, store: Store, { limits }: BatchRules): Promise<JobOutcome> {
  const state = await store.state(job.document);
  if (state?.readKey === job.readKey) return { parsed: true, failure: null };
  const known = await store.knownFailure(job.document, failureKeyOf(job.readKey, limits));
  return { parsed: true, failure: known ?? NOT_READ };
}

const NOT_READ = {
  stage: "parse",
  code: "unavailable",
  message: "The workers gave this back unread, or read it by other rules. Try it again.",
} as const;

/** Lets many into one batch, opened for the first of them and shut behind the last. */
function sharedBatch(open: () => Promise<OpenBatch>) {
  let inside = 0;
  let opened: Promise<OpenBatch> | null = null;
  return async <T>(work: (batch: OpenBatch) => Promise<T>): Promise<T> => {
    inside++;
    opened ??= open();
    const batch = opened;
    try {
      return await work(await batch);
    } finally {
      if (--inside === 0) {
        opened = null;
        await (await batch).shut();
      }
    }
  };
}
