import { type Draft, textOf } from "./draft.ts";
import { labelAt } from "./label.ts";
import { isAll } from "./line.ts";

/** What a document's print is like on the whole: what headings and notes are told by. */
export type Manner = { bodySize: number; outline: ReadonlyMap<string, number> };

/** Headings are short: longer bold text is a statement. Words. */
const LONGEST_HEADING = 18;

/** Says what a draft is that nothing was said of yet: heading, list item or paragraph; takes its label or bullet off its words. */
export function classify(draft: Draft, manner: Manner): Draft {
  if (draft.kind !== "paragraph") return draft;
  const label = ownLabel(draft);
  const level = headingLevel(draft, manner);
  const labelled: Draft = label ? { ...draft, label: label.label, labelEnd: label.end } : draft;
  if (level > 0 && label?.label !== null)
    return { ...labelled, kind: "heading", level, broken: draft.broken && beginAnew(draft) };
  const bulletEnd = label?.label === null ? label.end : 0;
  // a bullet on a line of its own takes that line with it
  if (bulletEnd > 0 && bulletEnd === draft.lines[0]!.text.length)
    return { ...draft, lines: draft.lines.slice(1), kind: "list-item", level: Math.max(1, draft.tags?.depth ?? 1) };
  if (label) return { ...labelled, bulletEnd, kind: "list-item", level: Math.max(1, draft.tags?.depth ?? 1) };
  if (draft.tags?.opensItem) return { ...draft, kind: "list-item", level: Math.max(1, draft.tags.depth) };
  return draft;
}

/** Whether every line after the first begins with a capital or number: short lines of a heading are mostly its wraps. */
const beginAnew = ({ lines }: Draft): boolean => lines.slice(1).every(({ text }) => /^[^\p{Ll}]/u.test(text));

/** The label that stands before the words, as the tags say or as it looks; null where there are no words after it. */
function ownLabel(draft: Draft): { label: string | null; end: number } | null {
  const first = draft.lines[0]!.text;
  const tagged = draft.tags?.label;
  const found = labelAt(first);
  if (found && (found.end < first.length || draft.lines.length > 1)) return found;
  if (!tagged || !first.startsWith(tagged) || first.length === tagged.length) return null;
  return { label: tagged, end: first.length - first.slice(tagged.length).trimStart().length };
}

/** 0 where it is none. Tags say it, or the outline, or size, or bold type standing alone. */
function headingLevel(draft: Draft, { bodySize, outline }: Manner): number {
  const tagged = /^H([1-6])?$/.exec(draft.tags?.role ?? "");
  if (tagged) return Number(tagged[1] ?? 1);
  const text = textOf(draft);
  if (text.split(" ").length > LONGEST_HEADING || !/\p{L}{2}/u.test(text)) return 0;
  const listed = outline.get(outlineKey(text));
  if (listed) return Math.min(6, listed);
  const { size } = draft.lines[0]!;
  if (/[.;,:]$/.test(text) && size < 1.3 * bodySize) return 0;
  if (size > 1.5 * bodySize) return 1;
  if (size > 1.25 * bodySize) return 2;
  if (size > 1.08 * bodySize) return 3;
  const bold = draft.lines.every((line) => isAll(line, "bold"));
  return bold && size > 0.95 * bodySize && draft.lines.length <= 2 ? 4 : 0;
}

/** How a heading is looked up in the outline: its words without numbers, signs and case. */
export const outlineKey = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
