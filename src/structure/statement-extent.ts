import type { Block } from "../document/document.ts";
import type { Span } from "../records/anchor.ts";
import { textOf, type View } from "./view.ts";

/** Where the statement that begins with a block ends: with its box or quotation, with its print, or with its first paragraph and the list under it. */
export function endOf(view: View, blocks: readonly Block[], first: number): number {
  let last = first;
  while (last + 1 < blocks.length && goesOn(view, blocks[first]!, blocks[last]!, blocks[last + 1]!)) last++;
  return blocks[last]!.end;
}

function goesOn(view: View, first: Block, last: Block, next: Block): boolean {
  const text = textOf(view, next);
  if (next.kind === "heading" || view.rules.shows(text, "statement-heading", "statement-label", "reply-label"))
    return false;
  if (first.group !== null && (first.groupKind === "box" || first.groupKind === "quotation"))
    return next.group === first.group;
  if (first.cell && sameCell(first, next)) return next.label === null || isPoint(next) || next.kind === "list-item";
  if (next.groupKind === "box" || next.groupKind === "table") return false;
  if (next.kind === "list-item" && next.level > Math.max(1, first.level)) return true;
  if (isPoint(next) || (next.kind === "list-item" && first.kind !== "list-item"))
    return leadsOn(view, last) || isPoint(last) || last.kind === "list-item";
  if ((first.bold || first.italic) && first.kind !== "list-item")
    return (
      !POINTER.test(textOf(view, last)) &&
      first.bold === next.bold &&
      first.italic === next.italic &&
      (next.label === null || isPoint(next))
    );
  if (next.kind === "list-item" && JOINED.test(textOf(view, last))) return false;
  return breaksOff(view, last, next);
}

/** What a list puts after an entry that is not its last. */
const JOINED = /[;,] (?:and|or)$/;

/** Whether a statement begins with an entry of a list without a number, which is one by itself: "set up a register; and". */
export const opensWithBullet = ({ kind, label, body }: Block, { start }: Span): boolean =>
  kind === "list-item" && label === null && body === start;

/** Where in the report it stood: "(Paragraph 23)". */
export const POINTER = /\((?:paragraph|para|page)s?\.? [\d, –and-]+\)\.?$/i;

/** Whether two blocks stand in one cell of a table. */
export const sameCell = (one: Block, other: Block): boolean =>
  one.group === other.group && one.cell?.row === other.cell?.row && one.cell?.column === other.cell?.column;

/** "(a) …", "ii) …": a point of the statement above it. */
export const isPoint = (block: Block): boolean => /^\(?(?:[a-z]|[ivx]{1,4})[.)]$/i.test(block.label ?? "");

/** Whether a block ends in a way that only what follows completes. */
export const leadsOn = (view: View, block: Block): boolean =>
  /(?:[:;,–—-]|\b(?:and|or|that|to))$/.test(textOf(view, block));

/** A page or a column ended in mid-sentence. */
const breaksOff = (view: View, block: Block, next: Block): boolean =>
  next.label === null && !/[.?!:;]["'’”)\]]*$/.test(textOf(view, block)) && /^[\p{Ll}\d(]/u.test(textOf(view, next));
