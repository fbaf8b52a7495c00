import type { Block } from "../../document/document.ts";
import { matchesOf } from "../../document/matches.ts";
import { contains, firstEndingAfter, overlapping } from "../../document/span.ts";
import type { Segment } from "../../document/structure.ts";
import type { Candidate } from "../candidate.ts";
import { eachOf, type PassContext } from "./pass.ts";

/** The number or letter printed for an item, without the word for it and without a closing point; letters of a list join its paragraph's number. */
export const attachLabels = eachOf((candidate, context) => {
  const { structure } = context;
  const sentence = candidate.sentences[0]!;
  const segment = structure.segments[sentence.segment]!;
  return {
    ...candidate,
    label: ofSegment(candidate, segment) ?? printedLabel(candidate, context) ?? candidate.label,
    points: pointsOf(candidate, context),
  };
});

/** The label set out with a segment, without brackets. That of what an answer answers is none of what is asked or promised in the answer. */
function ofSegment({ kind, leadIn, restated }: Candidate, segment: Segment): string | null {
  const answers = segment.kind === "reply" || segment.kind === "answer";
  if (answers && kind !== "recommendation" && leadIn === null && !restated) return null;
  const { label } = segment;
  return label === null ? null : (BRACKETED.exec(label)?.[1] ?? label);
}

function printedLabel(candidate: Candidate, { document, structure, marks }: PassContext): string | null {
  const sentence = candidate.sentences[0]!;
  const block = document.blocks[sentence.block]!;
  if (block.label === null) {
    const before = document.text.slice(block.start, sentence.start);
    const printed = marks.label.exec(before);
    return printed?.[0] === before ? (printed.groups?.label ?? null) : null;
  }
  if (sentence.start > block.body + 1) return null;
  const own = clean(block.label);
  const bare = BRACKETED.exec(own)?.[1];
  if (isOfItsPlace(candidate, structure.segments[sentence.segment]!, bare !== undefined)) return null;
  if (bare === undefined) return own;
  const above = numberAbove(candidate, document.blocks);
  return above === null ? bare : `${above}(${bare})`;
}

/** "(a)", "b)", "(iv)", "(2)": a point of what is numbered above it, or of a list by itself, which is known by the bare letter. */
const BRACKETED = /^\(?([a-z0-9]{1,4})\)$/i;

/** What numbers the paragraphs of a decision, a letter or minutes, or the points that an answer answers, numbers no promise made in one of them. */
const isOfItsPlace = ({ kind, leadIn }: Candidate, segment: Segment, bracketed: boolean): boolean =>
  kind === "undertaking" &&
  leadIn === null &&
  (segment.kind === "reply" || segment.kind === "answer" || (segment.kind === "prose" && !bracketed));

/** The number of the lead-in, or for a letter that of the paragraph or heading which it is a point of; null where nothing numbers it. */
function numberAbove({ leadIn, sentences }: Candidate, blocks: readonly Block[]): string | null {
  const at = sentences[0]!.block;
  const lead = leadIn && blocks[firstEndingAfter(blocks, leadIn.start)]!;
  if (lead?.label && lead !== blocks[at]) return clean(lead.label);
  if (!/[a-z]\)$/i.test(blocks[at]!.label!)) return null;
  for (let above = at - 1; above >= 0 && at - above < FAR; above--) {
    const { label, kind } = blocks[above]!;
    if (label !== null && NUMBER.test(label)) return clean(label);
    if (label === null && (kind === "heading" || kind === "title")) return null;
  }
  return null;
}

/** "4.", "5.1": a number of a section or paragraph. */
const NUMBER = /^\d{1,2}(?:\.\d{1,2})*\.?$/;
/** A point stands at most so many blocks below its number. */
const FAR = 12;

const clean = (label: string): string =>
  label
    .trim()
    .replace(/^(?:recommendation|question|action)\s*/i, "")
    .replace(/[.:]+$/, "");

/** A letter or roman numeral in brackets before a point that stands inside a sentence. */
const INLINE_POINT = /(?<=^|[\s;:,])\(?([a-z]|[ivx]{1,4})\)\s+(?=\S)/g;

function pointsOf(candidate: Candidate, { document }: PassContext): Candidate["points"] {
  const printed = overlapping(document.blocks, candidate).flatMap((block) =>
    block.kind === "list-item" && block.label !== null && contains(candidate, block)
      ? [{ start: block.body, end: block.end, label: clean(block.label) }]
      : [],
  );
  return printed.length > 0 ? printed : inlinePoints(candidate, document.text);
}

function inlinePoints({ start, end }: Candidate, text: string): Candidate["points"] {
  const found = matchesOf(text.slice(start, end), INLINE_POINT);
  if (found.length < 2 || !/^[ai]$/.test(found[0]![1]!)) return [];
  return found.map((match, index) => {
    const from = start + match.index + match[0].length;
    const to = found[index + 1] ? start + found[index + 1]!.index : end;
    const words = text.slice(from, to).replace(/\s*[;,]?\s*(?:and|or)?\s*$/i, "");
    return { start: from, end: from + Math.max(1, words.length), label: `(${match[1]})` };
  });
}
