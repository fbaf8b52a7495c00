import type { Block, Document } from "./document.ts";
import { firstEndingAfter } from "./span.ts";

/** The headings above an offset, outermost first, not going above `from` (a part's start). */
export function sectionAt(document: Document, offset: number, from = 0): Block[] {
  const path: Block[] = [];
  let level = Number.POSITIVE_INFINITY;
  for (let at = firstEndingAfter(document.blocks, offset) - 1; at >= 0; at--) {
    const block = document.blocks[at]!;
    if (block.start < from) break;
    if (block.kind !== "heading" || block.level >= level) continue;
    path.unshift(block);
    level = block.level;
  }
  return path;
}
