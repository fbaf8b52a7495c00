import { Unreadable } from "./unreadable.ts";

/** Elements that have no end tag, or whose end tag pages leave out: they nest no deeper than what holds them. */
const FLAT = new Set(
  "area base br col embed hr img input link meta source track wbr p li dt dd td th tr tbody thead tfoot option optgroup colgroup rt rp html head body".split(
    " ",
  ),
);
const TAG = /<(\/?)([a-zA-Z][^\s/>]{0,30})[^>]{0,2000}?(\/?)>/g;

/** Counts open elements before a tree is built: building and walking a tree costs stack. Throws `Unreadable`: "too-deep". */
export function checkDepth(source: string, limit: number): void {
  const open = new Map<string, number>();
  let depth = 0;
  for (const [, end, rawName] of source.matchAll(TAG)) {
    const name = rawName!.toLowerCase();
    if (FLAT.has(name)) continue;
    const count = open.get(name) ?? 0;
    if (end && count === 0) continue;
    open.set(name, count + (end ? -1 : 1));
    depth += end ? -1 : 1;
    if (depth > limit)
      throw new Unreadable(
        "too-deep",
        `The page's elements are nested more than ${limit} deep. Raise limits.depth or clean it.`,
      );
  }
}
