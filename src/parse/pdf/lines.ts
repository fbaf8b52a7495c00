import { lettersOf } from "./letters.ts";
import type { Line, RaisedMark, Style } from "./line.ts";
import type { Row } from "./rows.ts";
import type { Run } from "./run.ts";
import { falseSpaces, LEADERS, MAY_LEAD } from "./spacing.ts";

/** A gap between two runs that is a space between words, in sizes of the letters: half of the narrowest common space. */
const SPACE = 0.13;
/** A gap wider than this is more than a space between words, however the line is justified. */
const WIDE = 1.2;
/** Raised marks: digits, letters and signs used for notes, also several with commas. */
const MARK = /^[([]?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3})[)\]]?(?:[,;\s–-]+(?:\d{1,3}|[*†‡§¶]))*[,.]?$/;

/** The lines that rows print; rows of raised marks alone print none. */
export const linesOf = (rows: readonly Row[], page: number): Line[] =>
  rows.map((row) => lineOf(row, page)).filter((line) => line.text.trim() !== "");

const NONE: readonly never[] = [];

/** The line that a row prints. `row.runs` must not be empty. */
export function lineOf(row: Row, page: number): Line {
  const size = mainSize(row.runs);
  const first = row.runs[0]!;
  const line = {
    text: "",
    edges: [] as number[],
    styles: [] as Style[],
    marks: [] as RaisedMark[],
    gaps: [] as number[],
  };
  let right = first.x;
  for (const run of row.runs) {
    const mark = raisedMark(run, row, size, line.text);
    if (mark !== null) {
      line.marks.push({ at: line.text.length, label: mark });
      right = Math.max(right, run.x + run.width);
      continue;
    }
    const gap = run.x - right;
    if (line.text && gap > SPACE * Math.min(size, run.size) && !line.text.endsWith(" ")) {
      if (gap > WIDE * size) line.gaps.push(line.text.length);
      line.edges.push(right - first.x);
      line.text += " ";
    }
    append(line, run, first.x);
    right = Math.max(right, run.x + run.width);
  }
  line.edges.push(right - first.x);
  const { x, y, width, height } = boxOf(row.runs, size);
  const { text, edges, styles } = line;
  // written out, as hundreds of thousands are kept at once: copied together they take twice the room
  const made = {
    page,
    x,
    y,
    width,
    height,
    baseline: row.baseline,
    size,
    text,
    edges,
    styles,
    marks: line.marks.length > 0 ? line.marks : NONE,
    gaps: line.gaps.length > 0 ? line.gaps : NONE,
    element: mainElement(row.runs),
  };
  return withoutRanges(made, [
    ...falseSpaces(made).map((at) => ({ start: at, end: at + 1, put: "" as const })),
    ...leadersIn(made.text),
  ]);
}

/** Leaders say nothing: a space stands for them. */
const leadersIn = (text: string): Cut[] =>
  MAY_LEAD.test(text)
    ? [...text.matchAll(LEADERS)].map(({ index, 0: dots }) => ({
        start: index,
        end: index + dots.length,
        put: " " as const,
      }))
    : [];

type Cut = { start: number; end: number; put: "" | " " };

/** A line without some of its characters; everything that counts in it moves along. */
function withoutRanges(line: Line, cuts: readonly Cut[]): Line {
  let out = line;
  for (const { start, end, put } of [...cuts].reverse()) {
    const less = end - start - put.length;
    const moved = (at: number): number => (at >= end ? at - less : Math.min(at, start + put.length));
    out = {
      ...out,
      text: out.text.slice(0, start) + put + out.text.slice(end),
      edges: Array.from(out.edges).toSpliced(start + put.length, end - start - put.length),
      styles: out.styles.map((style) => ({ ...style, start: moved(style.start), end: moved(style.end) })),
      marks: out.marks.map((mark) => ({ ...mark, at: moved(mark.at) })),
      gaps: put === " " ? [...out.gaps.map(moved), start].sort((a, b) => a - b) : out.gaps.map(moved),
    };
  }
  return out;
}

function append(line: { text: string; edges: number[]; styles: Style[] }, run: Run, left: number): void {
  const { text, edges } = lettersOf(run.text, run.width, run.edges);
  const start = line.text.length;
  line.text += text;
  for (let index = 0; index < text.length; index++) line.edges.push(run.x - left + edges[index]!);
  const { bold, italic } = run.font;
  const last = line.styles.at(-1);
  if (last && last.bold === bold && last.italic === italic) last.end = line.text.length;
  else line.styles.push({ start, end: line.text.length, bold, italic });
}

/** The label of a raised mark; null where the run is a part of the text. A line's first letters are not raised from anything, unless a note begins there. */
function raisedMark(run: Run, row: Row, size: number, before: string): string | null {
  if (run.size > size * 0.9 || row.baseline - run.baseline < size * 0.15 || !before) return null;
  const label = run.text.trim();
  return MARK.test(label) ? label.replace(/^[([]|[)\].,]+$/g, "") : null;
}

/** The size in which most characters of a row are printed. */
function mainSize(runs: readonly Run[]): number {
  const characters = new Map<number, number>();
  for (const run of runs) {
    const size = Math.round(run.size * 10) / 10;
    characters.set(size, (characters.get(size) ?? 0) + run.text.length);
  }
  return [...characters].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

function boxOf(runs: readonly Run[], size: number): Pick<Line, "x" | "y" | "width" | "height"> {
  const main = runs.filter((run) => run.size > size * 0.8);
  const y = Math.min(...main.map((run) => run.y));
  const x = runs[0]!.x;
  return {
    x,
    y,
    width: Math.max(...runs.map((run) => run.x + run.width)) - x,
    height: Math.max(...main.map((run) => run.y + run.height)) - y,
  };
}

function mainElement(runs: readonly Run[]): number {
  return runs.reduce((best, run) => (run.text.length > best.text.length ? run : best)).element;
}
