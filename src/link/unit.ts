import type { Block, Document } from "../document/document.ts";
import { hasMoreWords } from "../document/few-words.ts";
import { once } from "../document/once.ts";
import { sentencesOf } from "../document/sentence.ts";
import { contains, firstEndingAfter, overlapping } from "../document/span.ts";
import type { Segment, SegmentKind } from "../document/structure.ts";
import type { Span } from "../records/anchor.ts";
import { type Manner, mannerOf } from "./cues.ts";
import { unansweredQuestions } from "./exchange.ts";
import type { ExtractedDocument } from "./extracted.ts";
import { isHeadingLike, isTopic, topicOpening, verdictOfHeading } from "./heading.ts";
import { bareLabel, LABEL_REACH, labelsNamed, labelsTurnedTo } from "./numbered.ts";
import { placesNamed } from "./places.ts";
import type { LinkRules } from "./rules.ts";
import { type Terms, termsOf } from "./words.ts";

/** A sentence that may reply. Units come in reading order and do not overlap. */
export type Unit = Span & {
  /** Index among the units of its document. */
  index: number;
  /** Index of its block and of its segment in the document; the list or table of its block, or null. */
  block: number;
  group: number | null;
  segment: number;
  /** How many sentences, and how many paragraphs, of its segment come before it. */
  depth: number;
  paragraph: number;
  part: string;
  text: string;
  terms: () => Terms;
  /** The nearest heading over it, or the words that run into its paragraph as one; "" for none. */
  headingText: string;
  heading: () => Terms;
  /** Labels and places of what is answered that its heading, its paragraph's opening, or its paragraph up to its end names. */
  answers: ReadonlySet<string>;
  /** The printed label of the point that it stands in, where its part numbers its points; null for none. */
  point: string | null;
  /** The sentence before it that says what was asked ("You asked …") and that it stands under; null for none. */
  echo: (() => Terms) | null;
  echoText: string;
  /** The sentence in force, lower case, that comes back to something asked earlier ("The answer to Ms Adeyemi is …"); "" for none. */
  comeback: string;
  /** Words that only name the matter of what follows ("Publication."). */
  topic: boolean;
  manner: Manner;
};

const REPLYING: ReadonlySet<SegmentKind> = new Set(["prose", "turn", "answer", "reply"]);
const SILENT: ReadonlySet<Block["kind"]> = new Set(["title", "heading", "note", "contents"]);

/** Where one stands while reading a document from its start. */
type Reading = {
  units: Unit[];
  heading: Said;
  echo: string;
  afterColon: boolean;
  comeback: string;
  point: string | null;
};

/** Words that stand over others, with what is read off them once for all that they stand over. */
type Said = { words: string; terms: () => Terms; names: () => ReadonlySet<string> };

const said = (words: string, rules: LinkRules): Said => ({
  words,
  terms: once(() => termsOf(words, rules)),
  names: once(() => labelsNamed(words, rules).union(placesNamed(words, "", rules))),
});

/** The sentences that lie in a span: found by halves, for a long document has many of both. */
export const unitsWithin = (units: readonly Unit[], span: Span): Unit[] =>
  overlapping(units, span).filter((unit) => contains(span, unit));

/** All sentences of a document that may reply to something: of prose, turns, answers and replies; not headings and notes. */
export function unitsOf(extracted: ExtractedDocument, rules: LinkRules): Unit[] {
  const { document, structure } = extracted;
  const none = said("", rules);
  const reading: Reading = { units: [], heading: none, echo: "", afterColon: false, comeback: "", point: null };
  const open = unansweredQuestions(structure);
  structure.segments.forEach((segment, index) => {
    if (!REPLYING.has(segment.kind) && !open.has(index)) return;
    const goesOn = segment.kind === "prose" && structure.segments[index - 1]?.part === segment.part;
    if (segment.heading !== null) reading.heading = said(segment.heading, rules);
    else if (!goesOn) reading.heading = none;
    reading.echo = "";
    reading.comeback = "";
    reading.point = null;
    // what led in the words of the other side says nothing of what stands under them
    if (structure.segments[index - 1]?.kind === "statement") reading.afterColon = false;
    for (let at = firstEndingAfter(document.blocks, segment.start); at < document.blocks.length; at++) {
      const block = document.blocks[at]!;
      if (block.start >= segment.end) break;
      readBlock(extracted, { block, at, segment, index }, reading, rules);
    }
  });
  return reading.units;
}

/** "(Paragraph 14)": says where something stands, not what. */
const POINTER = /^\W*(?:paragraphs?|paras?|pages?|sections?|p)\.?\s*[\d.,\s–-]+\W*$/i;

/** What has no letter says nothing in running text; below a question a bare number is its answer ("1,904."). */
const SAYS = { prose: /\p{L}/u, reply: /[\p{L}\p{N}]/u } as const;

/** Words that must follow a topic; before fewer it is an answer in itself ("On order. Due in May."). */
const REST = 11;

type Place = { block: Block; at: number; segment: Segment; index: number };

function readBlock({ document }: ExtractedDocument, place: Place, reading: Reading, rules: LinkRules): void {
  const { block, segment } = place;
  const span = { start: Math.max(block.body, segment.start), end: Math.min(block.end, segment.end) };
  if (span.end <= span.start) return;
  const words = document.text.slice(span.start, span.end);
  const plain = segment.kind !== "turn" && segment.kind !== "answer";
  if (
    block.kind === "heading" ||
    (plain && !reading.afterColon && !isLastOfPoint(document, place.at) && isHeadingLike(words, block, rules))
  ) {
    reading.heading = said(words, rules);
    reading.echo = "";
    reading.point = null;
    const verdict = segment.kind === "reply" ? verdictOfHeading(words, rules) : "";
    const start = span.start + words.lastIndexOf(verdict);
    if (verdict !== "") readSentences([{ start, end: start + verdict.length }], document.text, place, reading, rules);
  } else if (!SILENT.has(block.kind) && (!isEntry(words, block) || isVerdict(words, segment, rules))) {
    if (block.label !== null) reading.point = bareLabel(block.label);
    readSentences(sentencesOf(document, span), document.text, place, reading, rules);
  }
  reading.afterColon = /:\s*$/.test(words);
}

/** Whether a numbered line has nothing under it before the next: it is what the point says ("2 - not yet") and no heading. */
const isLastOfPoint = ({ blocks }: Document, at: number): boolean =>
  blocks[at]!.label !== null && (blocks[at + 1]?.label ?? "none") !== null;

/** More words than this are a sentence, whether it is stopped or not. */
const MOST_ENTRY_WORDS = 8;
/** "Answer date: 19 February 2025" */
const FIELD = /^\p{Lu}[\p{L} ]{1,30}:\s/u;

/** Whether a block is an entry of a table or form: a few words without a stop in a cell, or after a field's name. It says nothing by itself. */
function isEntry(words: string, { kind }: Block): boolean {
  if (kind !== "cell" && !FIELD.test(words)) return false;
  return !hasMoreWords(words, MOST_ENTRY_WORDS) && !/[.!?…]\W*$/.test(words);
}

/** "Supported in part", in a column of its own beside the comment. */
const isVerdict = (words: string, { kind }: Segment, rules: LinkRules): boolean =>
  kind === "reply" && mannerOf(words, rules).verdicts.length > 0;

function readSentences(
  sentences: readonly Span[],
  text: string,
  place: Place,
  reading: Reading,
  rules: LinkRules,
): void {
  const { at, segment, index } = place;
  let { heading } = reading;
  let echo = said(reading.echo, rules);
  reading.echo = "";
  const first = sentences[0];
  const opening = first ? text.slice(first.start, Math.min(first.end, first.start + LABEL_REACH)) : "";
  const opened = labelsNamed(opening, rules);
  let names = opened.size > 0 ? opened : heading.names();
  const goesFar = () => hasMoreWords(text.slice(first!.end, sentences.at(-1)!.end), REST - 1);
  sentences.forEach((sentence, order) => {
    const words = text.slice(sentence.start, sentence.end);
    if (!SAYS[segment.kind === "prose" ? "prose" : "reply"].test(words) || POINTER.test(words)) return;
    const manner = mannerOf(words, rules);
    const topic = order === 0 && segment.kind === "prose" && goesFar() && isTopic(words, manner, rules);
    const own = said(words, rules);
    const places = placesNamed(words, text.slice(first!.start, sentence.start), rules);
    const turnedTo = order === 0 ? places : places.union(labelsTurnedTo(words, rules));
    if (turnedTo.size > 0) names = turnedTo;
    if (topic) heading = own;
    else if (order === 0 && segment.kind === "prose") {
      const named = topicOpening(words, rules);
      if (named !== "") heading = said(named, rules);
    }
    const before = reading.units.at(-1);
    const goesOn = before?.segment === index ? before : null;
    if (manner.back) reading.comeback = words.toLowerCase();
    reading.units.push({
      ...sentence,
      index: reading.units.length,
      block: at,
      group: place.block.group,
      segment: index,
      depth: goesOn ? goesOn.depth + 1 : 0,
      paragraph: goesOn ? goesOn.paragraph + (goesOn.block === at ? 0 : 1) : 0,
      part: segment.part,
      text: words,
      terms: own.terms,
      headingText: heading.words,
      heading: heading.terms,
      answers: names,
      point: reading.point,
      echo: echo.words === "" ? null : echo.terms,
      echoText: echo.words,
      comeback: reading.comeback,
      topic,
      manner,
    });
    if (manner.echo) echo = own;
  });
  // an echo that is a paragraph of its own speaks for the next one
  if (sentences.length === 1 && reading.units.at(-1)?.manner.echo) reading.echo = reading.units.at(-1)!.text;
}
