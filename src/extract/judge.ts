import type { Document } from "../document/document.ts";
import { oncePer } from "../document/once.ts";
import { byStart } from "../document/span.ts";
import type { Structure } from "../document/structure.ts";
import type { Candidate } from "./candidate.ts";
import { type Cue, compileCues, type Words } from "./cue.ts";
import type { Decision } from "./decide.ts";
import { compileMarks, type Marks } from "./marks.ts";
import { type CompiledParties, compileParties, type PartyRules } from "./parties.ts";
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
import { dropScheduled } from "./passes/scheduled.ts";
import { weigh } from "./passes/weigh.ts";
import { scan } from "./scan.ts";

/**
 * The order matters: what is not the writer's own goes first; lead-ins must be known before anything is weighed; overlaps are settled
 * by what the weighing said; wordings are compared when they are trimmed and labelled.
 */
const BEFORE: readonly Pass[] = [dropQuoted, dropClosed, markRestated, attachLeadIns, joinPoints];
const AFTER: readonly Pass[] = [settleOverlaps, dropScheduled, trimBoundaries, attachLabels, mergeDuplicates];

/** What the rules say about wording and weights. */
export type CueRules = { cues: readonly Cue[]; words: Words; marks: Marks; parties: PartyRules; decision: Decision };

// what some rules' cues, marks and parties are compiled to, for as long as they are in use
const cuesOf = oncePer(compileCues);
const marksOf = oncePer(compileMarks);
const partiesOf = oncePer(compileParties);

/** How the rules read who is to act, compiled once for as long as they are in use. */
export const partiesIn = ({ parties, words }: CueRules): CompiledParties => partiesOf(parties, words);

/** Everything that cues saw in a document, in reading order, kept or let go with the reason. */
export function judge(document: Document, structure: Structure, rules: CueRules): Candidate[] {
  return pass([...BEFORE, weigh, ...AFTER], document, structure, rules);
}

/** Every candidate that is weighed, in reading order, as it would be quoted, whatever the weighing said of it: what weights are learnt from. */
export function weighedIn(document: Document, structure: Structure, rules: CueRules): Candidate[] {
  const all = { ...rules.decision, threshold: 0 };
  const candidates = pass([...BEFORE, weigh, trimBoundaries], document, structure, rules, all);
  return candidates.filter(({ letGo }) => letGo === null);
}

function pass(
  passes: readonly Pass[],
  document: Document,
  structure: Structure,
  rules: CueRules,
  decision = rules.decision,
): Candidate[] {
  const context = { document, structure, cues: cuesOf(rules.cues, rules.words), marks: marksOf(rules.marks), decision };
  const seen = scan(document, structure, context.cues);
  return passes.reduce((candidates, each) => each(candidates, context), seen).sort(byStart);
}
