import type { Block, GlyphRun, Mark } from "../../document/document.ts";
import type { Span } from "../../records/anchor.ts";
import type { Draft } from "./draft.ts";
import { partOfEdges } from "./edges.ts";
import { type Joint, jointOf, type Vocabulary } from "./hyphens.ts";
import { isAll, type Line, type Style } from "./line.ts";

/** What drafts become: the canonical text and everything that counts in it. */
export type Assembled = { text: string; blocks: Block[]; marks: Mark[]; glyphs: GlyphRun[] };

/** What is being written: the text in pieces, one a block, as one string that grows would be copied again and again. */
type Writing = Omit<Assembled, "text"> & {
  pieces: string[];
  length: number;
  groups: Map<string, number>;
  line: number;
};

const NO_JOINT: Joint = { drop: 0, between: "" };

/** Writes the drafts one after the other. List items and cells of one group are parted by a line end, other blocks by a blank line. */
export function assemble(drafts: readonly Draft[], vocabulary: Vocabulary): Assembled {
  const out: Writing = { pieces: [], length: 0, blocks: [], marks: [], glyphs: [], groups: new Map(), line: 0 };
  let before: Draft | undefined;
  for (const draft of drafts) {
    if (before) write(out, closeTogether(before, draft) ? "\n" : "\n\n");
    addDraft(out, draft, vocabulary);
    before = draft;
  }
  const marks = out.marks.sort((a, b) => a.start - b.start);
  return { text: out.pieces.join(""), blocks: out.blocks, marks, glyphs: out.glyphs };
}

function write(out: Writing, text: string): void {
  out.pieces.push(text);
  out.length += text.length;
}

const closeTogether = (a: Draft, b: Draft): boolean =>
  a.kind === b.kind && a.group === b.group && (a.kind === "list-item" || a.kind === "cell" || a.kind === "contents");

function addDraft(out: Writing, draft: Draft, vocabulary: Vocabulary): void {
  const start = out.length;
  const styles: Mark[] = [];
  draft.lines.forEach((line, index) => {
    const next = draft.lines[index + 1];
    const joint = next ? jointOf(line.text, next.text, vocabulary) : NO_JOINT;
    const between = draft.broken && joint.between === " " ? "\n" : joint.between;
    addLine(out, line, { from: index === 0 ? draft.bulletEnd : 0, to: line.text.length - joint.drop, styles });
    write(out, between);
  });
  out.marks.push(...styles);
  const { kind, level, label, groupKind, cell } = draft;
  out.blocks.push({
    start,
    end: out.length,
    kind,
    body: label === null ? start : start + draft.labelEnd - draft.bulletEnd,
    label,
    level,
    group: groupKind === null ? null : groupNumber(out.groups, draft.group),
    groupKind,
    cell,
    bold: draft.lines.every((line) => isAll(line, "bold")),
    italic: draft.lines.every((line) => isAll(line, "italic")),
  });
}

function groupNumber(groups: Map<string, number>, group: string | null): number | null {
  if (group === null) return null;
  if (!groups.has(group)) groups.set(group, groups.size);
  return groups.get(group)!;
}

type Part = { from: number; to: number; styles: Mark[] };

/** Writes the part of a line's text that stays. */
function addLine(out: Writing, line: Line, { from, to, styles }: Part): void {
  const start = out.length;
  const shift = start - from;
  write(out, line.text.slice(from, to));
  const left = line.edges[from] ?? 0;
  const advances = partOfEdges(line.edges, from, to);
  const { page, x, y, height } = line;
  const box = { page, x: x + left, y, width: advances[to - from]!, height };
  out.glyphs.push({ start, end: shift + to, ...box, line: out.line++, advances });
  for (const { at, label } of line.marks) {
    const place = shift + Math.min(Math.max(at, from), to);
    out.marks.push({ start: place, end: place, kind: "note-mark", target: label });
  }
  for (const style of line.styles)
    addStyle(styles, style, { start: shift + Math.max(from, style.start), end: shift + Math.min(to, style.end) });
}

/** Bold or italic letters; what goes on over a line end (one character, or none) is one stretch. */
function addStyle(styles: Mark[], style: Style, span: Span): void {
  if (span.end <= span.start) return;
  for (const kind of ["bold", "italic"] as const) {
    if (!style[kind]) continue;
    const last = styles.findLast((mark) => mark.kind === kind);
    if (last && last.end >= span.start - 1) last.end = span.end;
    else styles.push({ ...span, kind, target: null });
  }
}
