import type { PageElement } from "./run.ts";

/** The library's structure tree: elements with a role, and leaves that name marked content. Cells may reach over several rows and columns. */
export type TreeNode = {
  role?: string;
  type?: string;
  id?: string;
  children?: readonly TreeNode[];
  rowSpan?: number;
  colSpan?: number;
};

/** The block elements of one page in reading order, and which of them each piece of marked content belongs to. */
export type PageElements = { elements: PageElement[]; ofContent: Map<string, number> };

/** Structure types (ISO 32000-1, 14.8.4) that hold blocks and say nothing of the text in them. */
const GROUPING = new Set(
  "Root Document DocumentFragment Part Art Sect Div Aside BlockQuote Private TOC Index THead TBody TFoot".split(" "),
);
/** Types that make a block of their own; all others stand inside a line. */
const BLOCK = new Set(
  "P H H1 H2 H3 H4 H5 H6 Title LI Lbl LBody TD TH Note FENote Caption TOCI Formula Figure".split(" "),
);

/** What is around a node: what a block opened here would be, and the block that is open; -1 for none yet. */
type Around = PageElement & { open: { index: number } };

/** `reach`: for each table, into how many further rows the cell above goes on in each column. */
type Counts = { groups: number; items: number; rows: Map<number | null, number>; reach: Map<number | null, number[]> };

/** Reads the tree once, from the first leaf to the last. Content directly in a grouping element makes a block "Div" of its own. */
export function readElements(root: TreeNode | null): PageElements {
  const elements: PageElement[] = [];
  const ofContent = new Map<string, number>();
  const counts: Counts = { groups: 0, items: 0, rows: new Map(), reach: new Map() };

  const walk = (node: TreeNode, around: Around): void => {
    const row = node.role === "TR" ? rowUnder(counts.reach, around.group) : null;
    for (const child of node.children ?? []) {
      if (child.type === "content" && child.id) {
        if (around.open.index < 0) around.open.index = elements.push(elementOf(around)) - 1;
        ofContent.set(child.id, around.open.index);
      } else if (child.role) {
        const column = row && /^T[DH]$/.test(child.role) ? row.place(child) : -1;
        const inside = enter(child.role, around, { counts, column });
        walk(child, inside);
        // what follows a block inside a looser one is a block of its own; a note or picture interrupts nothing
        if (inside.open !== around.open && !CLOSED.test(around.role) && child.role !== "Note") around.open.index = -1;
      }
    }
  };
  const open = { index: -1 };
  if (root) walk(root, { role: "Div", depth: 0, group: null, groupKind: null, cell: null, item: null, open });
  return { elements, ofContent };
}

/** The next row of a table: tells of its cells in their order in which column each begins, past those that reach down from above. */
function rowUnder(tables: Counts["reach"], table: number | null): { place: (cell: TreeNode) => number } {
  const above = tables.get(table) ?? [];
  const reach = above.map((rows) => Math.max(0, rows - 1));
  tables.set(table, reach);
  let next = 0;
  return {
    place: ({ rowSpan = 1, colSpan = 1 }) => {
      while ((above[next] ?? 0) > 0) next++;
      const column = next;
      for (; next < column + colSpan; next++) reach[next] = rowSpan - 1;
      return column;
    },
  };
}

const CLOSED = /^(?:P|H\d?|Title|Lbl|Note)$/;

const elementOf = ({ role, depth, group, groupKind, cell, item }: Around): PageElement => ({
  role,
  depth,
  group,
  groupKind,
  cell,
  item,
});

/** What is around the children of an element. */
function enter(role: string, around: Around, { counts, column }: { counts: Counts; column: number }): Around {
  // a note or a label is one block, whatever is in it; so is what stands inside a line, and what has no meaning
  if (around.role === "Note" || around.role === "Lbl") return around;
  const fresh = { ...around, open: { index: -1 } };
  if (role === "FENote") return { ...fresh, role: "Note" };
  if (role === "L") return { ...fresh, role: "Div", depth: around.depth + 1, ...newGroup(around, "list", counts) };
  if (role === "LI") return { ...fresh, role, item: counts.items++ };
  if (role === "Table") return { ...fresh, role: "Div", cell: null, item: null, ...newGroup(around, "table", counts) };
  if (role === "TR")
    return { ...fresh, role: "Div", cell: { row: nextRow(around.group, counts), column: -1, header: false } };
  if (role === "TD" || role === "TH")
    return { ...fresh, role, cell: { row: around.cell?.row ?? 0, column, header: role === "TH" } };
  if (GROUPING.has(role)) return { ...fresh, role: "Div" };
  return BLOCK.has(role) ? { ...fresh, role } : around;
}

/** Lists in lists and tables in tables are of the outermost one. */
function newGroup(around: Around, kind: "list" | "table", counts: Counts): Pick<PageElement, "group" | "groupKind"> {
  if (around.group !== null) return { group: around.group, groupKind: around.groupKind };
  return { group: counts.groups++, groupKind: kind };
}

function nextRow(table: number | null, { rows }: Counts): number {
  const row = (rows.get(table) ?? -1) + 1;
  rows.set(table, row);
  return row;
}
