import type { BlockKind } from "../../document/document.ts";
import type { Line } from "./line.ts";

/** A block while it is being made: its lines, and what is known of it so far. */
export type Draft = {
  kind: BlockKind;
  lines: Line[];
  /** Headings 1–6, list items from 1, else 0. */
  level: number;
  /** The printed label; the first line still carries it, up to `labelEnd`. */
  label: string | null;
  labelEnd: number;
  /** How many characters of the first line are a bullet sign, which is no text. */
  bulletEnd: number;
  group: string | null;
  groupKind: "list" | "table" | "box" | "quotation" | null;
  cell: { row: number; column: number; header: boolean } | null;
  tags: Tags | null;
  /** Whether its lines were ended by hand (an address, a sign-off): line ends are kept then. */
  broken: boolean;
};

/** What the tags say of a draft; null where geometry alone spoke. */
export type Tags = {
  /** Standard structure type, "P", "H2", "LBody", …. */
  role: string;
  /** What is tagged as the label of its list item. */
  label: string | null;
  /** Depth of lists around it, and whether it is the first of its item. */
  depth: number;
  opensItem: boolean;
};

/** A draft that says nothing yet but which lines it has. */
export const draftOf = (lines: Line[]): Draft => ({
  kind: "paragraph",
  lines,
  level: 0,
  label: null,
  labelEnd: 0,
  bulletEnd: 0,
  group: null,
  groupKind: null,
  cell: null,
  tags: null,
  broken: false,
});

/** The first page on which a draft stands. */
export const pageOf = (draft: Draft): number => draft.lines[0]!.page;

/** Its words, lines joined by spaces: for looking at, not for keeping. */
export const textOf = (draft: Draft): string => draft.lines.map((line) => line.text).join(" ");
