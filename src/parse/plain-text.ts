import type { Reading } from "./assemble.ts";
import { draftsOf } from "./text/drafts.ts";
import { withoutFurniture } from "./text/furniture.ts";
import { linesOf } from "./text/line.ts";

/** Plain text to blocks, also text that came out of a PDF: with broken lines, page numbers, running heads and broken words. */
export function readPlainText(source: string): Reading {
  const drafts = draftsOf(withoutFurniture(linesOf(source)));
  return { mediaType: "text/plain", drafts, title: null, metadata: {}, findings: [] };
}
