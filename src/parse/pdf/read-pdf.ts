import type { Document } from "../../document/document.ts";
import { type ParseOptions, type RawSource, Unreadable } from "../parse.ts";

/** A PDF to the text everyone works on. */
export async function readPdf(_source: RawSource, _options: ParseOptions): Promise<Document> {
  throw new Unreadable("unsupported-pdf", "There is no reader for PDF yet.");
}
