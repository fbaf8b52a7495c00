import type { Block, BlockKind, Document } from "../document/document.ts";
import { sentencesOf } from "../document/sentence.ts";
import { overlapping } from "../document/span.ts";
import type { Structure } from "../document/structure.ts";
import type { Span } from "../records/anchor.ts";
import type { PartKind } from "../records/part.ts";
import { mannerOf, spelledOut } from "./cues.ts";
import type { ExtractedDocument } from "./extracted.ts";
import { isInKind, kindsIn } from "./kinds.ts";
import type { LinkRules } from "./rules.ts";

/** Paragraphs that ask, one after the other, and those that stand between them and the next that ask. */
type Turn = { asks: Block[]; answer: Block[] };

/** How many of a text's turns must sound answered: so many, and this share of them. Of one that nothing shows to be a reply, more. */
const LEAST = 2;
const LEAST_OF_OTHERS = 3;
const MOSTLY = 0.5;
/** How far into what follows it shows itself to be an answer: in so many paragraphs, in so many sentences of each. */
const PARAGRAPHS = 2;
const OPENING = 2;
/** A paragraph sets out what was asked where this share of it does. */
const SET_OUT = 0.5;

const ANSWERING: ReadonlySet<PartKind> = new Set(["reply", "response"]);
const SILENT: ReadonlySet<BlockKind> = new Set(["title", "heading", "note", "contents"]);

/**
 * The paragraphs in which a text puts what it answers below them, though nothing but the taking of turns shows it: in questions of a list that
 * print nothing over the answer, and in replies, and texts of no known kind, whose paragraphs ask and answer by turns.
 */
export function exchangesIn({ document, structure, items }: ExtractedDocument, rules: LinkRules): Span[] {
  const wanted = items.filter(({ kind }) => kind !== "undertaking").map(({ anchor }) => anchor);
  if (wanted.length === 0) return [];
  const open = unansweredQuestions(structure);
  const listed = (index: number) => open.has(index);
  const prose = (index: number) => structure.segments[index]!.kind === "prose";
  const byPart = Map.groupBy(structure.segments.keys(), (index) => structure.segments[index]!.part);
  return structure.parts.flatMap(({ id, kind }) => {
    const own = byPart.get(id) ?? [];
    const turnsIn = (holds: (index: number) => boolean, asks: (block: Block) => boolean) =>
      own.filter(holds).flatMap((index) => turnsOf(overlapping(document.blocks, structure.segments[index]!), asks));
    const questions = turnsIn(listed, (block) => overlapping(wanted, block).length > 0);
    const put = ANSWERING.has(kind) || kind === "other" ? turnsIn(prose, (block) => setsOut(block, wanted)) : [];
    const strictly = kind === "other";
    return [
      ...answered(questions, { least: 1, strictly: false }, document, rules),
      ...answered(put, { least: strictly ? LEAST_OF_OTHERS : LEAST, strictly }, document, rules),
    ];
  });
}

/** The questions of a list (segments by index) that no answer stands under. */
export function unansweredQuestions({ segments }: Structure): ReadonlySet<number> {
  const answered = new Set(segments.flatMap(({ answers }) => answers));
  return new Set([...segments.keys()].filter((index) => segments[index]!.kind === "question" && !answered.has(index)));
}

function setsOut({ start, body, end }: Block, wanted: readonly Span[]): boolean {
  const own = overlapping(wanted, { start, end });
  const length = own.reduce((sum, span) => sum + Math.min(span.end, end) - Math.max(span.start, start), 0);
  return length > 0 && length >= SET_OUT * (end - body);
}

/** The turns of some paragraphs in which something stands under what is asked. */
function turnsOf(blocks: readonly Block[], asks: (block: Block) => boolean): Turn[] {
  const turns: Turn[] = [];
  for (const block of blocks) {
    if (SILENT.has(block.kind)) continue;
    const last = turns.at(-1);
    if (!asks(block)) last?.answer.push(block);
    else if (last?.answer.length === 0) last.asks.push(block);
    else turns.push({ asks: [block], answer: [] });
  }
  return turns.filter(({ answer }) => answer.length > 0);
}

/** How many turns must sound answered, and whether a wish or recommendation only by a verdict in so many words. */
type Bar = { least: number; strictly: boolean };

/** What is asked in some turns, where enough of them sound answered; else nothing. */
function answered(turns: readonly Turn[], { least, strictly }: Bar, document: Document, rules: LinkRules): Block[] {
  if (turns.length < least) return [];
  const told = turns.filter((turn) => soundsAnswered(turn, strictly, document, rules)).length;
  return told >= least && told >= MOSTLY * turns.length ? turns.flatMap(({ asks }) => asks) : [];
}

/** Whether what follows a question opens as answers do: with a verdict, or with what is of the kind that was asked for. */
function soundsAnswered({ asks, answer }: Turn, strictly: boolean, document: Document, rules: LinkRules): boolean {
  const { text } = document;
  const asked = text.slice(asks[0]!.start, asks.at(-1)!.end);
  const freely = !strictly || asked.includes("?");
  const kinds = freely ? kindsIn(asked, rules) : [];
  const opening = answer
    .slice(0, PARAGRAPHS)
    .flatMap(({ body, end }) => sentencesOf(document, { start: body, end }).slice(0, OPENING));
  return opening.some(({ start, end }) => {
    const words = text.slice(start, end);
    const { verdicts } = mannerOf(words, rules);
    const tells = verdicts.some(({ force }) => force === "stated" || (freely && force !== "weak"));
    return tells || isInKind(spelledOut(words), kinds, rules);
  });
}
