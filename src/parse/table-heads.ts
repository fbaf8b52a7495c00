import type { BlockDraft } from "../document/text-builder.ts";
import { draftWords } from "./draft-words.ts";

/** Column headings are short. */
const LONGEST = 40;

/**
 * Drafts in which a table that marks no header cells has its first row as such, where that has the look of one: a few words in
 * every column, no sentence, two rows or more under it; with two columns (which may be names and values) much shorter than what is under it.
 */
export function settleTableHeads(drafts: readonly BlockDraft[]): BlockDraft[] {
  const tables = Map.groupBy(
    drafts.filter((draft) => draft.cell),
    (draft) => draft.group,
  );
  const headed = new Set([...tables].filter(([, cells]) => looksHeaded(cells)).map(([group]) => group));
  return drafts.map((draft) =>
    draft.cell?.row === 0 && headed.has(draft.group) ? { ...draft, cell: { ...draft.cell, header: true } } : draft,
  );
}

function looksHeaded(cells: readonly BlockDraft[]): boolean {
  if (cells.some(({ cell }) => cell!.header) || cells.at(-1)!.cell!.row < 2) return false;
  const columns = Math.max(...cells.map(({ cell }) => cell!.column)) + 1;
  const first = cells.filter(({ cell }) => cell!.row === 0);
  const words = first.map((cell) => draftWords(cell, LONGEST + 1));
  if (columns < 2 || new Set(first.map(({ cell }) => cell!.column)).size !== columns || first.length !== columns)
    return false;
  if (!words.every((each) => each.length <= LONGEST && /^\p{L}/u.test(each) && !/[.?!:;,]$/.test(each))) return false;
  const rest = cells.filter(({ cell }) => cell!.row > 0).map((cell) => draftWords(cell).length);
  return columns > 2 ? isUnlike(cells, words) : mean(rest) > 3 * mean(words.map((each) => each.length));
}

/** A row of headings differs from the rows under it: names alone in all rows are a list in columns. */
const isUnlike = (cells: readonly BlockDraft[], heads: readonly string[]): boolean =>
  cells.some(
    (cell) =>
      cell.cell!.row > 0 &&
      (/\d/.test(draftWords(cell, 60)) || draftWords(cell).length > 2 * Math.max(...heads.map((head) => head.length))),
  );

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, each) => sum + each, 0) / Math.max(1, numbers.length);
