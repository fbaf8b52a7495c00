import type { Span } from "../records/anchor.ts";
import type { AskForm, ItemKind } from "../records/item.ts";
import type { CompiledCue } from "./cue.ts";

/** A cue and the words that it fitted, in offsets of the document. */
export type Hit = { cue: CompiledCue; at: Span /** The words stand in quotation marks. */; quoted: boolean };

/** A sentence in its place: indexes of its segment and block, and whether words in it are quoted. */
export type Sentence = Span & {
  segment: number;
  block: number;
  /** The same number of code units as the sentence, with what stands in quotation marks blotted out. */
  masked: string;
};

/** Why something is no item: the pass that let it go, and its reason in words. */
export type LetGo = { pass: string; why: string };

/** What cues saw, before and between passes. The span is what would be quoted. */
export type Candidate = Span & {
  kind: ItemKind;
  form: AskForm | null;
  /** The sentences that it is made of, in order; at least one. */
  sentences: readonly Sentence[];
  hits: readonly Hit[];
  /** Names of what else is so of it: where it stands, who speaks, its grammar. Weighed in the decision. */
  features: readonly string[];
  label: string | null;
  points: readonly (Span & { label: string })[];
  alsoAt: readonly Span[];
  leadIn: Span | null;
  restated: boolean;
  /** 1 before the decision. */
  confidence: number;
  letGo: LetGo | null;
};

/** The same candidate, let go. */
export const letGo = (candidate: Candidate, pass: string, why: string): Candidate => ({
  ...candidate,
  letGo: { pass, why },
});
