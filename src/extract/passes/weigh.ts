import type { Document } from "../../document/document.ts";
import { sectionAt } from "../../document/section.ts";
import type { Candidate, Hit, Sentence } from "../candidate.ts";
import { letGo } from "../candidate.ts";
import type { CompiledCue } from "../cue.ts";
import { probability, weighted } from "../decide.ts";
import { contextFeatures } from "../features.ts";
import { maskQuotations } from "../quotation.ts";
import { readSentences, stretchesOf } from "../reading.ts";
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
  if (confidence >= context.decision.threshold) return { ...seen, confidence };
  return letGo({ ...seen, confidence }, "weigh", reasonAgainst(seen, context));
});

function weighingHits(candidate: Candidate, context: PassContext): Hit[] {
  const { document, cues } = context;
  const weighing = cues.cues.filter(
    ({ role, kind }) => kind === candidate.kind && (role === "supports" || role === "against"),
  );
  const on = (sight: CompiledCue["on"]) => weighing.filter((cue) => cue.on === sight);
  const first = candidate.sentences[0]!;
  const last = candidate.sentences.at(-1)!;
  const { previous, next } = neighbours(first, last, context);
  const sights = candidate.leadIn ? [...on("sentence"), ...on("entry")] : on("sentence");
  const own = candidate.sentences.flatMap((sentence) => hitsIn(document, sentence, sights));
  return [
    ...own,
    ...(candidate.leadIn ? hitsIn(document, leadInOf(candidate, document), on("sentence")) : []),
    ...(previous ? hitsIn(document, previous, on("previous")) : []),
    ...(next ? hitsIn(document, next, on("next")) : []),
    ...headingHits(first, on("heading"), context),
  ].filter(({ quoted }) => !quoted);
}

/** A lead-in as a sentence: what speaks against it (that it is reported, say) speaks against all that it governs. */
function leadInOf({ leadIn, sentences }: Candidate, document: Document): Sentence {
  return { ...sentences[0]!, ...leadIn!, masked: maskQuotations(document.text.slice(leadIn!.start, leadIn!.end)) };
}

function neighbours(first: Sentence, last: Sentence, { document, structure }: PassContext) {
  const stretches = stretchesOf(document, structure, first.segment);
  const at = stretches.findIndex(({ block }) => block === first.block);
  const sentences = stretches.slice(Math.max(0, at - 1), at + 2).flatMap((stretch) => readSentences(document, stretch));
  return {
    previous: sentences.findLast(({ end }) => end <= first.start) ?? null,
    next: sentences.find(({ start }) => start >= last.end) ?? null,
  };
}

/** What the headings above say, the one printed for the segment, and the words printed before the statement in its own block. */
function headingHits(sentence: Sentence, cues: readonly CompiledCue[], { document, structure }: PassContext): Hit[] {
  if (cues.length === 0) return [];
  const segment = structure.segments[sentence.segment]!;
  const block = document.blocks[sentence.block]!;
  const part = structure.parts.find(({ id }) => id === segment.part)!;
  const above = sectionAt(document, sentence.start, part.anchor.start);
  const printed =
    segment.kind === "statement" && segment.start > block.start ? [{ start: block.start, end: segment.start }] : [];
  return [...above, ...printed].flatMap(({ start, end }) =>
    hitsIn(document, { ...sentence, start, end, masked: document.text.slice(start, end) }, cues),
  );
}

function reasonAgainst(candidate: Candidate, { decision }: PassContext): string {
  const against = weighted(candidate, decision)
    .filter(([name, weight]) => weight < 0 && name !== "bias")
    .sort((a, b) => a[1] - b[1]);
  return against.length > 0 ? `against it: ${against.map(([name]) => name).join(", ")}` : "too little speaks for it";
}
