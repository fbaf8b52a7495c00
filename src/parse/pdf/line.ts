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
  /** Left edges of the characters from `x`, and the right edge of the last. */
  edges: readonly number[];
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
