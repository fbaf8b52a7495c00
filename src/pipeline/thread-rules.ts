import { type Pipeline, pipelineFrom } from "./load.ts";
import type { ThreadSetup } from "./thread-setup.ts";

/** Which rules a task is to be done by; `source` where they are not among the thread's own. */
export type RulesOfTask = { version: string; source: string | null };

const unpacked = new Map<string, Pipeline>();

/** The rules of a task. Kept by version, so that they are compiled once a thread and not once a document. */
export function pipelineOf({ version, source }: RulesOfTask, setup: ThreadSetup): Pipeline {
  const known = unpacked.get(version);
  if (known) return known;
  const whole = source ?? setup.pipelines.find((pipeline) => pipeline.version === version)?.source;
  if (!whole) throw new Error(`the rules ${version} are not known here`);
  const pipeline = pipelineFrom(whole, "a stored pipeline");
  unpacked.set(version, pipeline);
  return pipeline;
}
