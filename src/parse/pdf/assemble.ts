import type { Block, GlyphRun, Mark } from "../../document/document.ts";
import type { Span } from "../../records/anchor.ts";
import type { Draft } from "./draft.ts";
import { type Joint, jointOf, type Vocabulary } from "./hyphens.ts";
import { isAll, type Line, type Style } from "./line.ts";

/** What drafts become: the canonical text and everything that counts in it. */
export type Assembled = { text: string; blocks: Block[]; marks: Mark[]; glyphs: GlyphRun[] };

type Writing = Assembled & { groups: Map<string, number>; line: number };

const NO_JOINT: Joint = { drop: 0, between: "" };

/** Writes the drafts one after the other. List items and cells of one group are parted by a line end, other blocks by a blank line. */
export function assemble(drafts: readonly Draft[], vocabulary: Vocabulary): Assembled {
  const out: Writing = { text: "", blocks: [], marks: [], glyphs: [], groups: new Map(), line: 0 };
  let before: Draft | undefined;
  for (const draft of drafts) {
    if (before) out.text += closeTogether(before, draft) ? "\n" : "\n\n";
    addDraft(out, draft, vocabulary);
    before = draft;
  }
  const { text, blocks, marks, glyphs } = out;
  return { text, blocks, marks, glyphs };
}

const closeTogether = (a: Draft, b: Draft): boolean =>
  a.kind === b.kind && a.group === b.group && (a.kind === "list-item" || a.kind === "cell" || a.kind === "contents");

function addDraft(out: Writing, draft: Draft, vocabulary: Vocabulary): void {
  const start = out.text.length;
  draft.lines.forEach((line, index) => {
    const next = draft.lines[index + 1];
    const joint = next ? jointOf(line.text, next.text, vocabulary) : NO_JOINT;
    addLine(out, line, { from: index === 0 ? draft.bulletEnd : 0, to: line.text.length - joint.drop });
    out.text += joint.between;
  });
  const { kind, level, label, groupKind, cell } = draft;
  out.blocks.push({
    start,
    end: out.text.length,
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

/** Writes the part of a line's text that stays. */
function addLine(out: Writing, line: Line, { from, to }: { from: number; to: number }): void {
  const start = out.text.length;
  const shift = start - from;
  out.text += line.text.slice(from, to);
  const left = line.edges[from] ?? 0;
  const advances = line.edges.slice(from, to + 1).map((edge) => Math.round((edge - left) * 100) / 100);
  const { page, x, y, height } = line;
  out.glyphs.push({
    start,
    end: shift + to,
    page,
    x: x + left,
    y,
    width: advances.at(-1)!,
    height,
    line: out.line++,
    advances,
  });
  for (const { at, label } of line.marks) {
    const place = shift + Math.min(Math.max(at, from), to);
    out.marks.push({ start: place, end: place, kind: "note-mark", target: label });
  }
  for (const style of line.styles)
    addStyle(out, style, { start: shift + Math.max(from, style.start), end: shift + Math.min(to, style.end) });
}

/** Bold or italic letters; what goes over a line end is one stretch. */
function addStyle(out: Writing, style: Style, span: Span): void {
  if (span.end <= span.start) return;
  for (const kind of ["bold", "italic"] as const) {
    if (!style[kind]) continue;
    const last = out.marks.findLast((mark) => mark.kind === kind);
    if (last && /^ ?$/.test(out.text.slice(last.end, span.start))) last.end = span.end;
    else out.marks.push({ ...span, kind, target: null });
  }
}
