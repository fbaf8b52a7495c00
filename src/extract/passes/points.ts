import type { Block } from "../../document/document.ts";
import { type Candidate, letGo, type Sentence } from "../candidate.ts";
import { readSentences, stretchesOf } from "../reading.ts";
import type { Pass, PassContext } from "./pass.ts";

/** A point with more sentences than this is a numbered paragraph of prose. */
const MOST_SENTENCES = 4;

/**
 * A numbered or bulleted point in a list of asks is one ask with its explaining sentences. A list is one of asks where at least half of its
 * entries ask something; elsewhere each asking sentence stays an item of its own.
 */
export const joinPoints: Pass = (candidates, context) => {
  const asking = candidates.filter((each) => !each.letGo && each.kind === "ask" && each.leadIn === null);
  const blocks = new Map(asking.map((each) => [each.sentences[0]!.block, each]));
  const joined = new Map<Candidate, Candidate>();
  for (const [block, first] of blocks) {
    if (!isOfAsks(block, new Set(blocks.keys()), context)) continue;
    const sentences = sentencesOf(first, context);
    if (sentences.length > MOST_SENTENCES) continue;
    const own = asking.filter((each) => each.sentences[0]!.block === block);
    for (const each of own) joined.set(each, letGo(each, "points", "the point that it stands in is one ask"));
    joined.set(own[0]!, whole(own, sentences));
  }
  return candidates.map((candidate) => joined.get(candidate) ?? candidate);
};

const isPoint = (block: Block | undefined): boolean =>
  block !== undefined &&
  (block.kind === "list-item" || /^\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})[.)]$/i.test(block.label ?? ""));

/** The run of points around a block, and whether half of them ask. */
function isOfAsks(at: number, asking: ReadonlySet<number>, { document }: PassContext): boolean {
  let first = at;
  let last = at;
  while (isPoint(document.blocks[first - 1])) first--;
  while (isPoint(document.blocks[last + 1])) last++;
  const run = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return isPoint(document.blocks[at]) && run.filter((each) => asking.has(each)).length * 2 >= run.length;
}

function sentencesOf(candidate: Candidate, { document, structure }: PassContext): Sentence[] {
  const { segment, block } = candidate.sentences[0]!;
  const stretch = stretchesOf(document, structure, segment).find((each) => each.block === block);
  return stretch ? readSentences(document, stretch) : [];
}

function whole(own: readonly Candidate[], sentences: readonly Sentence[]): Candidate {
  const asks = own.some(({ sentences: [first] }) => /\?\W*$/.test(first!.masked));
  return {
    ...own[0]!,
    start: sentences[0]!.start,
    end: sentences.at(-1)!.end,
    sentences,
    hits: own.flatMap(({ hits }) => hits),
    form: asks ? "question" : own[0]!.form,
    features: [...own[0]!.features, "point-of-asks"],
  };
}
