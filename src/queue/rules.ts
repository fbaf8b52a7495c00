import { z } from "zod";
import type { Pipeline } from "../pipeline/load.ts";
import { storedPipeline } from "../pipeline/stored-pipeline.ts";
import type { Rules } from "../pipeline/take-in.ts";
import { shortId } from "../records/ids.ts";
import type { Store } from "../store/store.ts";
import type { Batch } from "../store/stored.ts";

const positive = z.number().int().positive();

/** By what a batch is read, as its row in the store has it. */
export const BatchRules = z.strictObject({
  /** The paths that were given, for those who look. */
  given: z.array(z.string()),
  /** The absolute paths. */
  roots: z.array(z.string()),
  /** Versions of pipelines in the store; the last one takes what the others leave. */
  pipelines: z.array(z.string()).min(1),
  limits: z.strictObject({
    bytes: positive,
    characters: positive,
    pages: positive,
    depth: positive,
    unpackedBytes: positive,
    seconds: positive,
    heapMegabytes: positive,
    ocr: z.strictObject({
      use: z.enum(["auto", "never", "always"]),
      engine: z.enum(["auto", "packaged", "system"]),
    }),
  }),
  force: z.boolean(),
  /** BullMQ's: 1 goes before all others. */
  priority: positive,
});
export type BatchRules = z.infer<typeof BatchRules>;

/** The id of a batch: the same paths by the same rules are the same batch, so that adding it twice is adding it once. */
export const batchIdOf = (rules: BatchRules): string => shortId(JSON.stringify(rules));

/** Rules with their pipelines ready for use. */
export type ReadyRules = Rules & { pipelines: readonly Pipeline[]; priority: number };

/** The rules of a batch with their pipelines, taken from the store. */
export async function loadRules(store: Store, batch: Batch): Promise<ReadyRules> {
  const { pipelines, limits, force, priority } = BatchRules.parse(JSON.parse(batch.rules));
  return {
    pipelines: await Promise.all(pipelines.map((version) => storedPipeline(store, version))),
    limits,
    force,
    priority,
  };
}
