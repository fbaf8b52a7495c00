import type { Block } from "../document/document.ts";
import { normaliseLabel } from "../document/label.ts";
import { once } from "../document/once.ts";
import type { Span } from "../records/anchor.ts";
import { withAnswersInLine } from "./in-line-answers.ts";
import {
  askedBlocks,
  listedBlocks,
  numberedHeadings,
  numberPrinted,
  setOutBlocks,
  unquoted,
} from "./listed-statements.ts";
import { saysReply } from "./reply-label.ts";
import { endOf, isPoint, leadsOn, opensWithBullet } from "./statement-extent.ts";
import { labelIn, labelOf, openingWith, readStatementLabel, type Statement, says } from "./statement-label.ts";
import { readTables, roleOfCell } from "./table.ts";
import { tabled } from "./tabled-statement.ts";
import { type Range, textOf, type View, within, wordCount } from "./view.ts";

/**
 * What is taken for a statement beside what says that it is one: every box, quotation and recommendation in quotation marks (in a response), the entries of a list of
 * recommendations (in a report), or questions set out word for word (in a reply).
 */
export type Taken = "boxes" | "lists" | "questions" | "labels";

/** The blocks of some lines, in order. */
export const blocksIn = (view: View, range: Range): Block[] =>
  [...new Set(within(view, range).map(({ line }) => line.block))].map((index) => view.document.blocks[index]!);

/** What each choice finds by where and how it is printed, without a label. */
const FOUND_IN: Partial<Record<Taken, (view: View, blocks: readonly Block[]) => Set<Block>>> = {
  boxes: setOutBlocks,
  lists: listedBlocks,
  questions: askedBlocks,
};

type Reader = (view: View, blocks: readonly Block[], at: number) => Statement[];

/** The statements among the blocks of some lines, in order: under a heading of their own, after a label in the line, in a box or in a list. */
export function findStatements(view: View, range: Range, taken: Taken): Statement[] {
  const blocks = blocksIn(view, range).filter(({ kind }) => kind !== "contents" && kind !== "note");
  const listed = new Set(FOUND_IN[taken]?.(view, blocks));
  const numbered = taken === "lists" ? numberedHeadings(view, blocks) : new Map<Block, string>();
  const tables = readTables(view, blocks);
  const answers = taken === "lists" ? () => false : answerTeller(view, blocks);
  const readers: Reader[] = [
    (_view, all, at) => (roleOfCell(tables, all[at]!) === "statement" ? [tabled(view, all, at, tables)] : []),
    (_view, all, at) => (taken === "boxes" || says(view, all[at]!) ? boxed(view, all, at) : []),
    (_view, all, at) => headed(view, all, at, answers),
    labelled,
    (_view, all, at) => (taken === "boxes" ? trailed(view, all, at) : []),
    (_view, all, at) => (listed.has(all[at]!) ? [entry(view, all, at)] : []),
    (_view, all, at) => underNumber(view, all, at, numbered.get(all[at]!)),
  ];
  const found: Statement[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const statements = firstOf(readers, (read) => read(view, blocks, at));
    for (const statement of statements) statement.span = unquoted(view, beforeReply(view, statement.span));
    const goesOn = goesOnFrom(view, found.at(-1), blocks[at - 1], statements);
    found.push(...(goesOn ? statements.slice(1) : statements));
    const end = statements.at(-1)?.span.end ?? 0;
    while (at + 1 < blocks.length && blocks[at + 1]!.start < end) at++;
  }
  return taken === "boxes" ? withAnswersInLine(view, blocks, found) : found;
}

/** A statement's words as far as a sentence or line that begins with the label of its answer ("Trust response: Agreed."). */
function beforeReply(view: View, { start, end }: Span): Span {
  for (const { index } of view.document.text.slice(start, end).matchAll(LABELLED_NEXT)) {
    const rest = view.document.text.slice(start + index, end).trimStart();
    if (saysReply(view, rest)) return { start, end: start + index };
  }
  return { start, end };
}

const LABELLED_NEXT = /(?:(?<=[.?!;]["'”’)]?)[^\S\n]+|\s*\n)(?=\p{Lu}[^:.?!\n]{2,60}:\s)/gu;

/** A box that is cut where a page ends goes on in the next box: the statement above takes in the first of the new ones. */
function goesOnFrom(view: View, last: Statement | undefined, above: Block | undefined, [next]: Statement[]): boolean {
  if (!last || !next || next.label !== null || next.heading !== null) return false;
  if (above?.end !== last.span.end || above.cell || opensWithBullet(above, last.span)) return false;
  if (!leadsOn(view, above) && STOPPED.test(textOf(view, above))) return false;
  last.span = { ...last.span, end: next.span.end };
  return true;
}

/** Stopped, it may be with where it comes from behind it: "… by May. (Section 3)". */
const STOPPED = /[.?!:]["'”’)\]]*(?:\s*\([^()]*\)\.?)?$/;

function firstOf(readers: readonly Reader[], run: (read: Reader) => Statement[]): Statement[] {
  for (const read of readers) {
    const found = run(read);
    if (found.length > 0) return found;
  }
  return [];
}

/** The blocks of one box or quotation from here on: each labelled one is a statement, with what follows it without a label. */
function boxed(view: View, blocks: readonly Block[], at: number): Statement[] {
  const first = blocks[at]!;
  if (first.group === null || (first.groupKind !== "box" && first.groupKind !== "quotation")) return [];
  const inside = blocks.slice(at).filter((block) => block.group === first.group);
  const alone = inside.filter((block) => block.label !== null && !isPoint(block)).length === 1;
  const out: Statement[] = [];
  let heading: string | null = null;
  for (const block of inside) {
    const last = out.at(-1);
    const text = textOf(view, block);
    if (last && block.kind === "heading" && !says(view, block)) break;
    if (block.kind === "heading" || says(view, block)) heading = text;
    else if (isTopic(text) && block.label === null && block !== inside.at(-1)) heading ??= text;
    else if (last && goesOnInBox(view, last, block)) last.span = { ...last.span, end: block.end };
    else if (!view.rules.shows(text, "conclusion-label"))
      out.push({
        at: out.length === 0 ? first.start : block.start,
        ...openingWith(view, block, heading, alone),
        heading,
      });
  }
  return out;
}

/** Whether a block of a box belongs to the statement above it: one that is labelled begins another. */
const goesOnInBox = (view: View, last: Statement, block: Block): boolean =>
  block.label === null
    ? !view.rules.shows(textOf(view, block), "statement-label", "conclusion-label")
    : isPoint(block) || isLed(view, last, block);

/** Whether a labelled block is an entry under the lead-in with which a statement without a label begins. */
const isLed = (view: View, { label, span }: Statement, block: Block): boolean =>
  label === null && /:\s/.test(view.document.text.slice(span.start, block.start)) && opensWithLeadIn(view, span);

/** "The Deputy Mayor is recommended to:", with its entries below. */
const opensWithLeadIn = (view: View, { start, end }: Span): boolean =>
  /^[^.?!]{3,200}:\s*(?:\n|$)/.test(view.document.text.slice(start, end));

/** A line in a box that only names what it is about. */
const isTopic = (text: string): boolean => wordCount(text) <= 12 && !/[.?!:;,]$/.test(text);

/** Printed apart from running text: in bold, in italics, in a box, as a quotation or a cell. */
const isApart = (block: Block): boolean => block.bold || block.italic || block.group !== null;

/** Tells whether what stands under a heading is the answer: it gives a verdict, or most of what stands under the other such headings answers. */
function answerTeller(view: View, blocks: readonly Block[]): (first: Block) => boolean {
  const verdict = (block: Block) => view.rules.shows(textOf(view, block), "verdict");
  const others = once(() => {
    const under = blocks.filter(({ kind }, at) => at > 0 && kind !== "heading" && says(view, blocks[at - 1]!));
    const answering = under.filter(
      (block) => isApart(block) || verdict(block) || view.rules.shows(textOf(view, block), "reply-label"),
    );
    // but for the one that is asked about, which shows none of these
    return { all: under.length - 1, answering: answering.length };
  });
  return (first) => !isApart(first) && (verdict(first) || others().answering * 2 > others().all);
}

/** "Recommendation 6" on a line of its own, with the words below it; or what `answers`. */
function headed(view: View, blocks: readonly Block[], at: number, answers: (first: Block) => boolean): Statement[] {
  const block = blocks[at]!;
  const text = textOf(view, block);
  const first = blocks[at + 1];
  if (!says(view, block) || !first || first.kind === "heading") return [];
  if (first.kind === "cell" && !isBelow(first, block)) return [];
  if (view.rules.shows(textOf(view, first), "reply-label") || answers(first))
    return [{ at: block.start, span: block, label: labelIn(view, text), heading: text, bare: true }];
  const inBox = boxed(view, blocks, at + 1);
  if (inBox.length > 0)
    return inBox.map((each, index) => ({
      ...each,
      at: index === 0 ? block.start : each.at,
      label: each.label ?? labelIn(view, text),
      heading: text,
    }));
  const points = labelIn(view, text) === null ? pointsUnder(view, blocks, at) : [];
  if (points.length > 1) return points;
  const { span, label } = openingWith(view, first, text, true);
  return [
    {
      at: block.start,
      span: { start: span.start, end: endOf(view, blocks, at + 1) },
      label: label ?? labelIn(view, text),
      heading: text,
    },
  ];
}

/** Lettered points right under a heading without a number, each of which advises by itself: recommendations of their own, lettered under the number of the paragraph above. */
function pointsUnder(view: View, blocks: readonly Block[], at: number): Statement[] {
  let to = at + 1;
  while (to < blocks.length && isPoint(blocks[to]!)) to++;
  const points = blocks.slice(at + 1, to);
  const advises = (block: Block) =>
    /^\p{Lu}/u.test(bodyOf(view, block)) && view.rules.holds("advising", bodyOf(view, block));
  if (!points.every(advises)) return [];
  const number = numberAbove(view, blocks, at) ?? "";
  return points.map((block, index) => ({
    at: index === 0 ? blocks[at]!.start : block.start,
    span: { start: block.body, end: block.end },
    label: `${number}${normaliseLabel(block.label!)}`,
    heading: textOf(view, blocks[at]!),
  }));
}

const bodyOf = (view: View, { body, end }: Block): string => view.document.text.slice(body, end);

/** Whether a cell stands right below another in the only column of their table, or goes on with it. */
const isBelow = (cell: Block, above: Block): boolean =>
  cell.group === above.group && above.cell !== null && cell.cell?.column === above.cell.column;

/** "Recommendation 6: The Mayor should …", "Recommendation: …" in one block; a number before it counts where it has none of its own. */
function labelled(view: View, blocks: readonly Block[], at: number): Statement[] {
  const block = blocks[at]!;
  const text = textOf(view, block);
  const printed = block.kind === "title" ? null : readStatementLabel(view, text);
  if (!printed || wordCount(text.slice(printed.length)) < 4) return [];
  return [
    {
      at: block.start,
      span: { start: block.start + printed.length, end: endOf(view, blocks, at) },
      label: printed.label ?? numberAbove(view, blocks, at),
      heading: null,
    },
  ];
}

/** The number of the paragraph above, whose conclusion a recommendation without one draws. */
function numberAbove(view: View, blocks: readonly Block[], at: number): string | null {
  const above = blocks[at - 1];
  if (!above || above.cell || !/^\d{1,2}[.)]?$/.test(above.label ?? "")) return null;
  return view.rules.shows(textOf(view, above), "statement-label") ? null : normaliseLabel(above.label!);
}

/** A paragraph printed apart whose statements close with their numbers: "… from May. (Recommendation 6)". */
function trailed(view: View, blocks: readonly Block[], at: number): Statement[] {
  const block = blocks[at]!;
  const found: Statement[] = [];
  for (let start = block.start; isApart(block) && start < block.end; ) {
    const match = view.rules.read("statement-close", view.document.text.slice(start, block.end));
    if (!match) break;
    const span = { start, end: start + match.index };
    found.push({ at: start, span, label: labelOf(match.groups), heading: null });
    start += match[0].length + match.index;
  }
  return found;
}

/** An entry of a list of recommendations, or a question with its number ("Q1. …"). */
function entry(view: View, blocks: readonly Block[], at: number): Statement {
  const block = blocks[at]!;
  const typed = view.rules.read("typed-question", textOf(view, block));
  const opening = openingWith(view, block, null);
  const printed = numberPrinted(view, blocks, at);
  const from = block.start + Math.max(typed?.[0].length ?? 0, printed?.length ?? 0);
  return {
    at: printed?.over ? blocks[at - 1]!.start : block.start,
    label: opening.label ?? typed?.groups?.number ?? printed?.number ?? null,
    span: { start: Math.max(block.body, from), end: endOf(view, blocks, at) },
    heading: null,
  };
}

/** All that stands under a heading with the number of a recommendation, as far as the next heading. */
function underNumber(view: View, blocks: readonly Block[], at: number, label: string | undefined): Statement[] {
  const [heading, first] = [blocks[at]!, blocks[at + 1]];
  if (label === undefined || !first) return [];
  let last = at;
  while (last + 1 < blocks.length && blocks[last + 1]!.kind !== "heading") last++;
  const span = { start: first.body, end: blocks[last]!.end };
  return [{ at: heading.start, span, label, heading: textOf(view, heading) }];
}
