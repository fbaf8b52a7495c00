import type { BlockKind } from "../../document/document.ts";
import type { Line } from "./line.ts";

/** A block while it is being made: its lines, and what is known of it so far. */
export type Draft = {
  kind: BlockKind;
  lines: Line[];
  level: number;
  /** The printed label; the lines still carry it, up to `labelEnd` in the first of them. */
  label: string | null;
  labelEnd: number;
  /** How many characters of the first line are a bullet sign, which is no text. */
  bulletEnd: number;
  group: string | null;
  groupKind: "list" | "table" | "box" | "quotation" | null;
  cell: { row: number; column: number; header: boolean } | null;
  /** The structure type that its text was tagged with; null where geometry alone spoke. */
  role: string | null;
};

/** A draft that says nothing yet but which lines it has. */
export const draftOf = (lines: Line[], role: string | null = null): Draft => ({
  kind: "paragraph",
  lines,
  level: 0,
  label: null,
  labelEnd: 0,
  bulletEnd: 0,
  group: null,
  groupKind: null,
  cell: null,
  role,
});

/** The first page on which a draft stands. */
export const pageOf = (draft: Draft): number => draft.lines[0]!.page;
