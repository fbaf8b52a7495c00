import { sentencesIn } from "../document/sentence.ts";
import { firstEndingAfter } from "../document/span.ts";
import type { Item } from "../records/item.ts";
import { says } from "./cues.ts";
import type { ExtractedDocument } from "./extracted.ts";
import { headingOver } from "./heading.ts";
import { surnameOf } from "./people.ts";
import type { LinkRules } from "./rules.ts";
import { addTerms, type Terms, termsOf } from "./words.ts";

/** An ask or recommendation, with what a reply to it would share with it. */
export type Asked = {
  item: Item;
  /** Index of its segment in its document; −1 where it stands in none. */
  segment: number;
  /** Its own words, with those of its lead-in. */
  own: Terms;
  /** Its own words and, at a share, those of the sentences before it and of its heading. */
  wide: Terms;
  heading: Terms;
  numbers: readonly string[];
  /** Surname of who asks in a transcript, lower case; "" elsewhere. */
  asker: string;
  /** Whether it asks for a reply by a day. */
  wantsReply: boolean;
  /** Whether it only goes on from the question before it ("Or has it been dropped?"). */
  goesOn: boolean;
};

/** Shares at which words around an item stand for it: nearer ones more. */
const LEAD_IN = 0.5;
const BEFORE = [0.7, 0.5, 0.35];
const AFTER = 0.3;
/** An item of less worth than this in words ("I should be glad to have one") means what the sentences before it say. */
const MEAGRE = 1.6;

/** How far back the sentences before an item are looked for, in UTF-16 code units: a long paragraph. */
const REACH_BACK = 1500;

/** The items of a document that want a reply, in reading order. */
export function askedIn(extracted: ExtractedDocument, rules: LinkRules): Asked[] {
  return extracted.items
    .filter((item) => item.kind !== "undertaking")
    .map((item) => describe(extracted, item, rules))
    .sort((a, b) => a.item.anchor.start - b.item.anchor.start);
}

function describe(extracted: ExtractedDocument, item: Item, rules: LinkRules): Asked {
  const { document, structure, references } = extracted;
  const own = new Map(termsOf(item.anchor.exact, rules));
  if (item.leadIn) addTerms(own, termsOf(item.leadIn.exact, rules), LEAD_IN);
  const wide = new Map(own);
  const before = sentencesBefore(extracted, item);
  const meagre = worthOf(own) < MEAGRE;
  for (const sentence of sentencesAfter(extracted, item)) addTerms(wide, termsOf(sentence, rules), AFTER);
  before.forEach((sentence, back) => {
    const terms = termsOf(sentence, rules);
    addTerms(wide, terms, BEFORE[back]!);
    if (meagre) addTerms(own, terms, BEFORE[back]! * 0.9);
  });
  const at = firstEndingAfter(structure.segments, item.anchor.start);
  const segment = structure.segments[at];
  const inside = segment !== undefined && segment.start <= item.anchor.start;
  const part = structure.parts.find((each) => each.id === item.part);
  const title =
    (inside ? segment.heading : null) ?? headingOver(document, item.anchor.start, part?.anchor.start ?? 0, rules);
  const heading = termsOf(title, rules);
  return {
    item,
    segment: inside ? at : -1,
    own,
    wide,
    heading,
    numbers: references.filter((each) => each.item === item.id).map((each) => each.value),
    wantsReply: says(item.anchor.exact, rules.replyWanted),
    goesOn: says(item.anchor.exact, rules.alternatives),
    asker: inside && segment.kind === "turn" ? surnameOf(segment.speaker?.name ?? "") : "",
  };
}

/** The sentence after an item in its paragraph: often why it is asked. */
function sentencesAfter({ document }: ExtractedDocument, item: Item): string[] {
  const block = document.blocks[firstEndingAfter(document.blocks, item.anchor.start)];
  const end = Math.min(block?.end ?? 0, item.anchor.end + REACH_BACK);
  if (!block || end <= item.anchor.end) return [];
  return sentencesIn(document.text, { start: item.anchor.end, end })
    .slice(0, 1)
    .map((span) => document.text.slice(span.start, span.end));
}

const worthOf = (terms: Terms): number => [...terms.values()].reduce((sum, worth) => sum + worth, 0);

/** The sentences before an item in its paragraph, nearest first: what "one", "that" and "them" in it mean. */
function sentencesBefore({ document, structure }: ExtractedDocument, item: Item): string[] {
  const block = document.blocks[firstEndingAfter(document.blocks, item.anchor.start)];
  if (!block || block.start >= item.anchor.start) return [];
  const segment = structure.segments[firstEndingAfter(structure.segments, item.anchor.start)];
  const start = Math.max(block.body, segment?.start ?? 0, item.anchor.start - REACH_BACK);
  if (start >= item.anchor.start) return [];
  return sentencesIn(document.text, { start, end: item.anchor.start })
    .slice(-BEFORE.length)
    .reverse()
    .map((span) => document.text.slice(span.start, span.end));
}
