import type { Block, Document } from "../document/document.ts";
import { hasMoreWords } from "../document/few-words.ts";
import { firstEndingAfter } from "../document/span.ts";
import { type Manner, mannerOf, says, spelledOut } from "./cues.ts";
import type { LinkRules } from "./rules.ts";

/** A heading that was set as a paragraph has few words and no stop. */
const MOST_WORDS = 12;
/** Words that run into a paragraph as its heading are fewer still. */
const MOST_TOPIC_WORDS = 5;

/** Whether a block is a heading, or a paragraph that reads like one. A bare verdict ("Accepted") is none. */
export function isHeadingLike(words: string, block: Block, rules: LinkRules): boolean {
  if (block.kind === "heading" || block.kind === "title") return true;
  if (block.kind !== "paragraph" || hasMoreWords(words, MOST_WORDS)) return false;
  return /^[\p{Lu}\d"“‘']/u.test(words) && !/[.!?;:,]\s*$/.test(words) && mannerOf(words, rules).verdicts.length === 0;
}

/** Whether a paragraph's first sentence only names its matter: a few words, or the question asked again. */
export function isTopic(words: string, manner: Manner, rules: LinkRules): boolean {
  if (manner.verdicts.length > 0) return false;
  return (
    /\?\s*$/.test(words) ||
    (!says(spelledOut(words), rules.sayings) &&
      !hasMoreWords(words, MOST_TOPIC_WORDS) &&
      !/:\s/.test(words) &&
      /[.:–—-]\s*$/.test(words) &&
      !/\d/.test(words))
  );
}

/** The nearest words that stand as a heading over an offset, not going above `from`; "" for none. */
export function headingOver(document: Document, offset: number, from: number, rules: LinkRules): string {
  for (let at = firstEndingAfter(document.blocks, offset) - 1; at >= 0; at--) {
    const block = document.blocks[at]!;
    if (block.start < from) break;
    const words = document.text.slice(block.body, block.end);
    if (isHeadingLike(words, block, rules)) return words;
  }
  return "";
}
