import { anySpace } from "../document/any-space.ts";
import { matchesOf } from "../document/matches.ts";
import { oncePer } from "../document/once.ts";
import type { ExtractedDocument } from "./extracted.ts";
import { squeeze } from "./part-pairs.ts";
import type { LinkRules, ReplyCue } from "./rules.ts";

/** Digits that a number has at least: with fewer it counts something, or is met by chance. */
const FEWEST_DIGITS = 5;

/** A word of a subject that may be a number: "LDR/NP/2024-113". */
const NUMBER = /(?<!\S)\S*\d\S*/g;

/** The numbers that a document's subjects bear, that the first `reach` UTF-16 code units of it name as a case's, and the own references that stand there, squeezed. */
export function casesIn(
  { document, references, structure }: ExtractedDocument,
  reach: number,
  rules: LinkRules,
): string[] {
  const own = references.flatMap(({ scheme, value, anchor }) =>
    scheme === "own" && anchor.start < reach ? value : [],
  );
  const named = caseNumbersIn(document.text.slice(0, reach), rules.caseNumbers);
  const subjects = structure.parts.flatMap(({ subject }) => subject?.match(NUMBER) ?? []);
  return [...new Set([...own, ...named, ...subjects].map(squeeze))].filter(
    (number) => number.replace(/\D/g, "").length >= FEWEST_DIGITS,
  );
}

/** The numbers in a text that the cues of a list name as a case's, as they are printed. */
export const caseNumbersIn = (text: string, cues: readonly ReplyCue[]): string[] => namedIn(text, cues, "number");

/** What stands in a group of the patterns of a list of cues, wherever one fits in a text. */
export const namedIn = (text: string, cues: readonly ReplyCue[], group: string): string[] =>
  compiled(cues).flatMap((pattern) => matchesOf(text, pattern).flatMap(({ groups }) => groups?.[group] ?? []));

const compiled = oncePer((cues: readonly ReplyCue[]) =>
  cues.map(({ pattern }) => new RegExp(anySpace(pattern), "giu")),
);
