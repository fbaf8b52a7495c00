import type { Block, Document } from "./document.ts";
import { oncePer } from "./once.ts";
import { firstEndingAfter } from "./span.ts";

/** For each block, and for what stands behind them all, the nearest heading before it; for each heading the one whose section it is in. By index; −1 for none. */
type Headings = { before: readonly number[]; over: ReadonlyMap<number, number> };

/** The headings above an offset, outermost first, not going above `from` (a part's start). */
export function sectionAt(document: Document, offset: number, from = 0): Block[] {
  const { blocks } = document;
  const { before, over } = headingsIn(document);
  const path: Block[] = [];
  let at = before[firstEndingAfter(blocks, offset)]!;
  while (at >= 0 && blocks[at]!.start >= from) {
    path.unshift(blocks[at]!);
    at = over.get(at)!;
  }
  return path;
}

const headingsIn = oncePer(({ blocks }: Document): Headings => {
  const over = new Map<number, number>();
  let last = -1;
  const before = blocks.map(({ kind, level }, at) => {
    const nearest = last;
    if (kind !== "heading") return nearest;
    let outer = nearest;
    while (outer >= 0 && blocks[outer]!.level >= level) outer = over.get(outer)!;
    over.set(at, outer);
    last = at;
    return nearest;
  });
  return { before: [...before, last], over };
});
