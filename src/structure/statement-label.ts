import type { Block } from "../document/document.ts";
import { LABEL, normaliseLabel, readLabels } from "../document/label.ts";
import type { Span } from "../records/anchor.ts";
import { isPoint } from "./statement-extent.ts";
import { textOf, type View, wordCount } from "./view.ts";

/** A recommendation set out as such: where its heading or label begins, its words, and its label where one is printed. */
export type Statement = {
  at: number;
  span: Span;
  label: string | null;
  heading: string | null;
  /** Only the heading stands here: what is under it answers, and the words are elsewhere. */
  bare?: boolean;
};

/**
 * The words of a block after its label, with the label: printed in the line, borne by the block, or in the heading over it. Where the block is
 * the `only` one with a number under a numbered heading, its own ("4.12") only says where in the document it stands.
 */
export function openingWith(
  view: View,
  block: Block,
  heading: string | null,
  only = false,
): { span: Span; label: string | null } {
  const printed = readStatementLabel(view, textOf(view, block));
  const own = block.label !== null && !isPoint(block) ? normaliseLabel(block.label) : null;
  const over = heading === null ? null : labelIn(view, heading);
  const start = printed ? block.start + printed.length : own !== null ? block.body : block.start;
  return {
    span: { start, end: block.end },
    label: printed?.label ?? (only && !over?.includes(",") ? over : null) ?? own ?? over,
  };
}

/** The label with which a text calls itself a recommendation ("Recommendation 6: ", "2a. PAC recommendation: "), and how long it is; a number before it counts where it has none of its own. */
export function readStatementLabel(view: View, text: string): { label: string | null; length: number } | null {
  const [, number = "", words = ""] = NUMBERED.exec(text)!;
  const match = view.rules.read("statement-label", words);
  if (!match) return null;
  const label = labelOf(match.groups) ?? labelOf({ labels: number.replace(/[.:)]?\s*$/, "") });
  return { label, length: number.length + match[0].length };
}

/** A number, and what stands after it. */
const NUMBERED = new RegExp(`^(${LABEL}[.:)]?\\s+)?(.*)$`, "s");

/** A letter or a Roman number for a label: "A", "(b)", "IV". */
const LETTERS = /^(?:\p{Lu}|[IVX]{2,5}|\([a-z]{1,4}\))$/iu;

/** The labels that a wording read; those of a series other than the recommendations' keep its name ("AFI 2"), or its letter ("R2"). */
export const labelOf = (read: Record<string, string> | undefined): string | null =>
  (LETTERS.test(read?.labels ?? "") ? [normaliseLabel(read!.labels!)] : readLabels(read?.labels ?? ""))
    .map((label) => (read?.series ? `${read.series}${read.series.length > 1 ? " " : ""}${label}` : label))
    .join(", ") || null;

/** The labels that the heading over a statement prints; null for none. */
export const labelIn = (view: View, heading: string): string | null =>
  labelOf(view.rules.read("statement-heading", heading)?.groups);

/** A number in a column of its own, with or without what it counts ("Rec 4"); a register's code ("R2", "HO-14") is kept as it is printed. */
export const codeOf = (view: View, text: string): string | null =>
  labelOf({ labels: text }) ??
  labelIn(view, text) ??
  (/^\p{Lu}{1,4}[ ./-]?\d{1,4}(?:[./]\d+)*[a-z]?(?:\([a-z0-9]+\))*$/u.test(text) ? text : null);

/** "Recommendation 3: Getting to school" is the longest that a heading over a statement gets. */
const MOST_OF_HEADING = 20;

/** Whether a block says that a recommendation stands here. */
export const says = (view: View, block: Block): boolean =>
  wordCount(textOf(view, block)) <= MOST_OF_HEADING && view.rules.shows(textOf(view, block), "statement-heading");
