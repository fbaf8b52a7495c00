import type { Reading } from "./assemble.ts";
import { draftsOf } from "./text/drafts.ts";
import { withoutFurniture } from "./text/furniture.ts";
import { linesOf } from "./text/line.ts";
import { withoutLineNumbers } from "./text/line-numbers.ts";

/** Plain text to blocks, also text that came out of a PDF: with broken lines, page numbers, running heads and broken words. */
export function readPlainText(source: string): Reading {
  const drafts = draftsOf(withoutFurniture(withoutLineNumbers(linesOf(source))));
  return { mediaType: "text/plain", drafts, title: null, metadata: {}, findings: [] };
}
