import type { ParseLimits } from "../parse/parse.ts";
import { type Pipeline, pipelineFrom } from "./load.ts";

/** What a thread is told once, when it starts. Pipelines are whole definitions as JSON; the first that takes a document reads it. */
export type ThreadSetup = { pipelines: { json: string; origin: string }[]; limits: ParseLimits };

/** Which rules a task is to be done by; `json` where they are not among the thread's own. */
export type RulesOfTask = { version: string; json: string | null };

const loaded = new WeakMap<ThreadSetup, Pipeline[]>();
const stored = new Map<string, Pipeline>();

/** The rules that a thread was started with, compiled once. */
export function pipelinesOf(setup: ThreadSetup): Pipeline[] {
  const known = loaded.get(setup) ?? setup.pipelines.map(({ json, origin }) => pipelineFrom(json, origin));
  loaded.set(setup, known);
  return known;
}

/** The rules of a task. Kept by version, so that they are compiled once a thread and not once a document. */
export function pipelineOf({ version, json }: RulesOfTask, setup: ThreadSetup): Pipeline {
  const own = pipelinesOf(setup).find((pipeline) => pipeline.version === version) ?? stored.get(version);
  if (own) return own;
  if (json === null) throw new Error(`the rules ${version} are not known here`);
  const pipeline = pipelineFrom(json, "a pipeline from the store");
  stored.set(version, pipeline);
  return pipeline;
}
