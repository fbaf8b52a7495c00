import type { Font } from "./font.ts";
import type { Frame } from "./frames.ts";

/**
 * Characters that the content stream draws together. Coordinates are points from the page's top left as shown, turned so
 * that the page's main writing runs left to right (`PageRuns.turn` says by how much).
 */
export type Run = {
  text: string;
  x: number;
  /** Top and height of the letters, from the font's ascent and descent. */
  y: number;
  width: number;
  height: number;
  baseline: number;
  size: number;
  font: Font;
  /** Left edges of the characters from `x`; null where the library did not tell. */
  edges: readonly number[] | null;
  /** Index into `PageRuns.elements`; -1 for what no structure element holds. */
  element: number;
  /** The index of the frame that this run stands in for; it says nothing itself. */
  frame?: number;
};

/** What a structure element says of the text in it: the nearest element that makes a block of its own. */
export type PageElement = {
  /** Standard structure type: "P", "H1", "LI", "Lbl", "LBody", "TD", "TH", "Note", "Caption", …; "Div" for what says nothing. */
  role: string;
  /** Depth of lists around it. */
  depth: number;
  /** Numbers the outermost list or table of the page around it; null outside. */
  group: number | null;
  groupKind: "list" | "table" | null;
  cell: { row: number; column: number; header: boolean } | null;
  /** Numbers the list item around it. */
  item: number | null;
};

/** One page as the library gives it, put into plain values. */
export type PageRuns = {
  number: number;
  /** As shown, before `turn`. */
  width: number;
  height: number;
  /** Quarter turns clockwise that bring the page's main writing upright: 0 for nearly all. */
  turn: number;
  runs: Run[];
  /** Tables and boxes as drawn. */
  frames: Frame[];
  elements: PageElement[];
  /** Characters drawn that have no meaning: no map to Unicode. */
  unmapped: number;
  /** Characters outside every structure element and artifact, of all. */
  untagged: number;
  /** Characters of writing that runs in another direction than most of the page; it is left out. */
  sideways: number;
};
