import { DEFAULT_OCR, type OcrSettings } from "../parse/ocr/settings.ts";
import type { ParseLimits } from "../parse/parse.ts";
import type { SiteProfile } from "../parse/site-profile.ts";
import type { PipelineDefinition } from "./definition.ts";
import { type Pipeline, pipelineFrom } from "./load.ts";
import type { Limits } from "./versions.ts";

/** A pipeline as threads get it: what they need to choose it, and its whole definition for when it is chosen. */
export type PackedPipeline = { version: string; name: string; takes: PipelineDefinition["takes"]; source: string };

/** What a thread is told once, when it starts. The first pipeline that takes a document reads it. */
export type ThreadSetup = { pipelines: PackedPipeline[]; sites: SiteProfile[]; limits: ParseLimits; ocr: OcrSettings };

/** What threads are to be told of some pipelines. Sites are known by name: those of all pipelines count for all. */
export function setupFor(pipelines: readonly Pipeline[], limits: ParseLimits & Pick<Limits, "ocr">): ThreadSetup {
  const sites = new Map(pipelines.flatMap((pipeline) => pipeline.sites).map((site) => [site.name, site]));
  const packed = pipelines.map(({ version, name, takes, source }) => ({ version, name, takes, source }));
  return { pipelines: packed, sites: [...sites.values()], limits, ocr: limits.ocr ?? DEFAULT_OCR };
}

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
