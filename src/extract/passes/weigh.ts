import type { Document } from "../../document/document.ts";
import { sectionAt } from "../../document/section.ts";
import { firstEndingAfter } from "../../document/span.ts";
import type { Span } from "../../records/anchor.ts";
import type { Candidate, Hit, Sentence } from "../candidate.ts";
import { letGo } from "../candidate.ts";
import { type CueSight, type Seeking, seeking } from "../cue.ts";
import { decisive, probability, weighted } from "../decide.ts";
import { contextFeatures } from "../features.ts";
import { maskQuotations } from "../quotation.ts";
import { partKindOf, stretchesOf } from "../reading.ts";
import { hitsIn } from "../scan.ts";
import { eachOf, type PassContext } from "./pass.ts";

/** Gathers what speaks for and against each candidate, and lets go of those that more speaks against. */
export const weigh = eachOf((candidate, context) => {
  const seen: Candidate = {
    ...candidate,
    hits: [...candidate.hits, ...weighingHits(candidate, context)],
    features: [...candidate.features, ...contextFeatures(candidate, context)],
  };
  const confidence = probability(seen, context.decision);
  if (decisive(seen, context.decision) >= context.decision.threshold) return { ...seen, confidence };
  return letGo({ ...seen, confidence }, "weigh", reasonAgainst(seen, context));
});

function weighingHits(candidate: Candidate, context: PassContext): Hit[] {
  const { document, cues } = context;
  const part = partKindOf(context.structure, candidate.sentences[0]!.segment);
  const hits = (sentence: Sentence, on: CueSight, holds: Seeking = () => true) => {
    const seeks = seeking(part, ["supports", "against"], on === "entry" ? ["sentence", "entry"] : [on]);
    return hitsIn(
      document,
      sentence,
      cues.weighing[on],
      (cue) => cue.kind === candidate.kind && seeks(cue) && holds(cue),
    );
  };
  const first = candidate.sentences[0]!;
  const last = candidate.sentences.at(-1)!;
  const { previous, next } = neighbours(first, last, context);
  const own = candidate.sentences.flatMap((sentence) => {
    const found = finds(sentence, candidate);
    return hits(sentence, candidate.leadIn ? "entry" : "sentence", (cue) => found || !cue.governs);
  });
  return [
    ...own,
    // what speaks against a lead-in (that it is reported, say) speaks against all that it governs
    ...(candidate.leadIn ? hits(spoken(document, first, candidate.leadIn), "sentence", (cue) => cue.governs) : []),
    ...(previous ? hits(previous, "previous") : []),
    ...(next ? hits(next, "next") : []),
    ...headingsOver(first, context).flatMap((heading) => hits(heading, "heading")),
    ...titlesOf(first, context).flatMap((title) => hits(title, "title")),
    ...printedFor(first, context).flatMap((words) => hits(words, "label")),
  ].filter(
    ({ quoted, cue }) =>
      !quoted &&
      (cue.form === null || cue.form === putAs(last)) &&
      !(candidate.restated && cue.kind === "ask" && cue.governs),
  );
}

function neighbours(first: Sentence, last: Sentence, { document, structure }: PassContext) {
  const stretches = stretchesOf(document, structure, first.segment);
  const sentencesOf = (at: number) => stretches[at]?.sentences() ?? [];
  const [from, to] = [firstEndingAfter(stretches, first.start), firstEndingAfter(stretches, last.start)];
  const own = sentencesOf(from);
  const closing = sentencesOf(to);
  return {
    previous: own[firstEndingAfter(own, first.start) - 1] ?? sentencesOf(from - 1).at(-1) ?? null,
    next: closing[firstEndingAfter(closing, last.start) + 1] ?? sentencesOf(to + 1)[0] ?? null,
  };
}

/** What reports or negates tells only against what stands in its own sentence; where no wording found the candidate, against all of it. */
const finds = ({ start, end }: Sentence, { hits }: Candidate): boolean =>
  hits.length === 0 || hits.some(({ at }) => at.start >= start && at.end <= end);

const putAs = ({ masked }: Sentence) => (/\?\W*$/.test(masked) ? "question" : "request");

function headingsOver(sentence: Sentence, { document, structure }: PassContext): Sentence[] {
  const part = structure.parts.find(({ id }) => id === structure.segments[sentence.segment]!.part)!;
  return sectionAt(document, sentence.start, part.anchor.start).map((heading) => spoken(document, sentence, heading));
}

/** So many blocks at the head of a part may be its titles. */
const HEAD_BLOCKS = 8;

function titlesOf(sentence: Sentence, { document, structure }: PassContext): Sentence[] {
  const part = structure.parts.find(({ id }) => id === structure.segments[sentence.segment]!.part)!;
  const from = firstEndingAfter(document.blocks, part.anchor.start);
  const titles = document.blocks.slice(from, from + HEAD_BLOCKS).filter(({ kind }) => kind === "title");
  return titles.map((title) => spoken(document, sentence, title));
}

/** What is printed before a statement in its own block, or as the heading directly for it. */
function printedFor(sentence: Sentence, { document, structure }: PassContext): Sentence[] {
  const { start, kind, heading } = structure.segments[sentence.segment]!;
  if (kind !== "statement") return [];
  const block = document.blocks[sentence.block]!;
  const before = document.blocks[sentence.block - 1];
  const printed = [{ start: block.start, end: start }, ...(before && heading !== null ? [before] : [])];
  return printed.filter((each) => each.start < each.end).map((each) => spoken(document, sentence, each));
}

/** Any stretch in the place of a sentence, so that cues can look at it. */
const spoken = ({ text }: Document, sentence: Sentence, { start, end }: Span): Sentence => ({
  ...sentence,
  start,
  end,
  masked: maskQuotations(text.slice(start, end)),
});

function reasonAgainst(candidate: Candidate, { decision }: PassContext): string {
  const against = weighted(candidate, decision)
    .filter(([name, weight]) => weight < 0 && name !== "bias")
    .sort((a, b) => a[1] - b[1]);
  return against.length > 0 ? `against it: ${against.map(([name]) => name).join(", ")}` : "too little speaks for it";
}
