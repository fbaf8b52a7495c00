import type { Document } from "../../document/document.ts";
import type { Structure } from "../../document/structure.ts";
import type { Candidate } from "../candidate.ts";
import type { CueSet } from "../cue.ts";
import type { Decision } from "../decide.ts";
import type { CompiledMarks } from "../marks.ts";

/** What a pass may look at. */
export type PassContext = {
  document: Document;
  structure: Structure;
  cues: CueSet;
  marks: CompiledMarks;
  decision: Decision;
};

/**
 * A step from the whole list of candidates to a whole list. It changes, splits and joins candidates, or marks them as let go with its
 * name and a reason; it never loses one without a word.
 */
export type Pass = (candidates: readonly Candidate[], context: PassContext) => Candidate[];

/** A pass that looks at one candidate at a time and leaves alone what is let go already. */
export const eachOf =
  (change: (candidate: Candidate, context: PassContext) => Candidate): Pass =>
  (candidates, context) =>
    candidates.map((candidate) => (candidate.letGo ? candidate : change(candidate, context)));
