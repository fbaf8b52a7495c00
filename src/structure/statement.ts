import type { Block } from "../document/document.ts";
import { readLabels } from "../document/label.ts";
import type { Span } from "../records/anchor.ts";
import { type Range, type View, within, wordCount } from "./view.ts";

/**
 * A recommendation set out as such. `at` is where its heading or label begins, `span` its words; `labels` more than one where
 * it is printed for several.
 */
export type Statement = { at: number; span: Span; labels: string[]; heading: string | null };

/** The blocks of some lines, in order. */
export const blocksIn = (view: View, range: Range): Block[] =>
  [...new Set(within(view, range).map(({ line }) => line.block))].map((index) => view.document.blocks[index]!);

/** The statements among the blocks of some lines: under a heading of their own, after a label in the line, or in a table's column. */
export function findStatements(view: View, range: Range): Statement[] {
  const blocks = blocksIn(view, range);
  const found: Statement[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const statement = headed(view, blocks, at) ?? labelled(view, blocks, at);
    if (!statement) continue;
    found.push(statement);
    while (at + 1 < blocks.length && blocks[at + 1]!.start < statement.span.end) at++;
  }
  return found;
}

const words = (view: View, block: Block): string => view.document.text.slice(block.start, block.end);

/** "Recommendation 6" on a line of its own, with the words below it. */
function headed(view: View, blocks: readonly Block[], at: number): Statement | null {
  const block = blocks[at]!;
  const text = words(view, block);
  if (block.kind === "contents" || wordCount(text) > 25) return null;
  const groups = view.rules.read("statement-heading", text)?.groups;
  const first = blocks[at + 1];
  if (!groups || !first || first.kind === "heading") return null;
  return {
    at: block.start,
    span: { start: first.start, end: endOf(view, blocks, at + 1) },
    labels: readLabels(groups.labels ?? ""),
    heading: text,
  };
}

/** "Recommendation 6: The Mayor should …", "Recommendation: …" in one block. */
function labelled(view: View, blocks: readonly Block[], at: number): Statement | null {
  const block = blocks[at]!;
  if (block.kind === "contents" || block.kind === "note") return null;
  const text = words(view, block);
  const match = view.rules.read("statement-label", text);
  if (!match) return null;
  const start = block.start + match[0].length;
  if (wordCount(text.slice(match[0].length)) < 4) return null;
  return {
    at: block.start,
    span: { start, end: endOf(view, blocks, at) },
    labels: readLabels(match.groups?.labels ?? ""),
    heading: null,
  };
}

/** Where the statement that begins with a block ends: with its box or quotation, with its print, or with its first paragraph and the list under it. */
function endOf(view: View, blocks: readonly Block[], first: number): number {
  let last = first;
  while (last + 1 < blocks.length && goesOn(view, blocks[first]!, blocks[last]!, blocks[last + 1]!)) last++;
  return blocks[last]!.end;
}

function goesOn(view: View, first: Block, last: Block, next: Block): boolean {
  const text = words(view, next);
  if (
    next.kind === "heading" ||
    next.kind === "note" ||
    view.rules.shows(text, "statement-heading", "statement-label", "reply-label")
  )
    return false;
  const grouped = first.group !== null && (first.groupKind === "box" || first.groupKind === "quotation");
  if (grouped) return next.group === first.group;
  if (next.groupKind === "box" || next.groupKind === "table") return false;
  if (next.kind === "list-item" || isPoint(next))
    return leadsOn(view, last) || last.kind === "list-item" || isPoint(last);
  if (first.bold || first.italic) return first.bold === next.bold && first.italic === next.italic;
  return breaksOff(view, last, next);
}

/** "(a) …", "ii) …" printed as a paragraph. */
const isPoint = (block: Block): boolean => block.kind === "paragraph" && /^\(?[a-z]{1,4}[.)]/i.test(block.label ?? "");

const leadsOn = (view: View, block: Block): boolean => /[:;,–—-]$|\b(?:and|or|that|to)$/.test(words(view, block));

/** A page or a column ended in mid-sentence. */
const breaksOff = (view: View, block: Block, next: Block): boolean =>
  !/[.?!:;]["'’”)\]]*$/.test(words(view, block)) && /^[\p{Ll}\d(]/u.test(words(view, next));
