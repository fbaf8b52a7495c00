import { once } from "../document/once.ts";
import { sentencesIn } from "../document/sentence.ts";
import { firstEndingAfter } from "../document/span.ts";
import type { Item } from "../records/item.ts";
import type { Outcome } from "../records/link.ts";
import type { Reference } from "../records/reference.ts";
import { says } from "./cues.ts";
import type { ExtractedDocument } from "./extracted.ts";
import { headingsOver } from "./heading.ts";
import { surnameOf } from "./people.ts";
import { namesOf } from "./places.ts";
import type { LinkRules } from "./rules.ts";
import { addTerms, type Terms, termsOf } from "./words.ts";

/** An ask or recommendation, with what a reply to it would share with it. */
export type Asked = {
  item: Item;
  /** Index of its segment in its document; −1 where it stands in none. */
  segment: number;
  /** Index of the paragraph in which it begins. */
  block: number;
  /** Its own words, with those of its lead-in. */
  own: Terms;
  /** Its own words and, at a share, those of the sentences around it; read when first asked for. */
  wide: () => Terms;
  /** Of the heading over it. */
  heading: Terms;
  headingText: string;
  /** Numbers of public documents that it cites. */
  numbers: readonly string[];
  /** Its label and its places among what was asked, as a reply may name it ("3", "question 2"). */
  names: ReadonlySet<string>;
  /** Surname of who asks in a transcript, lower case; "" elsewhere. */
  asker: string;
  /** What its own document already says to it; null where nothing does. */
  atHome: Outcome | null;
  /** Whether it asks for a reply by a day. */
  wantsReply: boolean;
  /** Whether it only goes on from the question before it ("Or has it been dropped?"). */
  goesOn: boolean;
  /** Whether it says too little to be answered apart from the question before it ("We would find that helpful."). */
  leans: boolean;
};

/** Shares at which words around an item stand for it: of its lead-in, of the sentences before it (nearest first), of its paragraph's first, of the one after. */
const LEAD_IN = 0.5;
const BEFORE = [0.7, 0.5, 0.35];
const OPENING = 0.45;
const AFTER = 0.3;
/** And, in a transcript, of the end of the turn before. */
const TURN_BEFORE = 0.35;
/** And, for another document, of what was said to it at once. */
const SAID = 0.5;
/** An item of less worth than this in words ("I should be glad to have one") means what the sentences before it say. */
const MEAGRE = 1.6;
/** One of less worth than this says nothing without what was asked before it. */
const LEANING = 0.7;
/** How far around an item sentences are looked for, in UTF-16 code units: a long paragraph. */
const SURROUNDINGS = 1500;

/** The items of a document that want a reply, in reading order. */
export function askedIn(extracted: ExtractedDocument, rules: LinkRules): Asked[] {
  const cited = Map.groupBy(extracted.references, (each) => each.item);
  const headingOver = headingsOver(extracted.document, rules);
  const asked = extracted.items
    .filter((item) => item.kind !== "undertaking")
    .map((item) => describe(extracted, item, cited.get(item.id) ?? [], headingOver, rules))
    .sort((a, b) => a.item.anchor.start - b.item.anchor.start);
  const names = namesOf(asked);
  return asked.map((one, index) => ({ ...one, names: names[index]! }));
}

function describe(
  extracted: ExtractedDocument,
  item: Item,
  cited: readonly Reference[],
  headingOver: (offset: number, from: number) => string,
  rules: LinkRules,
): Omit<Asked, "names"> {
  const { structure } = extracted;
  const { start, exact } = item.anchor;
  const at = firstEndingAfter(structure.segments, start);
  const segment = structure.segments[at];
  const inside = segment !== undefined && segment.start <= start;
  const part = structure.parts.find((each) => each.id === item.part);
  const headingText = (inside ? segment.heading : null) ?? headingOver(start, part?.anchor.start ?? 0);
  const own = termsOf(exact, rules);
  const worth = worthOf(own);
  return {
    item,
    segment: inside ? at : -1,
    block: firstEndingAfter(extracted.document.blocks, start),
    ...wordsAround(extracted, item, own, inside ? segment.start : 0, rules),
    heading: termsOf(headingText, rules),
    headingText,
    numbers: cited.map((each) => each.value),
    asker: inside && segment.kind === "turn" ? surnameOf(segment.speaker?.name ?? "") : "",
    atHome: null,
    wantsReply: item.kind === "ask" && says(exact, rules.replyWanted),
    goesOn: says(exact, rules.alternatives),
    leans: worth < LEANING && item.leadIn === null && item.kind === "ask",
  };
}

/** Its own words, which those of its lead-in are added to, and with the words around it. */
function wordsAround(
  extracted: ExtractedDocument,
  item: Item,
  own: Map<string, number>,
  from: number,
  rules: LinkRules,
) {
  if (item.leadIn) addTerms(own, termsOf(item.leadIn.exact, rules), LEAD_IN);
  const around = once(() => termsAround(extracted, item, from, rules));
  if (worthOf(own) >= MEAGRE) return { own, wide: once(() => widened(own, around())) };
  const earlier = around().filter(({ before }) => before);
  return { own: widened(own, earlier), wide: once(() => widened(own, around())) };
}

/** The terms of a sentence around an item, at their share, and whether it stands before it. */
type Around = { terms: Terms; share: number; before: boolean };

function widened(own: Terms, around: readonly Omit<Around, "before">[]): Map<string, number> {
  const wide = new Map(own);
  for (const { terms, share } of around) addTerms(wide, terms, share);
  return wide;
}

function termsAround(extracted: ExtractedDocument, item: Item, from: number, rules: LinkRules): Around[] {
  const { before, after } = surroundings(extracted, item, from);
  const read = (words: string | undefined, share: number, before: boolean): Around[] =>
    words === undefined ? [] : [{ terms: termsOf(words, rules), share, before }];
  return [
    ...read(before.at(-1), OPENING, true),
    ...BEFORE.flatMap((share, back) => read(before[back], share, true)),
    ...read(after, AFTER, false),
    ...read(turnBefore(extracted, item), TURN_BEFORE, true),
  ];
}

const worthOf = (terms: Terms): number => terms.values().reduce((sum, worth) => sum + worth, 0);

/** How much of a turn's end the next one goes on from, in UTF-16 code units. */
const TURN_END = 300;

/** The end of the turn before the one in which an item stands. */
function turnBefore({ document, structure }: ExtractedDocument, { anchor }: Item): string | undefined {
  const at = firstEndingAfter(structure.segments, anchor.start);
  const [before, own] = [structure.segments[at - 1], structure.segments[at]];
  if (before?.kind !== "turn" || own?.kind !== "turn") return undefined;
  return document.text.slice(Math.max(before.start, before.end - TURN_END), before.end);
}

/** An item as it stands for other documents: with the words of what its own document says to it, which put it off or half answered it. */
export function answeredAtHome(one: Asked, outcome: Outcome | null, said: readonly string[], rules: LinkRules): Asked {
  const around = once(() => said.map((words) => ({ terms: termsOf(words, rules), share: SAID })));
  return { ...one, wide: once(() => widened(one.wide(), around())), atHome: outcome };
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
