import type * as hast from "hast";
import { type BlockDraft, draftOf, type Piece, type Style } from "../document/text-builder.ts";
import { alignToSource } from "./raw-alignment.ts";

/** Elements whose words nobody reads as text. */
const SILENT = new Set(
  "script style noscript template svg math canvas iframe object audio video picture select button input textarea form nav head title img map dialog".split(
    " ",
  ),
);
/** Elements that begin and end a block. */
const BLOCK = new Set(
  "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);

type Context = Omit<BlockDraft, "pieces"> & { style: Style };
type Reader = {
  source: string;
  leaveOut: (element: hast.Element) => boolean;
  drafts: BlockDraft[];
  pieces: Piece[];
  groups: number;
};

const TOP: Context = { ...draftOf([]), style: {} };

/** Content elements to blocks, in document order, without what `leaveOut` points at. */
export function readFlow(
  source: string,
  roots: readonly hast.Element[],
  leaveOut: (element: hast.Element) => boolean,
): BlockDraft[] {
  const reader: Reader = { source, leaveOut, drafts: [], pieces: [], groups: 0 };
  for (const root of roots) {
    readElement(reader, root, TOP);
    flush(reader, TOP);
  }
  return reader.drafts;
}

function flush(reader: Reader, { style, ...fields }: Context): void {
  if (reader.pieces.length > 0) reader.drafts.push({ ...fields, pieces: reader.pieces });
  reader.pieces = [];
}

function readChildren(reader: Reader, nodes: readonly hast.Nodes[], context: Context): void {
  for (const node of nodes) {
    if (node.type === "element") readElement(reader, node, context);
    else if (node.type === "text") readText(reader, node, context);
  }
}

function readText(reader: Reader, node: hast.Text, { style }: Context): void {
  const from = node.position?.start.offset;
  const to = node.position?.end.offset;
  if (from === undefined || to === undefined)
    reader.pieces.push({ kind: "text", text: node.value, raw: null, ...style });
  else reader.pieces.push(...alignToSource(reader.source, node.value, from, to, style));
}

function readElement(reader: Reader, element: hast.Element, context: Context): void {
  const { tagName } = element;
  if (SILENT.has(tagName) || reader.leaveOut(element)) return;
  if (tagName === "br") {
    reader.pieces.push({ kind: "break" });
    return;
  }
  const inner = contextIn(reader, element, context);
  if (!BLOCK.has(tagName)) {
    readChildren(reader, element.children, inner);
    return;
  }
  flush(reader, context);
  if (tagName === "table") readTable(reader, element, inner);
  else if (tagName === "ol" || tagName === "ul") readList(reader, element, inner);
  else readChildren(reader, element.children, inner);
  flush(reader, inner);
}

function contextIn(reader: Reader, { tagName }: hast.Element, context: Context): Context {
  const style = context.style;
  switch (tagName) {
    case "b":
    case "strong":
      return { ...context, style: { ...style, bold: true } };
    case "i":
    case "em":
      return { ...context, style: { ...style, italic: true } };
    case "u":
      return { ...context, style: { ...style, underline: true } };
    case "h1":
    case "h2":
    case "h3":
    case "h4":
    case "h5":
    case "h6":
      return { ...context, kind: "heading", level: Number(tagName[1]), label: null };
    case "blockquote":
      return { ...context, group: reader.groups++, groupKind: "quotation" };
    default:
      return context;
  }
}

const childElements = (element: hast.Element, ...names: string[]): hast.Element[] =>
  element.children.filter((child): child is hast.Element => child.type === "element" && names.includes(child.tagName));

function readList(reader: Reader, list: hast.Element, context: Context): void {
  const nested = context.kind === "list-item";
  const group = nested ? context.group : reader.groups++;
  const level = nested ? context.level + 1 : 1;
  let count = Number(list.properties.start ?? 1);
  for (const item of childElements(list, "li")) {
    const label = list.tagName === "ol" ? `${count++}.` : null;
    const inner: Context = { ...context, kind: "list-item", level, group, groupKind: "list", label };
    const before = reader.drafts.length;
    readElement(reader, item, inner);
    flush(reader, inner);
    // a label stands before the first block of its item only
    for (let at = before + 1; at < reader.drafts.length; at++)
      if (reader.drafts[at]!.level === level && reader.drafts[at]!.label === label) reader.drafts[at]!.label = null;
  }
}

function rowsOf(table: hast.Element): hast.Element[] {
  return table.children.flatMap((child) => {
    if (child.type !== "element") return [];
    if (child.tagName === "tr") return [child];
    return ["thead", "tbody", "tfoot"].includes(child.tagName) ? childElements(child, "tr") : [];
  });
}

function readTable(reader: Reader, table: hast.Element, context: Context): void {
  const group = reader.groups++;
  for (const [row, tr] of rowsOf(table).entries()) {
    let column = 0;
    for (const td of childElements(tr, "td", "th")) {
      const cell = { row, column, header: td.tagName === "th" };
      const inner: Context = { ...context, kind: "cell", level: 0, label: null, group, groupKind: "table", cell };
      readElement(reader, td, inner);
      flush(reader, inner);
      column += Number(td.properties.colSpan ?? 1) || 1;
    }
  }
}
