import { Refusal } from "../records/refusal.ts";
import type { Store } from "../store/store.ts";
import type { ExplainResult } from "./explain-task.ts";
import { stagesOf } from "./job.ts";
import type { Threads } from "./runner.ts";
import { readingCode } from "./versions.ts";

/** Why some words of a stored document are an item, or what let them go; by the rules that read it. Throws a `Refusal` where those were another version's. */
export async function explain(store: Store, threads: Threads, document: string, words: string): Promise<ExplainResult> {
  const version = await store.pipelineOf(document);
  if (version === null) throw new Error(`${document} has not been read`);
  if ((await store.state(document))?.code !== readingCode())
    throw new Refusal("Another version of answerable read this document. Ingest it again with this one, then ask.");
  const pipeline = { version, source: await store.pipeline(version) };
  const result = await threads.run({ kind: "explain", stages: await stagesOf(store, document), pipeline, words });
  if ("failure" in result) throw new Error(result.failure.message);
  return result;
}
