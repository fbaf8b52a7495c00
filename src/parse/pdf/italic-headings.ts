import { type Draft, textOf } from "./draft.ts";
import { isAll } from "./line.ts";

/** Fewest headings in italics that make a manner of heading, and how many words one has at the most. */
const FEWEST = 2;
const MOST_WORDS = 8;
/** What stands under a heading is longer than this: names and posts under a signature are not. Characters. */
const LONG = 60;
/** Deeper than what bold type makes. */
const LEVEL = 5;

/** Short lines in italics, each alone over words in another face, are headings where a document has several; one may be a signature or a note on how a letter was sent. */
export function settleItalicHeadings(drafts: readonly Draft[]): Draft[] {
  const headings = new Set(drafts.filter((draft, at) => mayHead(draft) && isText(drafts[at + 1])));
  if (headings.size < FEWEST) return [...drafts];
  return drafts.map((draft) => (headings.has(draft) ? { ...draft, kind: "heading", level: LEVEL } : draft));
}

function mayHead(draft: Draft): boolean {
  const { kind, lines, label, cell, groupKind } = draft;
  if (kind !== "paragraph" || lines.length > 1 || label !== null || cell || groupKind) return false;
  const text = textOf(draft);
  return isAll(lines[0]!, "italic") && /^\p{Lu}.*[\p{L}\d)?]$/u.test(text) && text.split(" ").length <= MOST_WORDS;
}

/** A paragraph or a table in upright letters. */
const isText = (next: Draft | undefined): boolean =>
  next !== undefined && !isAll(next.lines[0]!, "italic") && (next.kind === "cell" || textOf(next).length > LONG);
