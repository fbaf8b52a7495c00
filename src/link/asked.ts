import { sentencesIn } from "../document/sentence.ts";
import { firstEndingAfter } from "../document/span.ts";
import type { Item } from "../records/item.ts";
import type { Outcome } from "../records/link.ts";
import { cuesIn, says } from "./cues.ts";
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
  /** Its own words and, at a share, those of the sentences around it. */
  wide: Terms;
  /** Of the heading over it. */
  heading: Terms;
  headingText: string;
  /** Numbers of public documents that it cites. */
  numbers: readonly string[];
  /** Surname of who asks in a transcript, lower case; "" elsewhere. */
  asker: string;
  /** What its own document already says to it; null where nothing does. */
  atHome: Outcome | null;
  /** Names of what it asks for: a number, a day, a reason. */
  wants: readonly string[];
  /** Whether it asks for a reply by a day. */
  wantsReply: boolean;
  /** Whether it only goes on from the question before it ("Or has it been dropped?"). */
  goesOn: boolean;
};

/** Shares at which words around an item stand for it: of its lead-in, of the sentences before it (nearest first), of its paragraph's first, of the one after. */
const LEAD_IN = 0.5;
const BEFORE = [0.7, 0.5, 0.35];
const OPENING = 0.45;
const AFTER = 0.3;
/** An item of less worth than this in words ("I should be glad to have one") means what the sentences before it say. */
const MEAGRE = 1.6;
/** How far around an item sentences are looked for, in UTF-16 code units: a long paragraph. */
const SURROUNDINGS = 1500;

/** The items of a document that want a reply, in reading order. */
export function askedIn(extracted: ExtractedDocument, rules: LinkRules): Asked[] {
  return extracted.items
    .filter((item) => item.kind !== "undertaking")
    .map((item) => describe(extracted, item, rules))
    .sort((a, b) => a.item.anchor.start - b.item.anchor.start);
}

function describe(extracted: ExtractedDocument, item: Item, rules: LinkRules): Asked {
  const { document, structure, references } = extracted;
  const { start, exact } = item.anchor;
  const at = firstEndingAfter(structure.segments, start);
  const segment = structure.segments[at];
  const inside = segment !== undefined && segment.start <= start;
  const part = structure.parts.find((each) => each.id === item.part);
  const headingText = (inside ? segment.heading : null) ?? headingOver(document, start, part?.anchor.start ?? 0, rules);
  return {
    item,
    segment: inside ? at : -1,
    ...wordsAround(extracted, item, inside ? segment.start : 0, rules),
    heading: termsOf(headingText, rules),
    headingText,
    numbers: references.filter((each) => each.item === item.id).map((each) => each.value),
    asker: inside && segment.kind === "turn" ? surnameOf(segment.speaker?.name ?? "") : "",
    atHome: null,
    wants: cuesIn(exact.replace(/[’‘]/g, "'"), rules.wants).map((cue) => cue.name),
    wantsReply: says(exact, rules.replyWanted),
    goesOn: says(exact, rules.alternatives),
  };
}

function wordsAround(extracted: ExtractedDocument, item: Item, from: number, rules: LinkRules) {
  const own = termsOf(item.anchor.exact, rules);
  if (item.leadIn) addTerms(own, termsOf(item.leadIn.exact, rules), LEAD_IN);
  const wide = new Map(own);
  const meagre = [...own.values()].reduce((sum, worth) => sum + worth, 0) < MEAGRE;
  const { before, after } = surroundings(extracted, item, from);
  const count = (sentence: string | undefined, share: number, earlier: boolean) => {
    if (sentence === undefined) return;
    const terms = termsOf(sentence, rules);
    addTerms(wide, terms, share);
    if (meagre && earlier) addTerms(own, terms, share);
  };
  count(before.at(-1), OPENING, true);
  BEFORE.forEach((share, back) => {
    count(before[back], share, true);
  });
  count(after, AFTER, false);
  return { own, wide };
}

/** The sentences before an item in its paragraph, nearest first, and the one after it. */
function surroundings({ document }: ExtractedDocument, { anchor }: Item, from: number) {
  const block = document.blocks[firstEndingAfter(document.blocks, anchor.start)];
  if (!block || block.start > anchor.start) return { before: [], after: undefined };
  const start = Math.max(block.body, from, anchor.start - SURROUNDINGS);
  const end = Math.min(block.end, anchor.end + SURROUNDINGS);
  const sentences = (a: number, b: number) =>
    a < b
      ? sentencesIn(document.text, { start: a, end: b }).map((each) => document.text.slice(each.start, each.end))
      : [];
  return { before: sentences(start, anchor.start).reverse(), after: sentences(anchor.end, end)[0] };
}
