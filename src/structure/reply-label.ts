import type { Block } from "../document/document.ts";
import type { Span } from "../records/anchor.ts";
import { roleOf } from "./table.ts";
import { textOf, type View } from "./view.ts";

/** What stands under an answer in a field of its own and answers nothing: "Target date: May 2026" set as a heading, "Financial implications: none". */
export function isAside(view: View, block: Block): boolean {
  const text = textOf(view, block);
  const field = block.kind === "heading" ? FIELD.exec(text)?.[1] : undefined;
  const role = field === undefined ? null : roleOf(view, field);
  return role === "due" || role === "owner" || view.rules.shows(text, "reply-aside");
}

const FIELD = /^([\p{L} /()-]{3,60}?)\s*:\s+\S/u;

/** Whether a block begins with the label of an answer ("Response:"). */
export const isReplyLabel = (view: View, block: Block): boolean => view.rules.shows(textOf(view, block), "reply-label");

/** A block without "Response:" before its words; null where there are no more words. */
export function afterLabel(view: View, block: Block): Span | null {
  const label = view.rules.read("reply-label", textOf(view, block));
  const start = block.start + (label?.[0].length ?? 0);
  return start < block.end ? { start, end: block.end } : null;
}

/** Whether words begin with the label of an answer that calls itself one: what is labelled "Rationale" explains, in a report, what is recommended. */
export function saysReply(view: View, words: string): boolean {
  const label = view.rules.read("reply-label", words);
  return label !== null && (view.rules.holds("responding", label[0]) || view.rules.holds("accepting", label[0]));
}
