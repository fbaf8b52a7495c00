import { contains, firstEndingAfter, overlapping } from "../../document/span.ts";
import type { Candidate } from "../candidate.ts";
import { eachOf, type PassContext } from "./pass.ts";

/** The number or letter printed for an item, without the word for it and without a closing point; letters of a list join its paragraph's number. */
export const attachLabels = eachOf((candidate, context) => {
  const { structure } = context;
  const sentence = candidate.sentences[0]!;
  const segment = structure.segments[sentence.segment]!;
  return {
    ...candidate,
    label: segment.label ?? printedLabel(candidate, context) ?? candidate.label,
    points: pointsOf(candidate, context),
  };
});

function printedLabel(candidate: Candidate, { document }: PassContext): string | null {
  const sentence = candidate.sentences[0]!;
  const block = document.blocks[sentence.block]!;
  if (block.label === null || sentence.start > block.body + 1) return null;
  const own = clean(block.label);
  const above = candidate.leadIn && document.blocks[firstEndingAfter(document.blocks, candidate.leadIn.start)];
  return above?.label && /^\(?[a-z0-9]{1,4}\)$/i.test(own) && above !== block
    ? `${clean(above.label)}${bracketed(own)}`
    : own;
}

const clean = (label: string): string =>
  label
    .trim()
    .replace(/^(?:recommendation|question|action)\s*/i, "")
    .replace(/[.:]+$/, "");
const bracketed = (label: string): string => (label.startsWith("(") ? label : `(${label.replace(/\)$/, "")})`);

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
  const found = [...text.slice(start, end).matchAll(INLINE_POINT)];
  if (found.length < 2 || !/^[ai]$/.test(found[0]![1]!)) return [];
  return found.map((match, index) => {
    const from = start + match.index + match[0].length;
    const to = found[index + 1] ? start + found[index + 1]!.index : end;
    const words = text.slice(from, to).replace(/\s*[;,]?\s*(?:and|or)?\s*$/i, "");
    return { start: from, end: from + Math.max(1, words.length), label: `(${match[1]})` };
  });
}
