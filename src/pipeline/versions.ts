import { DEFAULT_OCR, type OcrSettings } from "../parse/ocr/settings.ts";
import type { ParseLimits } from "../parse/parse.ts";
import { shortId } from "../records/ids.ts";
import { codeVersion } from "./code-version.ts";
import type { PipelineHead } from "./load.ts";

export { DEFAULT_OCR, type OcrSettings };

/** What else a run is told, next to its pipelines. */
export type Limits = ParseLimits & {
  /** How long one task on a document may take, in seconds. */
  seconds: number;
  /** The JavaScript heap of a thread that reads a document, in megabytes. */
  heapMegabytes: number;
  /** Which pages are read off their pictures, and by what; `DEFAULT_OCR` where it is not said. */
  ocr?: OcrSettings;
};

/** The key of a parsed document: results under another key were made by other rules, limits or code. `extension` is the file's, the only hint that a name gives. */
export function parseKeyOf(
  pipelines: readonly PipelineHead[],
  limits: Omit<Limits, "seconds" | "heapMegabytes">,
  extension: string,
): string {
  const { use, engine } = limits.ocr ?? DEFAULT_OCR;
  const { bytes, characters, pages, depth, unpackedBytes } = limits;
  const allowed = JSON.stringify([bytes, characters, pages, depth, unpackedBytes, use, engine]);
  const known = knownKeys.get(pipelines) ?? new Map<string, string>();
  knownKeys.set(pipelines, known);
  const asked = `${allowed} ${extension}`;
  const key = known.get(asked) ?? shortId(codeVersion().parse, sitesOf(pipelines), allowed, extension);
  known.set(asked, key);
  return key;
}

/** The keys of a run's pipelines: few, and asked for with every document. */
const knownKeys = new WeakMap<readonly PipelineHead[], Map<string, string>>();

const sitesOf = (pipelines: readonly PipelineHead[]): string =>
  JSON.stringify(pipelines.map((pipeline) => pipeline.sites));

/** The key of all that was found in one document. */
export function readKeyOf(pipelines: readonly PipelineHead[], parseKey: string): string {
  return shortId(parseKey, ...pipelines.map((pipeline) => pipeline.version));
}

/** The version of all the code by which a document is read: what other code stored may look otherwise, and is read again. */
export function readingCode(): string {
  const { parse, extract, link } = codeVersion();
  return shortId(parse, extract, link);
}

/** The key of a failure: with other limits the input is tried again. */
export function failureKeyOf(readKey: string, limits: Limits): string {
  return shortId(readKey, String(limits.seconds), String(limits.heapMegabytes));
}
