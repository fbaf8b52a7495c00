import type { Block } from "../../document/document.ts";
import { firstEndingAfter } from "../../document/span.ts";
import { type Candidate, letGo, type Sentence } from "../candidate.ts";
import { stretchesOf } from "../reading.ts";
import type { Pass, PassContext } from "./pass.ts";

/** A point with more sentences than this is a numbered paragraph of prose. */
const MOST_SENTENCES = 3;

/** "(a)", "b)", "(iv)", "(2)": a paragraph so labelled is a point of a list, however it is printed. "13." may number any paragraph. */
const BRACKETED = /^(?:\(?[a-z]\)|\((?:[ivx]{1,4}|\d{1,2})\))$/i;

/**
 * A point in a list of asks is one ask with its explaining sentences, and with what only carries it on ("If not, why?"). A list is one of
 * asks where at least half of its entries ask something, one of two being too few to tell; elsewhere, and where a point asks several things, each asking sentence stays an item of its own.
 */
export const joinPoints: Pass = (candidates, context) => {
  const asking = candidates.filter((each) => !each.letGo && each.kind === "ask" && each.leadIn === null);
  const byBlock = Map.groupBy(asking, (each) => each.sentences[0]!.block);
  const joined = new Map<Candidate, Candidate>();
  for (const point of pointsOfAsks(context.document.blocks, byBlock)) {
    const [first, ...others] = byBlock.get(point) ?? [];
    if (!first || others.some(({ sentences: [own] }) => !context.marks.dependent.test(own!.masked))) continue;
    const sentences = sentencesOf(first, context);
    if (sentences.length > MOST_SENTENCES) continue;
    joined.set(first, whole(first, sentences));
    for (const other of others)
      joined.set(other, letGo(other, "points", "it carries on the ask before it in the same point"));
  }
  return candidates.map((candidate) => joined.get(candidate) ?? candidate);
};

const isPoint = (block: Block | undefined): boolean =>
  block?.kind === "list-item" || (block?.kind === "paragraph" && BRACKETED.test(block.label ?? ""));

/** The points, by index, of the runs of which at least half ask, and more than one where there are more. */
function pointsOfAsks(blocks: readonly Block[], asking: ReadonlyMap<number, unknown>): number[] {
  const found: number[] = [];
  let run: number[] = [];
  for (let at = 0; at <= blocks.length; at++) {
    if (isPoint(blocks[at])) run.push(at);
    else {
      const asks = run.filter((each) => asking.has(each)).length;
      if (asks * 2 >= run.length && (asks > 1 || run.length === 1)) found.push(...run);
      run = [];
    }
  }
  return found;
}

function sentencesOf(candidate: Candidate, { document, structure }: PassContext): readonly Sentence[] {
  const { segment } = candidate.sentences[0]!;
  const stretches = stretchesOf(document, structure, segment);
  const stretch = stretches[firstEndingAfter(stretches, candidate.start)];
  return stretch?.sentences() ?? [];
}

function whole(point: Candidate, sentences: readonly Sentence[]): Candidate {
  return {
    ...point,
    start: sentences[0]!.start,
    end: sentences.at(-1)!.end,
    sentences,
    form: /\?\W*$/.test(point.sentences[0]!.masked) ? "question" : point.form,
    features: [...point.features, "point-of-asks"],
  };
}
