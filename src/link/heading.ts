import { type Block, type Document, wordsOf } from "../document/document.ts";
import { hasMoreWords } from "../document/few-words.ts";
import { firstEndingAfter } from "../document/span.ts";
import { type Manner, mannerOf, says, spelledOut } from "./cues.ts";
import { namingOf } from "./naming.ts";
import type { LinkRules } from "./rules.ts";
import { termsOf } from "./words.ts";

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

/** A heading says a verdict in at most so many words. */
const MOST_VERDICT_WORDS = 5;
/** "UK Government: " before a verdict. */
const BEFORE_VERDICT = /^[^:.?!]{2,60}(?::|\s[–—-])\s+(?=\p{Lu})/u;

/** The verdict in which a heading over an answer ends ("Accepted", "UK Government: Accept in full"); "" for none. */
export function verdictOfHeading(words: string, rules: LinkRules): string {
  const tail = words.slice(BEFORE_VERDICT.exec(words)?.[0].length ?? 0).trim();
  if (hasMoreWords(tail, MOST_VERDICT_WORDS)) return "";
  return mannerOf(tail, rules).verdicts.some(({ force }) => force === "stated") ? tail : "";
}

/** "Scottish Government", "UK Government: Accept in part": one that answers under a heading of its own. */
const HEADED =
  /^(?:the\s+)?((?:\p{Lu}[\p{L}'’-]+\s+){1,3}(?:Government|Executive))(?:['’]s)?(?:\s+(?:response|position))?\s*(?:[:–—-]|$)/iu;
/** The government that answers under a heading of its own; "" for none. */
export const governmentOver = (words: string): string => HEADED.exec(words)?.[1] ?? "";

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

/** "Lighting: five are booked", "FIRE DOORS - a survey is": a few words before a colon or dash. */
const BEFORE_COLON = /^([\p{Lu}\d"“‘'][^.:;?!]{1,60}?)(?::\s|\s[-–—]\s)/u;
const MOST_OPENING_WORDS = 7;

/** The matter that a paragraph names in its first words, before it goes on to speak of it; "" for none. A verdict ("Accepted: …") names none. */
export function topicOpening(words: string, rules: LinkRules): string {
  const named = (BEFORE_COLON.exec(words) ?? namingOf(rules).onMatter.exec(words))?.[1] ?? "";
  if (named === "" || hasMoreWords(named, MOST_OPENING_WORDS) || mannerOf(named, rules).verdicts.length > 0) return "";
  return [...termsOf(named, rules)].some(([term, worth]) => worth === 1 && !/^\d+$/.test(term)) ? named : "";
}

/** Tells the nearest words of a document that stand as a heading over an offset, not going above `from`; "" for none. No block is looked at twice. */
export function headingsOver(document: Document, rules: LinkRules): (offset: number, from: number) => string {
  const { blocks } = document;
  const nearest = new Map<number, number>();
  const words = (at: number) => wordsOf(document, blocks[at]!);
  return (offset, from) => {
    const last = firstEndingAfter(blocks, offset) - 1;
    let at = last;
    while (at >= 0 && !nearest.has(at) && !isHeadingLike(words(at), blocks[at]!, rules)) at--;
    const found = nearest.get(at) ?? at;
    for (let under = at; under <= last; under++) nearest.set(under, found);
    return found >= 0 && blocks[found]!.start >= from ? words(found) : "";
  };
}
