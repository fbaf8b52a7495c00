import type { Block } from "../document/document.ts";
import { LABEL } from "../document/label.ts";
import type { Span } from "../records/anchor.ts";
import { saysReply } from "./reply-label.ts";
import { isPoint, POINTER } from "./statement-extent.ts";
import { endsAsking, textOf, type View, wordCount } from "./view.ts";

/** The entries under a heading such as "Conclusions and recommendations", down to the next heading of its level. */
export function listedBlocks(view: View, blocks: readonly Block[]): Set<Block> {
  const listed = new Set<Block>();
  const plain = plainHeading(view, blocks);
  let level: number | null = null;
  for (const [at, block] of blocks.entries()) {
    if (block === plain) level = 0;
    else if (block.kind === "heading" || block.kind === "title") {
      if (view.rules.shows(textOf(view, block), "list-heading")) level = block.level;
      else if (level !== null && block.level <= level) level = null;
    } else if (level !== null && isEntry(block) && !isConclusion(view, blocks[at + 1])) listed.add(block);
  }
  return listed;
}

/** Whether what an entry concludes is recommended in a paragraph of its own, the one below it ("Recommendation: …"). */
function isConclusion(view: View, below: Block | undefined): boolean {
  if (!below || below.label !== null || below.cell) return false;
  const text = textOf(view, below);
  const label = view.rules.read("statement-label", text) ?? view.rules.read("statement-heading", text);
  return label !== null && label.groups?.labels === undefined;
}

/** Fewer numbered headings are chapters. */
const FEWEST_HEADINGS = 2;
const NUMBER_OF_HEADING = /^(\d+)[.:)]?\s+\p{L}/u;

/**
 * Headings under one for recommendations alone that are numbered from 1 and only name what the words under them advise ("3. Night buses"), with
 * their numbers.
 */
export function numberedHeadings(view: View, blocks: readonly Block[]): Map<Block, string> {
  const found = new Map<Block, string>();
  let over: Block | null = null;
  blocks.forEach((block, at) => {
    if (block.kind !== "heading" && block.kind !== "title") return;
    const text = textOf(view, block);
    if (view.rules.shows(text, "list-heading") && !view.rules.holds("concluding", text)) over = block;
    else if (over !== null && block.level <= over.level) over = null;
    else if (over !== null && NUMBER_OF_HEADING.exec(text)?.[1] === String(found.size + 1)) {
      const words = blocks[at + 1] ? textOf(view, blocks[at + 1]!) : "";
      if (view.rules.holds("advising", words)) found.set(block, String(found.size + 1));
    }
  });
  return found.size >= FEWEST_HEADINGS ? found : new Map();
}

/** Where no heading says it, the last line that does and has a numbered entry below it: plain text prints headings as it prints words. */
function plainHeading(view: View, blocks: readonly Block[]): Block | undefined {
  const says = (block: Block) => view.rules.shows(textOf(view, block), "list-heading");
  if (blocks.some((block) => (block.kind === "heading" || block.kind === "title") && says(block))) return undefined;
  return blocks.findLast(
    (block, at) => block.kind === "paragraph" && says(block) && blocks.slice(at + 1, at + 3).some(isEntry),
  );
}

/** A question shorter than this over an answer is a heading in the writer's own words. */
const SHORTEST_QUESTION = 8;

/** A paragraph that is all in quotation marks. */
const QUOTED = /^(?:["“][^"“”]+["”]|[‘'][^‘“”"]+[’'])[.;]?$/;

/**
 * What the other side asked, set out by itself: in a list under words that say so, or in other print, numbered, or in quotation marks,
 * each with an answer under it; one alone is a heading.
 */
export function askedBlocks(view: View, blocks: readonly Block[]): Set<Block> {
  const listed = blocks.flatMap((block, at) =>
    view.rules.shows(textOf(view, block), "asked-lead") ? entriesAfter(view, blocks, at) : [],
  );
  if (listed.length > 0) return new Set(listed);
  const asked = blocks.filter((block, at) => {
    const text = textOf(view, block);
    const apart =
      block.bold || block.italic || block.kind === "quotation" || block.kind === "heading" || block.label !== null;
    const numbered = block.label !== null && (block.bold || block.italic || block.kind === "quotation");
    const quoted = QUOTED.test(text) && wordCount(text) >= SHORTEST_QUESTION;
    const asks = /[?]["'’”]?$/.test(text);
    const question = asks && wordCount(text) >= SHORTEST_QUESTION;
    const typed = asks && view.rules.shows(text, "typed-question");
    return (quoted || typed || (apart && (numbered || question))) && isAnswer(blocks[at + 1], view);
  });
  const apart = asked.length > 1 || asked.some(({ kind }) => kind === "quotation") ? asked : [];
  return new Set([...apart, ...reprinted(view, blocks), ...numberedPoints(view, blocks)]);
}

/** Fewer numbered paragraphs with what follows them are no list of questions and answers. */
const FEWEST_REPRINTED = 2;

/** Paragraphs with a number before them or in the heading over them ("Question 3"), at least every other of which asks, each with an answer below it. */
function reprinted(view: View, blocks: readonly Block[]): Block[] {
  const numbered = blocks.filter((block, at) => {
    const number = numberPrinted(view, blocks, at);
    if (number === null || !isAnswer(blocks[at + 1], view)) return false;
    return number.over ? asksAgain(view, block) : numberPrinted(view, blocks, at + 1) === null;
  });
  const asking = numbered.filter((block) => asksAgain(view, block)).length;
  return numbered.length >= FEWEST_REPRINTED && asking * 2 >= numbered.length ? numbered : [];
}

/** Points of a numbered list, at least every other of which asks, each or several together with a paragraph below that answers: all of them are asked. */
function numberedPoints(view: View, blocks: readonly Block[]): Block[] {
  const points: Block[] = [];
  for (let at = blocks.length - 2; at >= 0; at--) {
    const [block, below] = [blocks[at]!, blocks[at + 1]!];
    if (block.kind !== "list-item" || block.label === null || !NUMBER.test(block.label)) continue;
    const isAnswered = below.kind === "paragraph" && below.label === null && isAnswer(below, view);
    if (isAnswered || below === points.at(-1)) points.push(block);
  }
  const asking = points.filter((block) => asksAgain(view, block)).length;
  return points.length >= FEWEST_REPRINTED && asking * 2 >= points.length ? points : [];
}

function asksAgain(view: View, block: Block): boolean {
  const text = textOf(view, block);
  const words = text.slice(NUMBER_BEFORE.exec(text)?.[0].length ?? 0);
  return endsAsking(text) || QUOTED.test(text) || view.rules.shows(words, "asked-again");
}

/** "1a. ", "(3) ", "“2. ": a number before a paragraph's words. */
const NUMBER_BEFORE = /^["“'‘]?\(?(?<number>\d{1,2}(?:\.\d{1,2})?[a-z]?)[.):]\s+/;

/** The number of what is asked in a paragraph: printed before its words, or `over` it in a heading ("Question 3"); null where there is none. */
export function numberPrinted(
  view: View,
  blocks: readonly Block[],
  at: number,
): { number: string; length: number; over: boolean } | null {
  const block = blocks[at];
  if (block?.kind !== "paragraph") return null;
  const before = NUMBER_BEFORE.exec(textOf(view, block));
  if (before) return { number: before.groups!.number!, length: before[0].length, over: false };
  const above = at > 0 ? view.rules.read("question-heading", textOf(view, blocks[at - 1]!))?.groups : undefined;
  const number = above?.number ?? above?.q;
  return number ? { number, length: 0, over: true } : null;
}

/** What they wrote over their list is quoted with it ("“Please send me:"), in at most so many words. */
const LONGEST_LEAD = 15;

/** The list right under a block, or under its first words there, or where there is none the request that is quoted there; empty where nothing stands after it. */
function entriesAfter(view: View, blocks: readonly Block[], at: number): Block[] {
  const under = blocks[at + 1] ? textOf(view, blocks[at + 1]!) : "";
  const from = under.endsWith(":") && wordCount(under) <= LONGEST_LEAD ? at + 2 : at + 1;
  let end = from;
  while (end < blocks.length && (isEntry(blocks[end]!) || isPoint(blocks[end]!))) end++;
  if (end === from && isRequest(view, blocks[from])) end = quotationEnd(view, blocks, from);
  return end < blocks.length ? blocks.slice(from, end).filter((block) => !isFarewell(view, block)) : [];
}

/** The last words of a letter that is quoted whole. */
const isFarewell = (view: View, block: Block): boolean =>
  view.rules.shows(textOf(view, block).replace(/\s*["”]$/, ""), "sign-off");

/** A paragraph in quotation marks or behind a bullet, one that asks, or one that goes on from the words before it. */
function isRequest(view: View, block: Block | undefined): block is Block {
  if (block?.kind !== "paragraph") return false;
  const text = textOf(view, block);
  return /^(?:["“]|[*•]\s|[\s.…]*\p{Ll})/u.test(text) || asksAgain(view, block);
}

/** Where what begins at a block ends: after the block that closes the quotation which it opens, or after itself. */
function quotationEnd(view: View, blocks: readonly Block[], at: number): number {
  if (!/^["“]/.test(textOf(view, blocks[at]!))) return at + 1;
  const closing = blocks.findIndex((block, index) => index >= at && /["”]\.?$/.test(textOf(view, block)));
  return (closing < 0 ? at : closing) + 1;
}

/**
 * In a response, the other side's recommendations set out one by one: what is all in quotation marks and says what should be done, and
 * whole sentences in other print with a number before them, the paragraph of their report behind them, or the same words; in any print what is numbered,
 * recommends, and says where in their report it stands, and what has a number or says what should be done, and an answer that calls itself one right below.
 */
export function setOutBlocks(view: View, blocks: readonly Block[]): Set<Block> {
  const plain = answeredInItalics(view, blocks);
  if (plain.length > 0) return new Set(plain);
  return new Set(
    blocks.filter((block, at) => {
      const words = view.document.text.slice(block.body, block.end).trim();
      if (wordCount(words) < 4 || block.kind === "heading" || block.kind === "title") return false;
      if (view.rules.shows(textOf(view, block), "conclusion-label")) return false;
      const advises = view.rules.holds("advising", words);
      const numbered = block.label !== null && NUMBER.test(block.label);
      const isOver = (below: Block | undefined) =>
        below && saysReply(view, textOf(view, below)) && !saysReply(view, words);
      if ((numbered || advises) && isOver(blocks[at + 1])) return true;
      if (wordCount(words) < SHORTEST_QUESTION) return false;
      if (QUOTED.test(words)) return advises;
      const pointed = POINTER.test(words);
      if (numbered && pointed && view.rules.holds("recommending", words)) return true;
      const prompts = endsAsking(words) || view.rules.shows(words, "form-prompt");
      return (block.bold || block.italic) && SENTENCE.test(words) && (advises || (numbered && !prompts) || pointed);
    }),
  );
}

/** Numbered paragraphs in plain print that advise, where most of them have an answer in italics right below: then italics are the answering side's. */
function answeredInItalics(view: View, blocks: readonly Block[]): Block[] {
  const plain = ({ bold, italic }: Block) => !bold && !italic;
  const numbered = blocks.flatMap((block, at) => {
    const advises = plain(block) && NUMBER.test(block.label ?? "") && view.rules.holds("advising", textOf(view, block));
    return advises ? [{ block, below: blocks[at + 1] }] : [];
  });
  const answered = numbered.filter(({ below }) => below?.italic && below.label === null).map(({ block }) => block);
  return answered.length >= FEWEST_REPRINTED && answered.length * 2 > numbered.length ? answered : [];
}

const SENTENCE = /[.!?]["'”’)]*$|\)$/;

const isAnswer = (block: Block | undefined, view: View): boolean =>
  block !== undefined &&
  block.kind !== "heading" &&
  !block.bold &&
  !block.italic &&
  !QUOTED.test(textOf(view, block)) &&
  !/[?]["'’”]?$/.test(textOf(view, block));

const isEntry = (block: Block): boolean =>
  (block.kind === "list-item" && block.level <= 1 && !isPoint(block)) ||
  (block.label !== null && NUMBER.test(block.label));

const NUMBER = new RegExp(`^${LABEL}[.)]?$`);

/** Words without the bullet sign before them, and without the double quotation marks that open or close what they, or several together, quote. */
export function unquoted({ document }: View, { start, end }: Span): Span {
  const words = document.text.slice(start, end).trimEnd();
  const before = /^(?:[*•]\s+)?(?:["“]\s*(?=[^"“”]*["”]?$))?/.exec(words)![0].length;
  const inner = /^[^"“”]*(?=\s*["”]$)/.exec(words.slice(before))?.[0].trimEnd();
  return { start: start + before, end: inner === undefined ? end : start + before + inner.length };
}
