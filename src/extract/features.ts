import type { Candidate } from "./candidate.ts";
import type { PassContext } from "./passes/pass.ts";

/** What holds of a candidate beside its wording, as names that the decision gives weights to. */
export function contextFeatures(candidate: Candidate, { document, structure }: PassContext): string[] {
  const sentence = candidate.sentences[0]!;
  const segment = structure.segments[sentence.segment]!;
  const part = structure.parts.find(({ id }) => id === segment.part);
  const block = document.blocks[sentence.block]!;
  const words = document.text.slice(candidate.start, candidate.end);
  const tests: [string, boolean][] = [
    [`in-${part?.kind ?? "other"}`, true],
    [`segment-${segment.kind}`, true],
    ["list-item", block.kind === "list-item"],
    ["question-mark", /\?\s*$/.test(candidate.sentences.at(-1)!.masked)],
    ["to-you", /\byour?s?\b/i.test(words)],
    ["very-short", words.split(/\s+/).length < 4],
    ["very-long", words.length > 600],
    ["restated", candidate.restated],
  ];
  return tests.flatMap(([name, holds]) => (holds ? [name] : []));
}
