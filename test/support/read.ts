import type { Document } from "../../src/document/document.ts";
import { DEFAULT_LIMITS, parse } from "../../src/parse/parse.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";

const options = { profiles: loadPipeline("gla-correspondence").sites, limits: DEFAULT_LIMITS };

/** A document read from bytes or text, as the shipped pipeline reads it. */
export function read(name: string, content: string | Uint8Array, limits = DEFAULT_LIMITS): Promise<Document> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return parse({ id: "0".repeat(64), name, bytes }, { ...options, limits });
}

/** What a reader sees of a document's blocks: "kind words", with a label that is not in the text before the words. */
export function outline(document: Document): string[] {
  return document.blocks.map(({ kind, start, end, body, label }) => {
    const words = document.text.slice(start, end);
    return `${kind}${label !== null && body === start ? ` [${label}]` : ""} ${words}`;
  });
}
