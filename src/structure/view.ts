import type { Block, Document } from "../document/document.ts";
import type { Segment } from "../document/structure.ts";
import type { Span } from "../records/anchor.ts";
import type { Part } from "../records/part.ts";
import type { Compiled } from "./rules.ts";

/** A printed line: a block, or a piece of one between line ends. `block` is its block's index. */
export type Line = Span & { text: string; block: number };

/** A document as the readers of parts see it. Ranges of lines are half-open pairs of indexes. */
export type View = { document: Document; lines: readonly Line[]; rules: Compiled };

/** A half-open pair of indexes of lines. */
export type Range = { from: number; to: number };

/** A segment before its part has an id; `answers` counts within the part's own segments. */
export type SegmentDraft = Omit<Segment, "part">;

/** A part before it has an id and an anchor. */
export type PartDraft = Omit<Part, "id" | "anchor"> & { span: Span; segments: readonly SegmentDraft[] };

/** The block in which a line stands. */
export const blockOf = (view: View, line: number): Block => view.document.blocks[view.lines[line]!.block]!;

/** The words of a block as they stand in the text. */
export const textOf = (view: View, block: Block): string => view.document.text.slice(block.start, block.end);

/** Whether a line is the first of its block. */
export const opensBlock = (view: View, line: number): boolean => blockOf(view, line).start === view.lines[line]!.start;

/** Whether a line is the whole of its block. */
export const isWhole = (view: View, line: number): boolean => {
  const { start, end } = blockOf(view, line);
  return start === view.lines[line]!.start && end === view.lines[line]!.end;
};

/** The field of a header's line ("From: …"), in lower case; undefined for other lines. */
export const headerField = ({ rules }: View, text: string): string | undefined =>
  rules.read("header-line", text)?.groups?.field?.toLowerCase();

/** A line with its value: of a label on its own ("Date:"), or in the first of a row's two cells, that and the next line of its block or row. */
export function withValue(view: View, index: number): string {
  const { text } = view.lines[index]!;
  const next = view.lines[index + 1]?.text ?? "";
  if (/:$/.test(text.trim())) return /:$/.test(next.trim()) ? text : `${text.trim()} ${next}`;
  return isField(view, index) ? `${text.trim()}: ${next}` : text;
}

/** A cell with more words is no label of a field. */
const LONGEST_FIELD = 10;

/** Whether a line is the first of two cells in a row, and could say what the second holds. */
function isField(view: View, index: number): boolean {
  const { group, cell } = blockOf(view, index);
  if (cell === null || cell.column !== 0 || !isWhole(view, index) || wordCount(view.lines[index]!.text) > LONGEST_FIELD)
    return false;
  const inRow = (at: number, column: number) => {
    const other = at < view.lines.length ? blockOf(view, at) : null;
    return other?.group === group && other.cell?.row === cell.row && other.cell.column === column;
  };
  return inRow(index + 1, 1) && !inRow(index + 2, 2);
}

/** A word; its commonest letters come first, for a class of properties alone is slow. */
const WORD = /(?:[A-Za-z\d]|[\p{L}\p{N}])(?:[A-Za-z\d'’.&-]|[\p{L}\p{N}])*/gu;

/** Nobody asks whether a text has more words than so many. */
const MOST_COUNTED = 40;

/** The count of words; of a text with forty or more it is forty, and the rest is not read. */
export function wordCount(text: string): number {
  WORD.lastIndex = 0;
  let count = 0;
  while (count < MOST_COUNTED && WORD.test(text)) count++;
  return count;
}

/** Whether a text ends with a question mark, it may be quoted or in brackets. */
export const endsAsking = (text: string): boolean => /[?]["'”’)]*$/.test(text);

/** The most words that a line of an address, a heading or a signature has; measured on letters of the kinds named in the README. */
const SHORT = 14;

/** Whether a line reads as running text: long, or a sentence with its full stop. */
export const isProse = (text: string): boolean => {
  const words = wordCount(text);
  return words > SHORT || (words > 6 && /[.?!;:]["'’”)]?$/.test(text.trim()));
};

/** The span from the start of one line to the end of the last of a range; the range must not be empty. */
export const spanOf = (view: View, { from, to }: Range): Span => ({
  start: view.lines[from]!.start,
  end: view.lines[to - 1]!.end,
});

/** The lines of a range with their indexes. */
export const within = (view: View, { from, to }: Range): { line: Line; index: number }[] =>
  view.lines.slice(from, to).map((line, offset) => ({ line, index: from + offset }));

/** A segment with nothing to say but its kind and place. */
export const segmentOf = (kind: Segment["kind"], span: Span, over: Partial<SegmentDraft> = {}): SegmentDraft => ({
  kind,
  start: span.start,
  end: span.end,
  speaker: null,
  addressee: null,
  label: null,
  heading: null,
  answers: [],
  action: null,
  due: [],
  raised: null,
  ...over,
});

/** A part with nothing known but its kind and place. */
export const partOf = (
  kind: Part["kind"],
  span: Span,
  segments: readonly SegmentDraft[],
  over: Partial<PartDraft> = {},
): PartDraft => ({
  kind,
  span,
  segments,
  date: null,
  dateInferred: false,
  from: [],
  to: [],
  subject: null,
  ownReferences: [],
  inReplyTo: null,
  ...over,
});
