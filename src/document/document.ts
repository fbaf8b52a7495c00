import type { Span } from "../records/anchor.ts";
import type { Page } from "../records/document-record.ts";
import type { Finding } from "../records/finding.ts";

/** What a block is on the page. Furniture (menus, running heads, page numbers) is no block: it is not in the text at all. */
export type BlockKind = "title" | "heading" | "paragraph" | "list-item" | "cell" | "quotation" | "note" | "contents";

/**
 * A piece of layout: a heading, a paragraph, a list item, a table cell. Blocks come in reading order, do not overlap, and
 * are parted in the text by a blank line ("\n\n"; list items and cells by "\n"). A block that goes over a page end is one block.
 */
export type Block = Span & {
  kind: BlockKind;
  /** Where the block's words begin, after a printed label ("8.12", "(a)"); equals `start` where none is in the text. */
  body: number;
  /** The number or letter that the block bears, as printed or as counted by an ordered list ("8.12", "(a)", "3."); null where none. Bullet signs are not labels and not text. */
  label: string | null;
  /** Headings: 1–6. List items: depth from 1. Otherwise 0. */
  level: number;
  /** Blocks of one list, table, box or quotation share a number; null for blocks on their own. */
  group: number | null;
  /** What the group is. A box is a bordered or shaded frame. */
  groupKind: "list" | "table" | "box" | "quotation" | null;
  /** Cells: 0-based row and column, whether the cell is a header, and how many rows it stands in where it is more than one. */
  cell: { row: number; column: number; header: boolean; rows?: number } | null;
  /** True where every word is printed so. A paragraph that is all bold may be a heading in all but name. */
  bold: boolean;
  italic: boolean;
};

/** A stretch of text printed in a way that means something, or a mark that points at a note. */
export type Mark = Span & {
  kind: "bold" | "italic" | "underline" | "link" | "note-mark";
  /** Links: the address. Note marks (a zero-width span where the mark stood; the mark itself is not text): the note's label. */
  target: string | null;
};

/**
 * Where a run of characters is printed: the way from the text back to the page. Runs come in text order and never go over a line.
 * `advances[i]` is the x offset of character i's left edge from `x`, with one more for the right edge of the last.
 */
export type GlyphRun = Span & {
  page: number;
  /** Points from the page's top left as shown; the box of the whole run. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** Numbers the printed lines of the document; runs of one line merge into one box. */
  line: number;
  advances: ArrayLike<number> | null;
};

/** A stretch of canonical text that stands unchanged in the decoded source: `length` units at `text` and at `raw`. */
export type SourceRun = { text: number; raw: number; length: number };

/** The text everyone works on, what it looks like, and the way back. Plain values; never changed after it is made. */
export type Document = {
  /** sha256 of the bytes, hex. */
  id: string;
  /** The file's name: a hint for people, never a key. */
  name: string;
  mediaType: string;
  title: string | null;
  /** ISO 639-1, or "und". */
  language: string;
  /** Canonical text: words whole, single spaces, blank line between blocks, no furniture; notes stand after what they belong to. */
  text: string;
  blocks: readonly Block[];
  marks: readonly Mark[];
  /** Empty for sources without pages. Pages may begin inside a block. */
  pages: readonly Page[];
  /** Empty for sources without geometry. */
  glyphs: readonly GlyphRun[];
  /** The way back to the decoded source, for formats that have one text (HTML, Markdown, plain text); else empty. */
  sourceRuns: readonly SourceRun[];
  /** What the source says of itself (an e-mail's headers, a page's metadata), as it says it. Keys in lower case: "date", "from", "to", "subject", "author", "published". */
  metadata: Readonly<Record<string, string>>;
  findings: readonly Finding[];
};

/** The words of a block after its printed label. */
export const wordsOf = (document: Pick<Document, "text">, block: Block): string =>
  document.text.slice(block.body, block.end);
