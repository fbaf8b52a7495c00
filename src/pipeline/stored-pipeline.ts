import type { Store } from "../store/store.ts";
import type { Pipeline } from "./load.ts";

/** Pipelines by their stored version, which stands for all that is in them: making one ready takes a tenth of a second. */
const ready = new Map<string, Pipeline>();
const MOST_READY = 20;

/** A pipeline that the store keeps, made ready for use. What that needs is loaded only here: most runs find nothing to read. */
export async function storedPipeline(store: Pick<Store, "pipeline">, version: string): Promise<Pipeline> {
  const known = ready.get(version);
  if (known) return known;
  const { pipelineFrom } = await import("./load.ts");
  const pipeline = pipelineFrom((await store.pipeline(version))!, version);
  ready.set(version, pipeline);
  if (ready.size > MOST_READY) ready.delete(ready.keys().next().value!);
  return pipeline;
}
