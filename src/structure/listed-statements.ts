import type { Block } from "../document/document.ts";
import { LABEL } from "../document/label.ts";
import { isPoint } from "./statement-extent.ts";
import { textOf, type View, wordCount } from "./view.ts";

/** The entries under a heading such as "Conclusions and recommendations", down to the next heading of its level. */
export function listedBlocks(view: View, blocks: readonly Block[]): Set<Block> {
  const listed = new Set<Block>();
  const plain = plainHeading(view, blocks);
  let level: number | null = null;
  for (const block of blocks) {
    if (block === plain) level = 0;
    else if (block.kind === "heading" || block.kind === "title") {
      if (view.rules.shows(textOf(view, block), "list-heading")) level = block.level;
      else if (level !== null && block.level <= level) level = null;
    } else if (level !== null && isEntry(block)) listed.add(block);
  }
  return listed;
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
    view.rules.shows(textOf(view, block), "asked-lead") ? entriesAfter(blocks, at) : [],
  );
  if (listed.length > 0) return new Set(listed);
  const asked = blocks.filter((block, at) => {
    const text = textOf(view, block);
    const apart =
      block.bold || block.italic || block.kind === "quotation" || block.kind === "heading" || block.label !== null;
    const numbered = block.label !== null && (block.bold || block.italic);
    const quoted = QUOTED.test(text) && wordCount(text) >= SHORTEST_QUESTION;
    const asks = /[?]["'’”]?$/.test(text);
    const question = asks && wordCount(text) >= SHORTEST_QUESTION;
    const typed = asks && view.rules.shows(text, "typed-question");
    return (quoted || typed || (apart && (numbered || question))) && isAnswer(blocks[at + 1], view);
  });
  return new Set(asked.length > 1 || asked.some(({ kind }) => kind === "quotation") ? asked : []);
}

/** The list right under a block; empty where something else stands there, or nothing after it. */
function entriesAfter(blocks: readonly Block[], at: number): Block[] {
  let end = at + 1;
  while (end < blocks.length && (isEntry(blocks[end]!) || isPoint(blocks[end]!))) end++;
  return end < blocks.length ? blocks.slice(at + 1, end) : [];
}

/**
 * In a response, the other side's recommendations set out one by one: what is all in quotation marks and says what should be done, and
 * whole sentences in other print with a number before them, the paragraph of their report behind them, or the same words; in any print what is numbered,
 * recommends, and says where in their report it stands.
 */
export const setOutBlocks = (view: View, blocks: readonly Block[]): Set<Block> =>
  new Set(
    blocks.filter((block) => {
      const words = view.document.text.slice(block.body, block.end).trim();
      if (wordCount(words) < SHORTEST_QUESTION || block.kind === "heading" || block.kind === "title") return false;
      const advises = view.rules.holds("advising", words);
      if (QUOTED.test(words)) return advises;
      const numbered = block.label !== null && NUMBER.test(block.label);
      const pointed = POINTER.test(words);
      if (numbered && pointed && view.rules.holds("recommending", words)) return true;
      return (block.bold || block.italic) && SENTENCE.test(words) && (advises || numbered || pointed);
    }),
  );

/** Where in the report it stood: "(Paragraph 23)". */
const POINTER = /\((?:paragraph|para|page)s?\.? [\d, –and-]+\)\.?$/i;
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
