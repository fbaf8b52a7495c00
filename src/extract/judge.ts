import type { Document } from "../document/document.ts";
import { byStart } from "../document/span.ts";
import type { Structure } from "../document/structure.ts";
import type { Candidate } from "./candidate.ts";
import { type Cue, type CueSet, compileCues, type Words } from "./cue.ts";
import type { Decision } from "./decide.ts";
import { trimBoundaries } from "./passes/boundaries.ts";
import { dropClosed } from "./passes/closed.ts";
import { mergeDuplicates } from "./passes/duplicates.ts";
import { attachLabels } from "./passes/labels.ts";
import { attachLeadIns } from "./passes/lead-ins.ts";
import { settleOverlaps } from "./passes/overlaps.ts";
import type { Pass } from "./passes/pass.ts";
import { joinPoints } from "./passes/points.ts";
import { dropQuoted } from "./passes/quoted.ts";
import { markRestated } from "./passes/restated.ts";
import { weigh } from "./passes/weigh.ts";
import { scan } from "./scan.ts";

/**
 * The order matters: what is not the writer's own goes first; lead-ins must be known before anything is weighed; overlaps are settled
 * by what the weighing said; wordings are compared when they are trimmed and labelled.
 */
const PASSES: readonly Pass[] = [
  dropQuoted,
  dropClosed,
  markRestated,
  attachLeadIns,
  joinPoints,
  weigh,
  settleOverlaps,
  trimBoundaries,
  attachLabels,
  mergeDuplicates,
];

/** What the rules say about wording and weights. */
export type CueRules = { cues: readonly Cue[]; words: Words; decision: Decision };

const compiled = new WeakMap<CueRules, CueSet>();

/** The cues of some rules, compiled once for as long as the rules are in use. */
function cuesOf(rules: CueRules): CueSet {
  const known = compiled.get(rules);
  if (known) return known;
  const cues = compileCues(rules.cues, rules.words);
  compiled.set(rules, cues);
  return cues;
}

/** Everything that cues saw in a document, in reading order, kept or let go with the reason. */
export function judge(document: Document, structure: Structure, rules: CueRules): Candidate[] {
  const context = { document, structure, cues: cuesOf(rules), decision: rules.decision };
  const seen = scan(document, structure, context.cues);
  return PASSES.reduce((candidates, pass) => pass(candidates, context), seen).sort(byStart);
}
