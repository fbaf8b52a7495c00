import { DEFAULT_OCR, type OcrSettings } from "../parse/ocr/settings.ts";
import type { ParseLimits } from "../parse/parse.ts";
import type { SiteProfile } from "../parse/site-profile.ts";
import type { Store } from "../store/store.ts";
import type { Pipeline, PipelineHead } from "./load.ts";
import type { Limits } from "./versions.ts";

/** A pipeline as threads get it: what they need to choose it, and its whole definition for when it is chosen. */
export type PackedPipeline = Pick<Pipeline, "version" | "name" | "takes" | "source">;

/** What a thread is told once, when it starts. The first pipeline that takes a document reads it. */
export type ThreadSetup = { pipelines: PackedPipeline[]; sites: SiteProfile[]; limits: ParseLimits; ocr: OcrSettings };

/** By what threads read: how far they go, and which pages they read off their pictures. */
export type ReadingLimits = ParseLimits & Pick<Limits, "ocr">;

/** What threads are to be told of some pipelines. Sites are known by name: those of all pipelines count for all. */
export function setupFor(
  pipelines: readonly (PipelineHead & Pick<Pipeline, "source">)[],
  limits: ReadingLimits,
): ThreadSetup {
  const sites = new Map(pipelines.flatMap((pipeline) => pipeline.sites).map((site) => [site.name, site]));
  const packed = pipelines.map(({ version, name, takes, source }) => ({ version, name, takes, source }));
  return { pipelines: packed, sites: [...sites.values()], limits, ocr: limits.ocr ?? DEFAULT_OCR };
}

/** The same for pipelines whose definitions are in the store. */
export async function setupFromStore(
  store: Pick<Store, "pipeline">,
  heads: readonly PipelineHead[],
  limits: ReadingLimits,
): Promise<ThreadSetup> {
  const pipelines = heads.map(async (head) => ({ ...head, source: (await store.pipeline(head.version))! }));
  return setupFor(await Promise.all(pipelines), limits);
}
