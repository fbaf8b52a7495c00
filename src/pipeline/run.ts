import type { Document } from "../document/document.ts";
import { extract } from "../extract/extract.ts";
import type { ExtractedDocument } from "../link/extracted.ts";
import { linkItems as link } from "../link/link.ts";
import { DEFAULT_OCR, type OcrOptions } from "../parse/ocr/settings.ts";
import { DEFAULT_LIMITS, type ParseLimits, parse, readerOf, Unreadable } from "../parse/parse.ts";
import { sha256 } from "../records/ids.ts";
import type { Link } from "../records/link.ts";
import { structure } from "../structure/structure.ts";
import type { PipelineDefinition } from "./definition.ts";

/** A file's bytes and its name, of which only the extension counts, as a hint. */
export type SourceFile = { name: string; bytes: Uint8Array };

/** Bytes to the text everyone works on. Throws `Unreadable`, whose `code` says in which way they cannot be read. */
export function readDocument(
  { name, bytes }: SourceFile,
  pipeline: Pick<PipelineDefinition, "sites">,
  limits: ParseLimits = DEFAULT_LIMITS,
  ocr: OcrOptions = DEFAULT_OCR,
): Promise<Document> {
  return parse({ id: sha256(bytes), name, bytes }, { profiles: pipeline.sites, limits, ocr });
}

/** Why bytes are of no kind that is read, before anything of them is read; null where they may be. */
export async function refusalOf(file: SourceFile): Promise<string | null> {
  try {
    await readerOf(file);
    return file.bytes.length === 0 ? "The file is empty." : null;
  } catch (error) {
    if (error instanceof Unreadable) return error.message;
    throw error;
  }
}

/** Everything that stands in one document: parts, items, deadlines, references. */
export function extractRecords(document: Document, pipeline: PipelineDefinition): ExtractedDocument {
  const structured = structure(document, pipeline.structure);
  return { document, structure: structured, ...extract(document, structured, pipeline.extract) };
}

/** The links of one document's items: to passages of its own, and of the documents that answer it. */
export function linkItems(
  asking: ExtractedDocument,
  answering: readonly ExtractedDocument[],
  pipeline: Pick<PipelineDefinition, "link">,
): Link[] {
  return link(asking, answering, pipeline.link);
}
