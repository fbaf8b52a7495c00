import { anchorOf } from "../document/anchor.ts";
import type { Document } from "../document/document.ts";
import { extract } from "../extract/extract.ts";
import { type ExtractedDocument, linkItems } from "../link/link.ts";
import { DEFAULT_LIMITS, type ParseLimits, parse, type RawSource } from "../parse/parse.ts";
import { structure } from "../structure/structure.ts";
import type { PipelineDefinition } from "./definition.ts";

/** Bytes to the text everyone works on. Throws `Unreadable`. */
export function readDocument(
  source: RawSource,
  pipeline: PipelineDefinition,
  limits: ParseLimits = DEFAULT_LIMITS,
): Promise<Document> {
  return parse(source, { profiles: pipeline.sites, limits });
}

/** Everything that stands in one document: parts, items, deadlines, references. */
export function extractRecords(document: Document, pipeline: PipelineDefinition): ExtractedDocument {
  const structured = structure(document, pipeline.structure);
  return { document, structure: structured, ...extract(document, structured, pipeline.extract) };
}

export { anchorOf, linkItems };
