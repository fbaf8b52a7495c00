import type { PageElement } from "./run.ts";

/** The library's structure tree: elements with a role, and leaves that name marked content. */
export type TreeNode = { role?: string; type?: string; id?: string; children?: readonly TreeNode[] };

/** The block elements of one page in reading order, and which of them each piece of marked content belongs to. */
export type PageElements = { elements: PageElement[]; ofContent: Map<string, number> };

/** Roles that stand inside a line and make no block. */
const INLINE = new Set([
  "Span",
  "Strong",
  "Em",
  "Link",
  "Reference",
  "Quote",
  "Code",
  "Sub",
  "BibEntry",
  "Annot",
  "Ruby",
  "Warichu",
]);
/** Roles that hold blocks and say nothing of the text in them. */
const GROUPING = new Set([
  "Root",
  "Document",
  "DocumentFragment",
  "Part",
  "Art",
  "Sect",
  "Div",
  "Aside",
  "BlockQuote",
  "NonStruct",
  "Private",
  "TOC",
  "Index",
  "THead",
  "TBody",
  "TFoot",
]);

type Around = Omit<PageElement, "role"> & { role: string; index: number };

/** Walks the tree once. Content directly in a grouping element makes a block "Div" of its own. */
export function readElements(root: TreeNode | null): PageElements {
  const elements: PageElement[] = [];
  const ofContent = new Map<string, number>();
  let groups = 0;
  let items = 0;
  const open = (around: Around, role: string): number => {
    const { depth, group, groupKind, cell, item } = around;
    return elements.push({ role, depth, group, groupKind, cell, item }) - 1;
  };
  const walk = (node: TreeNode, around: Around): void => {
    let own = -1;
    for (const child of node.children ?? []) {
      if (child.type === "content" && child.id) {
        if (around.index < 0 && own < 0) own = open(around, around.role);
        ofContent.set(child.id, around.index < 0 ? own : around.index);
      } else if (child.role) {
        // what stands between two blocks inside a loose element is a block of its own
        if (!INLINE.has(child.role)) own = -1;
        walk(child, enter(child, around));
      }
    }
  };
  const enter = (node: TreeNode, around: Around): Around => {
    const role = node.role!;
    if (INLINE.has(role)) return around.index >= 0 ? around : { ...around, index: open(around, around.role) };
    if (role === "L")
      return {
        ...around,
        role: "Div",
        index: -1,
        depth: around.depth + 1,
        ...(around.group === null && { group: groups++, groupKind: "list" as const }),
      };
    if (role === "LI") return { ...around, role: "Div", index: -1, item: items++ };
    if (role === "Table" && around.groupKind !== "table")
      return {
        ...around,
        role: "Div",
        index: -1,
        group: groups++,
        groupKind: "table",
        cell: { row: -1, column: -1, header: false },
        item: null,
      };
    if (role === "TR" && around.cell) {
      around.cell.row++;
      return { ...around, role: "Div", index: -1, cell: { row: around.cell.row, column: -1, header: false } };
    }
    if ((role === "TD" || role === "TH") && around.cell) {
      around.cell.column++;
      return {
        ...around,
        role: "Div",
        index: -1,
        cell: { row: around.cell.row, column: around.cell.column, header: role === "TH" },
      };
    }
    if (GROUPING.has(role))
      return {
        ...around,
        index: role === "NonStruct" ? around.index : -1,
        role: role === "NonStruct" ? around.role : "Div",
      };
    return { ...around, role, index: open({ ...around }, role) };
  };
  if (root) walk(root, { role: "Div", index: -1, depth: 0, group: null, groupKind: null, cell: null, item: null });
  return { elements, ofContent };
}
