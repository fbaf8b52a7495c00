import { z } from "zod";
import { type Pipeline, pipelineFrom } from "../pipeline/load.ts";
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

/** The rules of a batch with their pipelines, taken from the store. */
export async function loadRules(store: Store, batch: Batch): Promise<Rules & { priority: number }> {
  const { pipelines, limits, force, priority } = BatchRules.parse(JSON.parse(batch.rules));
  return {
    pipelines: await Promise.all(pipelines.map((version) => loadStored(store, version))),
    limits,
    force,
    priority,
  };
}

/** Pipelines by their stored version, which stands for all that is in them: reading one takes a tenth of a second. */
const loaded = new Map<string, Pipeline>();
const MOST_LOADED = 20;

async function loadStored(store: Store, version: string): Promise<Pipeline> {
  const known = loaded.get(version);
  if (known) return known;
  const pipeline = pipelineFrom((await store.pipeline(version))!, version);
  loaded.set(version, pipeline);
  if (loaded.size > MOST_LOADED) loaded.delete(loaded.keys().next().value!);
  return pipeline;
}
