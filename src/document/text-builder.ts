import type { Block, BlockKind, Document, Mark, SourceRun } from "./document.ts";

/** How a piece of text is printed. */
export type Style = { bold?: boolean; italic?: boolean; underline?: boolean; link?: string | null };

/**
 * A piece of a block as a reader of a format saw it: words with the offset in the decoded source at which they stand
 * unchanged (null where they do not), a line break made on purpose, or a mark that points at a note.
 */
export type Piece =
  | ({ kind: "text"; text: string; raw: number | null } & Style)
  | { kind: "break" }
  | { kind: "note-mark"; label: string };

/**
 * A block before it has a place in the text. `label` is one that a list counted (it is not among the pieces), or null;
 * `printed` is one that the pieces begin with.
 */
export type BlockDraft = {
  kind: BlockKind;
  label: string | null;
  printed?: string;
  level: number;
  group: number | null;
  groupKind: Block["groupKind"];
  cell: Block["cell"];
  pieces: Piece[];
};

/** What a reader of a format makes of its source. */
export type BuiltText = Pick<Document, "text" | "blocks" | "marks" | "sourceRuns">;

/** A draft of a paragraph on its own, with any of its fields set otherwise. */
export const draftOf = (pieces: Piece[], over: Partial<BlockDraft> = {}): BlockDraft => ({
  kind: "paragraph",
  label: null,
  level: 0,
  group: null,
  groupKind: null,
  cell: null,
  pieces,
  ...over,
});

/**
 * Drafts in reading order to canonical text: white space single, non-breaking spaces plain, zero-width characters and soft
 * hyphens dropped, blocks parted by a blank line (list items and cells of one group by a line end). Blocks without words
 * are left out. Linear in the length of the pieces.
 */
export function buildText(drafts: readonly BlockDraft[]): BuiltText {
  const out: Output = { chunks: [], length: 0, marks: [], sourceRuns: [] };
  const blocks: Block[] = [];
  let last: BlockDraft | null = null;
  for (const draft of drafts) {
    if (!hasWords(draft)) continue;
    if (last) append(out, isTight(last, draft) ? "\n" : "\n\n");
    blocks.push(writeBlock(out, draft));
    last = draft;
  }
  return { text: out.chunks.join(""), blocks, marks: out.marks, sourceRuns: out.sourceRuns };
}

type Output = { chunks: string[]; length: number; marks: Mark[]; sourceRuns: SourceRun[] };

/** Whether there is anything to read in a draft: pieces of white space and invisible characters are nothing. */
export const hasWords = (draft: BlockDraft): boolean =>
  draft.pieces.some((piece) => piece.kind === "text" && /[^\s\p{Cf}]/u.test(piece.text));

const isTight = (a: BlockDraft, b: BlockDraft): boolean =>
  a.group !== null && a.group === b.group && a.kind === b.kind && (a.kind === "list-item" || a.kind === "cell");

function writeBlock(out: Output, draft: BlockDraft): Block {
  const start = out.length;
  const state: Line = { start, pending: "", allBold: true, allItalic: true };
  for (const piece of draft.pieces) {
    if (piece.kind === "break") state.pending = "\n";
    else if (piece.kind === "note-mark")
      out.marks.push({ kind: "note-mark", start: out.length, end: out.length, target: piece.label });
    else writeText(out, state, piece);
  }
  const { kind, level, group, groupKind, cell, printed } = draft;
  const { allBold: bold, allItalic: italic } = state;
  const label = draft.label ?? printed ?? null;
  const body = printed === undefined ? start : Math.min(out.length, start + printed.length + 1);
  return { kind, start, end: out.length, body, label, level, group, groupKind, cell, bold, italic };
}

type Line = { start: number; pending: "" | " " | "\n"; allBold: boolean; allItalic: boolean };

/** White space, or characters that nobody sees. The zero-width joiners between letters are dropped with the rest. */
const IRREGULAR =
  /[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffe\uffff]+/g;

const isSpace = (gap: string): boolean => /\s/.test(gap.replaceAll("\ufeff", ""));

/** One line of words as the text of a document has them: single spaces between, nothing that is not seen. */
export const visibleLine = (words: string): string =>
  words.replace(IRREGULAR, (gap) => (isSpace(gap) ? " " : "")).trim();

function writeText(out: Output, state: Line, piece: Extract<Piece, { kind: "text" }>): void {
  const { text, raw } = piece;
  let at = 0;
  let from: number | null = null;
  const word = (end: number) => {
    if (end <= at) return;
    if (state.pending && out.length > state.start) append(out, state.pending);
    state.pending = "";
    from ??= out.length;
    appendRun(out, text.slice(at, end), raw === null ? null : raw + at);
  };
  for (const gap of text.matchAll(IRREGULAR)) {
    word(gap.index);
    at = gap.index + gap[0].length;
    if (isSpace(gap[0]) && state.pending === "") state.pending = " ";
  }
  word(text.length);
  if (from !== null) addMarks(out, state, piece, from);
}

function addMarks(out: Output, state: Line, style: Style, start: number): void {
  state.allBold &&= style.bold === true;
  state.allItalic &&= style.italic === true;
  for (const kind of ["bold", "italic", "underline"] as const) if (style[kind]) addMark(out, kind, start, null);
  if (style.link) addMark(out, "link", start, style.link);
}

/** Neighbouring stretches of one kind are one mark: word processors cut a bold sentence into many runs. */
function addMark(out: Output, kind: Mark["kind"], start: number, target: string | null): void {
  for (let at = out.marks.length - 1; at >= 0 && at >= out.marks.length - 6; at--) {
    const mark = out.marks[at]!;
    if (mark.kind !== kind || mark.target !== target || start - mark.end > 1) continue;
    out.marks[at] = { ...mark, end: out.length };
    return;
  }
  out.marks.push({ kind, start, end: out.length, target });
}

function append(out: Output, text: string): void {
  out.chunks.push(text);
  out.length += text.length;
}

function appendRun(out: Output, text: string, raw: number | null): void {
  const last = out.sourceRuns.at(-1);
  if (raw !== null) {
    const continues = last && last.text + last.length === out.length && last.raw + last.length === raw;
    if (continues) last.length += text.length;
    else out.sourceRuns.push({ text: out.length, raw, length: text.length });
  }
  append(out, text);
}
