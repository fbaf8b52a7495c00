import type * as mdast from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { type BlockDraft, draftOf, type Piece, type Style } from "../document/text-builder.ts";
import type { Reading } from "./assemble.ts";
import { frontMatterOf } from "./front-matter.ts";
import { alignToSource } from "./raw-alignment.ts";
import { draftsIn, nextGroup } from "./text/drafts.ts";
import { linesOf } from "./text/line.ts";
import { settingOf } from "./text/paragraphs.ts";
import { withTitle } from "./title.ts";
import { withTypedLines } from "./typed-lines.ts";
import { Unreadable } from "./unreadable.ts";

const parser = unified().use(remarkParse).use(remarkGfm);

/** remark's time grows faster than its input (5 MB: 15 s): longer sources are read in pieces of about this many characters. */
const CHUNK = 60_000;

/** Markdown to blocks. Throws `Unreadable`: "too-deep". */
export function readMarkdown(source: string, depth: number): Reading {
  checkDepth(source, depth);
  const reader: Reader = { source, offset: 0, drafts: [], groups: 0 };
  const { length, title, metadata } = frontMatterOf(source);
  for (const [from, to] of chunksOf(source, length)) readChunk(reader, from, to);
  return { mediaType: "text/markdown", drafts: withTitle(reader.drafts), title, metadata, findings: [] };
}

/** Signs of quotations and list items at the start of a line; each is a level. */
const SIGNS = /^(?:[ \t]{0,3}(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/gm;

/** Counts levels before a tree is built, as building one costs stack. */
function checkDepth(source: string, limit: number): void {
  for (const [signs] of source.matchAll(SIGNS))
    if (signs.length > limit * 4 || signs.split(/[>*+.)-]/).length - 1 > limit) throw tooDeep();
}

const tooDeep = (cause?: unknown): Unreadable =>
  new Unreadable("too-deep", "The Markdown is nested too deep to be read. Raise limits.depth or flatten it.", {
    cause,
  });

function readChunk(reader: Reader, from: number, to: number): void {
  reader.offset = from;
  const text = reader.source.slice(from, to);
  if (text.length > CHUNK * 4) {
    readPlain(reader, text);
    return;
  }
  try {
    readBlocks(reader, (parser.parse(text) as mdast.Root).children, {});
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw tooDeep(error);
  }
}

type Reader = { source: string; offset: number; drafts: BlockDraft[]; groups: number };
type Context = Partial<Omit<BlockDraft, "pieces">>;

/** Cuts at headings, else at blank lines, so that no piece is longer than `CHUNK` but for a single paragraph that is. */
function chunksOf(source: string, start: number): [number, number][] {
  const chunks: [number, number][] = [];
  let from = start;
  while (source.length - from > CHUNK) {
    const to = cutIn(source, from);
    chunks.push([from, to]);
    from = to;
  }
  chunks.push([from, source.length]);
  return chunks;
}

function cutIn(source: string, from: number): number {
  const window = source.slice(from, from + CHUNK);
  const heading = window.lastIndexOf("\n#");
  if (heading > 0) return from + heading + 1;
  const blank = window.lastIndexOf("\n\n");
  if (blank > 0) return from + blank + 2;
  const later = source.indexOf("\n\n", from + CHUNK);
  return later < 0 ? source.length : later + 2;
}

function readBlocks(reader: Reader, nodes: readonly mdast.RootContent[], context: Context): void {
  for (const node of nodes) readBlock(reader, node, context);
}

function readBlock(reader: Reader, node: mdast.RootContent, context: Context): void {
  const { type } = node;
  if (type === "heading") push(reader, node.children, { ...context, kind: "heading", level: node.depth, label: null });
  else if (type === "paragraph") push(reader, node.children, context);
  else if (type === "list") readList(reader, node, context);
  else if (type === "blockquote")
    readBlocks(reader, node.children, { ...context, group: reader.groups++, groupKind: "quotation" });
  else if (type === "table") readTable(reader, node);
  else if (type === "footnoteDefinition") readBlocks(reader, node.children, { kind: "note", label: node.identifier });
  else if (type === "code") readPlain(reader, node.value);
}

/** Text that is not Markdown: a code block, or a paragraph too long to have been written as such. */
function readPlain(reader: Reader, text: string): void {
  const lines = linesOf(text, false);
  const drafts = draftsIn(lines, settingOf(lines), reader.groups);
  reader.groups = nextGroup(drafts, reader.groups);
  for (const draft of drafts) reader.drafts.push(draft);
}

function push(reader: Reader, nodes: readonly mdast.PhrasingContent[], context: Context): void {
  const pieces = inline(reader, nodes, {});
  reader.drafts.push(draftOf(context.kind === undefined ? withTypedLines(pieces) : pieces, context));
}

function readList(reader: Reader, list: mdast.List, context: Context): void {
  const framed = context.groupKind != null;
  const group = framed ? context.group! : reader.groups++;
  const groupKind = context.groupKind ?? "list";
  const level = context.kind === "list-item" ? context.level! + 1 : 1;
  for (const [index, item] of list.children.entries()) {
    const label = list.ordered ? `${(list.start ?? 1) + index}.` : null;
    let first = true;
    for (const child of item.children) {
      readBlock(reader, child, { kind: "list-item", level, group, groupKind, label: first ? label : null });
      first = false;
    }
  }
}

function readTable(reader: Reader, table: mdast.Table): void {
  const group = reader.groups++;
  for (const [row, { children }] of table.children.entries())
    for (const [column, cell] of children.entries())
      push(reader, cell.children, {
        kind: "cell",
        group,
        groupKind: "table",
        cell: { row, column, header: row === 0 },
      });
}

function inline(reader: Reader, nodes: readonly mdast.PhrasingContent[], style: Style): Piece[] {
  return nodes.flatMap((node, at): Piece[] => {
    switch (node.type) {
      case "text":
      case "inlineCode": {
        const { start, end } = node.position!;
        const from = reader.offset + start.offset!;
        const words = alignToSource(reader.source, node.value, from, reader.offset + end.offset!, style);
        return node.value.endsWith("\n") && isFieldName(nodes[at + 1]) ? [...words, { kind: "break" }] : words;
      }
      case "strong":
        return inline(reader, node.children, { ...style, bold: true });
      case "emphasis":
        return inline(reader, node.children, { ...style, italic: true });
      case "link":
        return inline(reader, node.children, { ...style, link: node.url });
      case "linkReference":
      case "delete":
        return inline(reader, node.children, style);
      case "break":
        return [{ kind: "break" }];
      case "footnoteReference":
        return [{ kind: "note-mark", label: node.identifier }];
      default:
        return [];
    }
  });
}

/** "**Asked by:**" at the beginning of a line names a field: its line stays a line, though Markdown would run it on. */
const isFieldName = (node: mdast.PhrasingContent | undefined): boolean =>
  node?.type === "strong" &&
  /^[^:]{2,40}:$/.test(node.children.map((child) => ("value" in child ? child.value : "")).join(""));
