import type { Document } from "../../document/document.ts";
import { sectionAt } from "../../document/section.ts";
import { firstEndingAfter } from "../../document/span.ts";
import type { Span } from "../../records/anchor.ts";
import type { Candidate, Hit, Sentence } from "../candidate.ts";
import { letGo } from "../candidate.ts";
import { type CueSight, type Seeking, seeking } from "../cue.ts";
import { judgementOf, weighted } from "../decide.ts";
import { contextFeatures } from "../features.ts";
import { hitsIn, type Look } from "../hits.ts";
import { maskQuotations } from "../quotation.ts";
import { partKindOf, stretchesOf } from "../reading.ts";
import type { Pass, PassContext } from "./pass.ts";

/** Gathers what speaks for and against each candidate, and lets go of those that more speaks against. */
export const weigh: Pass = (candidates, context) => {
  const live = candidates.filter(({ letGo }) => !letGo);
  const hits = weighingHits(live, context);
  const weighed = new Map(live.map((candidate, at) => [candidate, weighedBy(candidate, hits[at]!, context)]));
  return candidates.map((candidate) => weighed.get(candidate) ?? candidate);
};

function weighedBy(candidate: Candidate, hits: readonly Hit[], context: PassContext): Candidate {
  const seen: Candidate = {
    ...candidate,
    hits: [...candidate.hits, ...hits],
    features: [...candidate.features, ...contextFeatures(candidate, context)],
  };
  const { confidence, decisive } = judgementOf(seen, context.decision);
  if (decisive >= context.decision.threshold) return { ...seen, confidence };
  return letGo({ ...seen, confidence }, "weigh", reasonAgainst(seen, context));
}

/** Where a candidate is looked at, in the order in which what is seen there is told. */
const SIGHTS = ["sentence", "previous", "next", "heading", "title", "label"] as const;
type Looks = Readonly<Record<(typeof SIGHTS)[number], readonly Look[]>>;

/** For each candidate what speaks for or against it. */
function weighingHits(candidates: readonly Candidate[], context: PassContext): Hit[][] {
  const looks = candidates.map((candidate) => looksAt(candidate, context));
  const hits = candidates.map((): Hit[] => []);
  for (const sight of SIGHTS) {
    const own = looks.flatMap((each, at) => each[sight].map((look) => ({ ...look, at })));
    hitsIn(context.document, own, context.cues.weighing[sight]).forEach((found, index) => {
      hits[own[index]!.at]!.push(...found);
    });
  }
  return hits.map((found, at) => found.filter((hit) => counts(hit, candidates[at]!)));
}

const counts = ({ quoted, cue }: Hit, { sentences, restated }: Candidate): boolean =>
  !quoted &&
  (cue.form === null || cue.form === putAs(sentences.at(-1)!)) &&
  !(restated && cue.kind === "ask" && cue.governs);

function looksAt(candidate: Candidate, context: PassContext): Looks {
  const { document } = context;
  const first = candidate.sentences[0]!;
  const part = partKindOf(context.structure, first.segment);
  const look = (on: readonly CueSight[], holds: Seeking = () => true) => {
    const sought = seeking(part, ["supports", "against"], on);
    const seeks: Seeking = (cue) => cue.kind === candidate.kind && sought(cue) && holds(cue);
    return (sentence: Sentence): Look => ({ sentence, seeks });
  };
  const { previous, next } = neighbours(first, candidate.sentences.at(-1)!, context);
  const own = candidate.leadIn ? (["sentence", "entry"] as const) : (["sentence"] as const);
  return {
    sentence: [
      ...candidate.sentences.map((each) => look(own, finds(each, candidate) ? undefined : (cue) => !cue.governs)(each)),
      // what speaks against a lead-in (that it is reported, say) speaks against all that it governs
      ...(candidate.leadIn
        ? [look(["sentence"], (cue) => cue.governs)(spoken(document, first, candidate.leadIn))]
        : []),
    ],
    previous: (previous ? [previous] : []).map(look(["previous"])),
    next: (next ? [next] : []).map(look(["next"])),
    heading: headingsOver(first, context).map(look(["heading"])),
    title: titlesOf(first, context).map(look(["title"])),
    label: printedFor(first, context).map(look(["label"])),
  };
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
