import type { ExtractedDocument, LinkRules } from "./link.ts";

/** The little of a document that tells whom it answers: small enough to hold one for each document of a collection. */
export type CorrespondenceCard = { document: string };

/** One document answers another. */
export type CorrespondencePair = {
  asking: string;
  answering: string;
  confidence: number;
  evidence: string[];
};

/** The card of a document. */
export function cardOf(extracted: ExtractedDocument, _rules: LinkRules): CorrespondenceCard {
  return { document: extracted.document.id };
}

/** Which documents answer which. `declared` pairs (asking, answering ids) come from a user and always hold. */
export function findCorrespondence(
  _cards: readonly CorrespondenceCard[],
  declared: readonly { asking: string; answering: string }[],
  _rules: LinkRules,
): CorrespondencePair[] {
  return declared.map((pair) => ({ ...pair, confidence: 1, evidence: ["named by the user"] }));
}
