import type { Block } from "../../document/document.ts";
import { firstEndingAfter } from "../../document/span.ts";
import type { Candidate, Sentence } from "../candidate.ts";
import { stretchesOf } from "../reading.ts";
import type { Pass, PassContext } from "./pass.ts";

/** A point with more sentences than this is a numbered paragraph of prose. */
const MOST_SENTENCES = 3;

/**
 * A point in a list of asks is one ask with its explaining sentences. A list is one of asks where at least half of its entries ask something;
 * elsewhere, and where a point asks several things, each asking sentence stays an item of its own.
 */
export const joinPoints: Pass = (candidates, context) => {
  const asking = candidates.filter((each) => !each.letGo && each.kind === "ask" && each.leadIn === null);
  const blocks = new Map(asking.map((each) => [each.sentences[0]!.block, each]));
  const joined = new Map<Candidate, Candidate>();
  for (const [block, first] of blocks) {
    if (!isOfAsks(block, new Set(blocks.keys()), context)) continue;
    const sentences = sentencesOf(first, context);
    const own = asking.filter((each) => each.sentences[0]!.block === block);
    if (sentences.length > MOST_SENTENCES || own.length > 1) continue;
    joined.set(first, whole(first, sentences));
  }
  return candidates.map((candidate) => joined.get(candidate) ?? candidate);
};

const isPoint = (block: Block | undefined): boolean => block?.kind === "list-item";

/** The run of points around a block, and whether half of them ask. */
function isOfAsks(at: number, asking: ReadonlySet<number>, { document }: PassContext): boolean {
  let first = at;
  let last = at;
  while (isPoint(document.blocks[first - 1])) first--;
  while (isPoint(document.blocks[last + 1])) last++;
  const run = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return isPoint(document.blocks[at]) && run.filter((each) => asking.has(each)).length * 2 >= run.length;
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
