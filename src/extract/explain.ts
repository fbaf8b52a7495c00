import type { Document } from "../document/document.ts";
import { overlaps } from "../document/span.ts";
import type { Structure } from "../document/structure.ts";
import type { Span } from "../records/anchor.ts";
import type { ItemKind } from "../records/item.ts";
import { weighted } from "./decide.ts";
import { type CueRules, judge } from "./judge.ts";

/** What became of one reading of a stretch: which cues saw it, what was weighed, and which pass let it go and why (null: it is an item). */
export type Explanation = Span & {
  kind: ItemKind;
  cues: { name: string; says: string; words: string }[];
  weights: { feature: string; weight: number }[];
  confidence: number;
  letGo: { pass: string; why: string } | null;
};

/** Every reading of a stretch of text, in reading order; empty where no cue saw anything there. */
export function explainExtraction(
  document: Document,
  structure: Structure,
  rules: CueRules,
  span: Span,
): Explanation[] {
  return judge(document, structure, rules)
    .filter((candidate) => overlaps(candidate, span))
    .map((candidate) => ({
      start: candidate.start,
      end: candidate.end,
      kind: candidate.kind,
      cues: candidate.hits.map(({ cue, at }) => ({
        name: cue.name,
        says: cue.says,
        words: document.text.slice(at.start, at.end),
      })),
      weights: weighted(candidate, rules.decision).map(([feature, weight]) => ({ feature, weight })),
      confidence: candidate.confidence,
      letGo: candidate.letGo,
    }));
}
