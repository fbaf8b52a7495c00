import { type Draft, pageOf, textOf } from "./draft.ts";
import { labelAt } from "./label.ts";
import { joinLines } from "./line.ts";

/**
 * Says what tagged tables are: one that goes on over a page end is one table; one of a single column is a box around text; one that
 * holds numbers on the left and text on the right is a list. What remains are tables, of cells.
 */
export function settleTables(drafts: readonly Draft[]): Draft[] {
  const out: Draft[] = [];
  let before: Draft[] = [];
  for (const each of stretchesOf(drafts)) {
    const stretch = each[0]!.groupKind === "table" ? countedFromZero(each) : each;
    if (stretch[0]!.groupKind !== "table") {
      const cut = stretch[0]!.group === null ? cellCutBefore(before, stretch[0]!) : undefined;
      if (cut) cut.lines = [...cut.lines, ...stretch[0]!.lines];
      else out.push(...stretch);
    } else if (before.length > 0 && goesOn(before, stretch)) {
      const rest = continued(before, stretch);
      before.push(...rest);
      out.push(...rest);
      continue;
    } else out.push(...stretch);
    before = stretch[0]!.groupKind === "table" ? [...stretch] : [];
  }
  return stretchesOf(out).flatMap((stretch) =>
    stretch[0]!.groupKind === "table" ? settle(cellByCell(stretch)) : stretch,
  );
}

/** The cells of a row one after the other: what a page end has cut off some of them comes after all of them. */
function cellByCell(table: readonly Draft[]): Draft[] {
  const place = ({ cell }: Draft) => ({ row: cell?.row ?? 0, column: cell?.column ?? 0 });
  return table
    .map((draft) => ({ draft, ...place(draft) }))
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map(({ draft }) => draft);
}

/** Neighbours of one group together; what is in none is alone. */
function stretchesOf(drafts: readonly Draft[]): Draft[][] {
  const out: Draft[][] = [];
  for (const draft of drafts) {
    const last = out.at(-1);
    if (last && draft.group !== null && last[0]!.group === draft.group) last.push(draft);
    else out.push([draft]);
  }
  return out;
}

/** The rows that have words, counted from 0: tags count rows of other pages too. */
function countedFromZero(table: readonly Draft[]): Draft[] {
  const rows = [...new Set(table.map((draft) => draft.cell?.row ?? 0))].sort((a, b) => a - b);
  return table.map((draft) => ({ ...draft, cell: draft.cell && { ...draft.cell, row: rows.indexOf(draft.cell.row) } }));
}

const columnsOf = (table: readonly Draft[]): number => 1 + Math.max(...table.map((draft) => draft.cell?.column ?? 0));
const lastRowOf = (table: readonly Draft[]): number => Math.max(...table.map((draft) => draft.cell?.row ?? 0));
const rowText = (table: readonly Draft[], row: number): string =>
  table
    .filter((draft) => draft.cell?.row === row)
    .map(textOf)
    .join("\t");

/**
 * A table at the top of a page goes on the one at the foot of the page before where both have as many columns, or where there is only
 * the rest of a row that the page end has cut.
 */
function goesOn(before: readonly Draft[], next: readonly Draft[]): boolean {
  const columns = columnsOf(before);
  if (columns < 2 || pageOf(next[0]!) !== before.at(-1)!.lines.at(-1)!.page + 1) return false;
  const isRest = lastRowOf(next) === 0 && next.every(({ cell }) => (cell?.column ?? 0) > 0);
  return columnsOf(next) === columns || (isRest && columnsOf(next) < columns);
}

/** The cell at the foot of the page before that plain words at the top of a page carry on, where they stand in its column. */
function cellCutBefore(before: readonly Draft[], next: Draft): Draft | undefined {
  if (before.length === 0 || pageOf(next) !== before.at(-1)!.lines.at(-1)!.page + 1) return undefined;
  const row = before.filter(({ cell }) => cell?.row === lastRowOf(before));
  return row.find((cell) => Math.abs(cell.lines.at(-1)!.x - next.lines[0]!.x) < SAME_LEFT && carriesOn(cell, next));
}

/** Lines of one cell begin within so many points of one another. */
const SAME_LEFT = 3;

/** The rows of the next page, counted on, without the header that is printed again, and without what carries on a cell that the page end has cut. */
function continued(before: readonly Draft[], next: readonly Draft[]): Draft[] {
  const again = rowText(next, 0) === rowText(before, 0);
  const rest = next.filter((draft) => !again || draft.cell?.row !== 0);
  const first = again ? 1 : 0;
  const last = lastRowOf(before);
  const above = (column: number) => before.findLast(({ cell }) => cell?.row === last && cell.column === column);
  // a row without its first cell, or with a cell that goes on in mid-sentence, is the rest of the row that the page end has cut
  const top = rest.filter(({ cell }) => cell?.row === first);
  const cut =
    top.every(({ cell }) => cell?.column !== 0) || top.some((draft) => carriesOn(above(draft.cell!.column), draft));
  const shift = last + 1 - first - (cut ? 1 : 0);
  return rest.flatMap((draft) => {
    const { cell } = draft;
    const upper = cut && cell?.row === first ? above(cell.column) : undefined;
    if (carriesOn(upper, draft)) {
      Object.assign(upper!, { lines: [...upper!.lines, ...draft.lines] });
      return [];
    }
    return [{ ...draft, group: before[0]!.group, cell: cell && { ...cell, row: cell.row + shift } }];
  });
}

/** Whether a sentence of one cell goes on in another, or what a stroke or an "and" parts: numbers, names and dates do not. */
function carriesOn(before: Draft | undefined, next: Draft): boolean {
  const upper = before ? textOf(before) : "";
  return /[/&]$|\band$/.test(upper) || (/\S+ \S+ .*[\p{L},-]$/su.test(upper) && /^\p{Ll}/u.test(textOf(next)));
}

function settle(table: readonly Draft[]): Draft[] {
  const columns = columnsOf(table);
  if (columns === 1) return table.map((draft) => ({ ...draft, cell: null, groupKind: "box" }));
  if (columns === 2 && isLabelTable(table)) return labelledItems(table);
  const header = !table.some((draft) => draft.cell?.header) && lastRowOf(table) > 1 ? headerRow(table) : -1;
  return table.map((draft) => ({
    ...draft,
    kind: "cell",
    level: 0,
    cell: draft.cell && { ...draft.cell, header: draft.cell.header || draft.cell.row === header },
  }));
}

/** The first row is a header where all its cells are bold and not all cells below are. */
function headerRow(table: readonly Draft[]): number {
  const bold = (draft: Draft) => draft.lines.every(({ styles }) => styles.every((style) => style.bold));
  const first = table.filter((draft) => draft.cell?.row === 0);
  return first.length > 1 && first.every(bold) && !table.every(bold) ? 0 : -1;
}

/** Whether everything in the left column is a label (or nothing), and there is at least one. */
function isLabelTable(table: readonly Draft[]): boolean {
  const left = table.filter((draft) => draft.cell?.column === 0);
  return (
    left.length > 0 &&
    left.every((draft) => draft.lines.length === 1 && labelAt(textOf(draft))?.end === textOf(draft).length)
  );
}

/** Each label with the first words of its row; further paragraphs of the row stay what they are. */
function labelledItems(table: readonly Draft[]): Draft[] {
  const out: Draft[] = [];
  let label: Draft | null = null;
  for (const draft of table) {
    const plain: Draft = { ...draft, cell: null, group: null, groupKind: null };
    if (draft.cell?.column === 0) label = plain;
    else if (label) {
      const [first, ...rest] = draft.lines;
      out.push({ ...plain, lines: [joinLines(label.lines[0]!, first!), ...rest] });
      label = null;
    } else out.push(plain);
  }
  return label ? [...out, label] : out;
}
