import type { Edges } from "./edges.ts";

/** A raised mark that points at a note: where in its line's text it stood, and what it said. */
export type RaisedMark = { at: number; label: string };

/** Letters of one line in one manner. */
export type Style = { start: number; end: number; bold: boolean; italic: boolean };

/** What is printed on one line of one column, read from left to right. Coordinates are those of its `Run`s. */
export type Line = {
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
  baseline: number;
  /** The size of most of its letters. */
  size: number;
  text: string;
  edges: Edges;
  styles: readonly Style[];
  marks: readonly RaisedMark[];
  /** Offsets in `text` of the spaces that are wider than two letters: between a label and its words, or between columns. */
  gaps: readonly number[];
  /** Index of the structure element that most of it belongs to; -1 where none. */
  element: number;
};

/** The right end of a line. */
export const rightOf = (line: Pick<Line, "x" | "width">): number => line.x + line.width;

/** Whether every letter of the line is so. */
export const isAll = (line: Line, manner: "bold" | "italic"): boolean =>
  line.styles.length > 0 && line.styles.every((style) => style[manner]);

/** Two pieces of one printed line, set apart, as one: with a space between. */
export function joinLines(left: Line, right: Line): Line {
  const shift = left.text.length + 1;
  const move = right.x - left.x;
  const y = Math.min(left.y, right.y);
  return {
    ...right,
    x: left.x,
    y,
    width: Math.max(rightOf(left), rightOf(right)) - left.x,
    height: Math.max(left.y + left.height, right.y + right.height) - y,
    text: `${left.text} ${right.text}`,
    edges: [...Array.from(left.edges), ...Array.from(right.edges, (edge) => edge + move)],
    styles: [
      ...left.styles,
      ...right.styles.map((style) => ({ ...style, start: style.start + shift, end: style.end + shift })),
    ],
    marks: [...left.marks, ...right.marks.map((mark) => ({ ...mark, at: mark.at + shift }))],
    gaps: [...left.gaps, left.text.length, ...right.gaps.map((gap) => gap + shift)],
  };
}
