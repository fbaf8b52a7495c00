import type { Block } from "../document/document.ts";
import { sentencesIn } from "../document/sentence.ts";
import { firstEndingAfter } from "../document/span.ts";
import type { Segment, SegmentKind } from "../document/structure.ts";
import type { Span } from "../records/anchor.ts";
import { type Manner, mannerOf } from "./cues.ts";
import type { ExtractedDocument } from "./extracted.ts";
import type { LinkRules } from "./rules.ts";
import { type Terms, termsOf } from "./words.ts";

/** A sentence that may reply. Units come in reading order and do not overlap. */
export type Unit = Span & {
  /** Index among the units of its document. */
  index: number;
  /** Index of its block and of its segment in the document. */
  block: number;
  segment: number;
  part: string;
  text: string;
  terms: Terms;
  /** Of the headings that stand over it: the nearest one, and one that runs into its paragraph. */
  heading: Terms;
  headingText: string;
  /** 0 for a paragraph's first sentence. */
  inParagraph: number;
  manner: Manner;
};

const REPLYING: ReadonlySet<SegmentKind> = new Set(["prose", "turn", "answer", "reply"]);
const SILENT: ReadonlySet<Block["kind"]> = new Set(["title", "heading", "note", "contents"]);

/** All sentences of a document that may reply to something: of prose, turns, answers and replies; not headings and notes. */
export function unitsOf(extracted: ExtractedDocument, rules: LinkRules): Unit[] {
  const { document, structure } = extracted;
  const units: Unit[] = [];
  let heading = "";
  structure.segments.forEach((segment, index) => {
    if (!REPLYING.has(segment.kind)) return;
    heading = segment.heading ?? (segment.kind === "prose" ? heading : "");
    for (let at = firstEndingAfter(document.blocks, segment.start); at < document.blocks.length; at++) {
      const block = document.blocks[at]!;
      if (block.start >= segment.end) break;
      if (block.kind === "heading") heading = document.text.slice(block.body, block.end);
      if (SILENT.has(block.kind)) continue;
      units.push(...unitsOfBlock(extracted, { block, at, segment, index, heading, first: units.length }, rules));
    }
  });
  return units;
}

type Place = { block: Block; at: number; segment: Segment; index: number; heading: string; first: number };

function unitsOfBlock({ document }: ExtractedDocument, place: Place, rules: LinkRules): Unit[] {
  const { block, at, segment, index, heading, first } = place;
  const span = { start: Math.max(block.body, segment.start), end: Math.min(block.end, segment.end) };
  if (span.end <= span.start) return [];
  const terms = termsOf(heading, rules.words);
  return sentencesIn(document.text, span).map((sentence, order) => {
    const text = document.text.slice(sentence.start, sentence.end);
    return {
      ...sentence,
      index: first + order,
      block: at,
      segment: index,
      part: segment.part,
      text,
      terms: termsOf(text, rules.words),
      heading: terms,
      headingText: heading,
      inParagraph: order,
      manner: mannerOf(text, rules),
    };
  });
}
