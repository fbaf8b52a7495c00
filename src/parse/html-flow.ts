import type * as hast from "hast";
import { type BlockDraft, draftOf, type Piece, type Style } from "../document/text-builder.ts";
import { frameOf, isWordBullet, listLabels, styleIn, tableRows } from "./html-elements.ts";
import { isBackLink, type NoteTargets, noteLabel, noteMark, noteTargets } from "./html-notes.ts";
import { alignToSource } from "./raw-alignment.ts";
import { draftsIn, nextGroup } from "./text/drafts.ts";
import { linesOf } from "./text/line.ts";
import { settingOf } from "./text/paragraphs.ts";

/** Elements whose words nobody reads as text. */
const SILENT = new Set(
  "script style noscript template svg math canvas iframe object audio video picture select button input textarea form nav head title img map dialog".split(
    " ",
  ),
);
/** Elements that begin and end a block. */
const BLOCK = new Set(
  "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr html li main ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);

/** What a block would be at a place in the tree, and how words are printed there. */
type Context = Omit<BlockDraft, "pieces"> & { style: Style };

type Reader = {
  /** The decoded source, where offsets in it are worth keeping. */
  source: string | null;
  leaveOut: (element: hast.Element) => boolean;
  notes: NoteTargets;
  drafts: BlockDraft[];
  pieces: Piece[];
  groups: number;
};

/** Content elements to blocks, in document order, without what `leaveOut` points at. */
export function readFlow(
  source: string | null,
  roots: readonly hast.Element[],
  leaveOut: (element: hast.Element) => boolean,
): BlockDraft[] {
  const reader: Reader = { source, leaveOut, notes: noteTargets(roots), drafts: [], pieces: [], groups: 0 };
  const { pieces: _, ...top } = draftOf([]);
  for (const root of roots) {
    const context = { ...top, style: {} };
    readElement(reader, root, context);
    flush(reader, context);
  }
  return reader.drafts;
}

function flush(reader: Reader, { style: _, ...fields }: Context): void {
  if (reader.pieces.length > 0) reader.drafts.push({ ...fields, pieces: reader.pieces });
  reader.pieces = [];
}

function readChildren(reader: Reader, element: hast.Element, context: Context): void {
  for (const node of element.children) {
    if (node.type === "element") readElement(reader, node, context);
    else if (node.type === "text") readText(reader, node, context);
  }
}

function readText({ source, pieces }: Reader, node: hast.Text, { style }: Context): void {
  const from = node.position?.start.offset;
  const to = node.position?.end.offset;
  if (source === null || from === undefined || to === undefined)
    pieces.push({ kind: "text", text: node.value, raw: null, ...style });
  else for (const piece of alignToSource(source, node.value, from, to, style)) pieces.push(piece);
}

function readElement(reader: Reader, element: hast.Element, context: Context): void {
  const { tagName } = element;
  if (SILENT.has(tagName) || reader.leaveOut(element) || isBackLink(element)) return;
  if (isWordBullet(element)) {
    reader.pieces.push({ kind: "text", text: "• ", raw: null });
    return;
  }
  const mark = noteMark(element, reader.pieces);
  if (mark !== null) reader.pieces.push({ kind: "note-mark", label: mark });
  else if (tagName === "br") breakLine(reader, context);
  else if (BLOCK.has(tagName)) readBlock(reader, element, context);
  else readChildren(reader, element, { ...context, style: styleIn(element, context.style) });
}

/** Two line breaks in a row are how editors without paragraphs begin a new one. */
function breakLine(reader: Reader, context: Context): void {
  const last = reader.pieces.findLast((piece) => piece.kind !== "text" || piece.text.trim() !== "");
  if (last?.kind === "break") flush(reader, context);
  else if (last) reader.pieces.push({ kind: "break" });
}

function readBlock(reader: Reader, element: hast.Element, context: Context): void {
  flush(reader, context);
  const inner = blockContext(reader, element, context);
  const { tagName } = element;
  if (tagName === "table") readTable(reader, element, inner);
  else if (tagName === "ol" || tagName === "ul") readList(reader, element, inner);
  else if (tagName === "pre") readPreformatted(reader, element);
  else readChildren(reader, element, inner);
  flush(reader, inner);
}

function blockContext(reader: Reader, element: hast.Element, context: Context): Context {
  const style = styleIn(element, context.style);
  const note = noteLabel(reader.notes, element);
  if (note !== undefined)
    return { ...context, style, kind: "note", label: note, level: 0, group: null, groupKind: null };
  if (/^h[1-6]$/.test(element.tagName))
    return { ...context, style, kind: "heading", level: Number(element.tagName[1]), label: null };
  const frame = frameOf(element);
  if (frame === null || context.groupKind === "table") return { ...context, style };
  return { ...context, style, group: reader.groups++, groupKind: frame };
}

function readList(reader: Reader, list: hast.Element, context: Context): void {
  // a list in a frame, a quotation or a cell stays of that group: what frames it says more than that it is a list
  const framed = context.groupKind !== null;
  const group = framed ? context.group : reader.groups++;
  const groupKind = context.groupKind ?? "list";
  const level = context.kind === "list-item" ? context.level + 1 : 1;
  for (const { item, label } of listLabels(list)) {
    const before = reader.drafts.length;
    const inNote = context.kind === "note";
    readElement(reader, item, inNote ? context : { ...context, kind: "list-item", level, group, groupKind, label });
    for (const draft of reader.drafts.slice(before + 1))
      if (draft.level === level && draft.kind === "list-item") draft.label = null;
  }
}

function readTable(reader: Reader, table: hast.Element, context: Context): void {
  const rows = tableRows(table);
  const group = reader.groups++;
  // a table of one cell is a frame that a word processor drew
  const frame = rows.length === 1 && rows[0]!.length === 1;
  for (const { element, row, column, header, rows: count } of rows.flat()) {
    const cell: Context = frame
      ? { ...context, group, groupKind: "box" }
      : {
          ...context,
          kind: "cell",
          level: 0,
          label: null,
          group,
          groupKind: "table",
          cell: { row, column, header, ...(count > 1 && { rows: count }) },
        };
    readChildren(reader, element, cell);
    flush(reader, cell);
  }
}

function readPreformatted(reader: Reader, element: hast.Element): void {
  const text = element.children.map((child) => (child.type === "text" ? child.value : "")).join("");
  const lines = linesOf(text, false);
  const drafts = draftsIn(lines, settingOf(lines), reader.groups);
  reader.groups = nextGroup(drafts, reader.groups);
  for (const draft of drafts) reader.drafts.push(draft);
}
