import type { Asked } from "./asked.ts";
import { bareLabel } from "./numbered.ts";
import type { Reach } from "./reach.ts";
import type { LinkRules } from "./rules.ts";
import type { Unit } from "./unit.ts";
import { addTerms, coverage, rarity, sharedWeight, type Terms } from "./words.ts";

/** Named signals, most between 0 and 1, for or against "this sentence answers that item". */
export type Signals = Readonly<Record<string, number>>;

/** What is needed to compare the sentences of a document with the items of another. */
export type Comparison = {
  asked: readonly Asked[];
  /** What an item shares with a whole paragraph (by block index), from 0 to 1. */
  paragraphShare: (block: number, item: number) => number;
  rare: (term: string) => number;
  /** The first and last sentence that may answer anything, by index. */
  first: number;
  last: number;
};

/** Makes a comparison: rarity is counted over the sentences and the items together. */
export function compare(asked: readonly Asked[], units: readonly Unit[], reached: readonly Unit[] = units): Comparison {
  const rare = rarity([...units.map((each) => each.terms), ...asked.map((each) => each.own)]);
  return {
    asked,
    rare,
    paragraphShare: paragraphShares(asked, units, rare),
    first: reached[0]?.index ?? 0,
    last: reached.at(-1)?.index ?? 0,
  };
}

/** What items share with paragraphs, counted once for all sentences of one. */
function paragraphShares(asked: readonly Asked[], units: readonly Unit[], rare: (term: string) => number) {
  const paragraphs = new Map<number, Map<string, number>>();
  for (const unit of units) {
    const terms = paragraphs.get(unit.block) ?? new Map<string, number>();
    addTerms(terms, unit.terms, 1);
    paragraphs.set(unit.block, terms);
  }
  const known = new Map<string, number>();
  return (block: number, item: number): number => {
    const key = `${block} ${item}`;
    const share = known.get(key) ?? shareOf(asked[item]!.wide, paragraphs.get(block)!, rare);
    known.set(key, share);
    return share;
  };
}

/** Shared weight at which words count half of all they can: two rare words. */
const HALF = 4;
const saturate = (weight: number): number => weight / (weight + HALF);

/** A sentence that shares less than this with an item and what surrounds it shares nothing. */
const BARE = 0.12;

/** Items of more worth in words than this meet more sentences by chance. */
const USUAL = 8;

/** What two texts share, from 0 to 1, less for a long item. */
function shareOf(item: Terms, words: Terms, rare: (term: string) => number): number {
  let worth = 0;
  for (const each of item.values()) worth += each;
  return saturate(sharedWeight(item, words, rare) * Math.sqrt(USUAL / Math.max(USUAL, worth)));
}

/** The signals between one sentence and one item. */
export function signalsOf(unit: Unit, index: number, reach: Reach, comparison: Comparison): Signals {
  const { asked, rare } = comparison;
  const one = asked[index]!;
  const place = (unit.index - comparison.first) / Math.max(1, comparison.last - comparison.first);
  const rank = asked.length < 2 ? 0 : index / (asked.length - 1);
  const wide = shareOf(one.wide, unit.terms, rare);
  const heading = headingMatch(one, unit);
  return {
    [reach]: 1,
    bare: wide < BARE && heading === 0 && !unit.echo ? 1 : 0,
    own: shareOf(one.own, unit.terms, rare),
    wide,
    paragraph: comparison.paragraphShare(unit.block, index),
    heading,
    quantity: Math.min(2, quantities(one.wide, unit.terms)) / 2,
    echoed: unit.echo ? (coverage(unit.echo, one.own, rare) + coverage(unit.echo, one.wide, rare)) / 2 : 0,
    "under-echo": unit.echo ? 1 : 0,
    ...atHomeSignals(one),
    ...labelSignals(one, unit),
    number: one.numbers.some((number) => unit.text.includes(number)) ? 1 : 0,
    order: 1 - Math.abs(place - rank),
    courtesy: unit.manner.courtesy ? 1 : 0,
    asker: one.asker !== "" && (unit.comeback || unit.text.toLowerCase()).includes(one.asker) ? 1 : 0,
    [`back-${reach}`]: unit.comeback ? 1 : 0,
    "reply-given": one.wantsReply && unit.manner.replies ? 1 : 0,
    "reply-wanted": one.wantsReply && !unit.manner.replies ? 1 : 0,
    verdict: unit.manner.verdicts.length > 0 ? 1 : 0,
  };
}

/** What was answered in full at once is rarely answered again by letter; what was put off or half answered is. */
function atHomeSignals({ atHome }: Asked): Signals {
  if (atHome === null || atHome === "unanswered") return {};
  return atHome === "deferred" || atHome === "partly-accepted" ? { promised: 1 } : { settled: 1 };
}

/** A heading that names numbers speaks for the items that bear them and against the others. */
function labelSignals({ item }: Asked, { answersLabels }: Unit): Signals {
  if (answersLabels.size === 0 || item.label === null) return {};
  return answersLabels.has(bareLabel(item.label)) ? { labelled: 1 } : { "labelled-other": 1 };
}

function headingMatch(one: Asked, { heading }: Unit): number {
  return Math.max(coverage(heading, one.heading), 0.8 * coverage(heading, one.own), 0.6 * coverage(heading, one.wide));
}

function quantities(a: Terms, b: Terms): number {
  let shared = 0;
  for (const term of b.keys()) if (/\d{2}/.test(term) && !/^(?:19|20)\d\d$/.test(term) && a.has(term)) shared++;
  return shared;
}

/** Log-odds of some signals under the weights of a pipeline. */
export function weigh(signals: Signals, weights: LinkRules["weights"]): number {
  let sum = 0;
  for (const [name, value] of Object.entries(signals)) sum += value * (weights[name] ?? 0);
  return sum;
}
