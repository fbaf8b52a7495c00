import type { Block, BlockKind, Document } from "../document/document.ts";
import { once, oncePer } from "../document/once.ts";
import { sentencesOf } from "../document/sentence.ts";
import { firstEndingAfter } from "../document/span.ts";
import type { Segment, Structure } from "../document/structure.ts";
import type { Span } from "../records/anchor.ts";
import type { PartKind } from "../records/part.ts";
import type { Sentence } from "./candidate.ts";
import { maskQuotations } from "./quotation.ts";

/** A block, or the piece of it that lies in one segment: after its printed label. */
export type Stretch = Span & {
  block: number;
  segment: number;
  /** Its sentences, each with its quotations blotted out; split once, when they are first asked for. */
  sentences: () => readonly Sentence[];
};

/** Blocks in which nothing is asked, recommended or promised. In a statement even a heading or a quotation may be it. */
const SILENT: readonly BlockKind[] = ["title", "heading", "note", "contents", "quotation"];

/** The kind of the part in which a segment stands. */
export const partKindOf = ({ parts, segments }: Structure, segment: number): PartKind =>
  parts.find(({ id }) => id === segments[segment]!.part)?.kind ?? "other";

const knownIn = oncePer((_: Structure) => new Map<number, readonly Stretch[]>());

/** The pieces of a segment that may hold items, in reading order. Remembered for as long as the structure is: many passes ask for them. */
export function stretchesOf(document: Document, structure: Structure, segment: number): readonly Stretch[] {
  const known = knownIn(structure);
  const found = known.get(segment);
  if (found) return found;
  const cut = cutStretches(document, structure, segment);
  known.set(segment, cut);
  return cut;
}

function cutStretches(document: Document, structure: Structure, segment: number): Stretch[] {
  const within = structure.segments[segment]!;
  const out: Stretch[] = [];
  for (let at = firstEndingAfter(document.blocks, within.start); at < document.blocks.length; at++) {
    const block = document.blocks[at]!;
    if (block.start >= within.end) break;
    if (!speaks(block, within)) continue;
    const start = Math.max(block.body, within.start);
    const end = Math.min(block.end, within.end);
    const place = { block: at, segment };
    if (start < end)
      out.push({ start, end, ...place, sentences: once(() => splitSentences(document, { start, end }, place)) });
  }
  return out;
}

const speaks = (block: Block, segment: Segment): boolean =>
  segment.kind === "statement" ? block.kind !== "note" && block.kind !== "contents" : !SILENT.includes(block.kind);

function splitSentences(document: Document, span: Span, place: Pick<Sentence, "block" | "segment">): Sentence[] {
  const masked = maskQuotations(document.text.slice(span.start, span.end));
  return sentencesOf(document, span).map(({ start, end }) => ({
    start,
    end,
    ...place,
    masked: masked.slice(start - span.start, end - span.start),
  }));
}
