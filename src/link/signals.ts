import { once, oncePer } from "../document/once.ts";
import type { Asked } from "./asked.ts";
import { says, spelledOut } from "./cues.ts";
import { answersIn, kindsIn } from "./kinds.ts";
import { type Overlap, overlapWith } from "./overlap.ts";
import { type ParagraphShare, paragraphShare } from "./paragraphs.ts";
import { isPlace } from "./places.ts";
import type { Reach } from "./reaching.ts";
import type { LinkRules } from "./rules.ts";
import { titledOf } from "./titled.ts";
import type { Unit } from "./unit.ts";
import { coverage, rarity, type Terms } from "./words.ts";

/** Named signals, most between 0 and 1, for or against "this sentence answers that item"; those that are not named are 0. */
export type Signals = Readonly<Record<string, number>>;

/** What is needed to compare the sentences of a document with the items of another. */
export type Comparison = {
  asked: readonly Asked[];
  paragraph: ParagraphShare;
  /** What a sentence (by index) shares with an item's own words, and with those around it too, from 0 to 1. */
  own: (unit: number, item: number) => number;
  wide: (unit: number, item: number) => number;
  /** How well a sentence's heading fits an item, from 0 to 1. */
  heading: (unit: Unit, item: number) => number;
  /** Whether a sentence is of a kind of answer that an item asks for: a number after "how many", or why there is none. */
  inKind: (unit: Unit, item: number) => boolean;
  /** The item that a heading (by its words) is the title of, where it is that of one alone. */
  titled: () => ReadonlyMap<string, number>;
  rare: (term: string) => number;
  /** The first and last sentence that may answer anything, by index. */
  first: number;
  last: number;
};

/** Makes a comparison: rarity is counted over the sentences and the items together. */
export function compare(
  asked: readonly Asked[],
  units: readonly Unit[],
  reached: readonly Unit[],
  rules: LinkRules,
): Comparison {
  const known = once(() => rarity([...units.map((each) => each.terms()), ...asked.map((each) => each.own)]));
  const rare = (term: string) => known()(term);
  const own = overlapWith(
    asked.map((each) => () => each.own),
    rare,
  );
  const wide = overlapWith(
    asked.map((each) => each.wide),
    rare,
  );
  return {
    asked,
    rare,
    paragraph: paragraphShare(units, wide),
    own: shares(units, own),
    wide: shares(units, wide),
    heading: headings(asked),
    inKind: kinds(asked, rules),
    titled: once(() => titledOf(asked, reached, rare)),
    first: reached[0]?.index ?? 0,
    last: reached.at(-1)?.index ?? 0,
  };
}

function shares(units: readonly Unit[], overlap: Overlap) {
  const known = units.map((unit) => once(() => overlap(unit.terms())));
  return (unit: number, item: number): number => known[unit]!()(item);
}

/** How headings fit items, counted once for each heading and item. */
function headings(asked: readonly Asked[]) {
  const known = new Map<string, Map<number, number>>();
  return ({ headingText, heading }: Unit, item: number): number => {
    if (headingText === "" || heading().size === 0) return 0;
    const fits = known.get(headingText) ?? new Map<number, number>();
    known.set(headingText, fits);
    const fit = fits.get(item) ?? headingMatch(asked[item]!, heading());
    fits.set(item, fit);
    return fit;
  };
}

/** What kinds of answer are asked for and given, found once for each item and sentence. A recommendation asks for none. */
function kinds(asked: readonly Asked[], rules: LinkRules) {
  const wanted = asked.map(({ item }) => once(() => (item.kind === "ask" ? kindsIn(item.anchor.exact, rules) : [])));
  const given = oncePer(({ text }: Unit) => answersIn(spelledOut(text), rules));
  const standsIn = oncePer(({ text }: Unit) => says(spelledOut(text), rules.standIns));
  return (unit: Unit, item: number): boolean =>
    wanted[item]!().some(({ answer, strictly }) => given(unit).includes(answer) || (strictly && standsIn(unit)));
}

function headingMatch(one: Asked, heading: Terms): number {
  return Math.max(
    coverage(heading, one.heading),
    0.8 * coverage(heading, one.own),
    0.6 * coverage(heading, one.wide()),
  );
}

/** A sentence that shares less than this with an item and what surrounds it shares nothing. */
const BARE = 0.12;

/** Where any sentence may answer any item, words must say which. */
export const WIDE_OPEN: ReadonlySet<Reach> = new Set(["letter", "beside", "later"]);
/** A paragraph that shares less than this with an item shares nothing. */
const NOTHING = 0.05;

/** Whether a sentence is worth weighing against an item: of the many that may answer it only those that share something with it, or say what they answer. */
export function isWorthWeighing(unit: Unit, index: number, reach: Reach, comparison: Comparison): boolean {
  if (!WIDE_OPEN.has(reach)) return true;
  const one = comparison.asked[index]!;
  return (
    comparison.paragraph(unit.block, index) >= NOTHING ||
    unit.echo !== null ||
    unit.comeback !== "" ||
    unit.answers.size > 0 ||
    one.numbers.length > 0 ||
    comparison.heading(unit, index) > 0
  );
}

/** The signals between one sentence and one item. */
export function signalsOf(unit: Unit, index: number, reach: Reach, comparison: Comparison): Signals {
  const one = comparison.asked[index]!;
  const place = (unit.index - comparison.first) / Math.max(1, comparison.last - comparison.first);
  const rank = comparison.asked.length < 2 ? 0 : index / (comparison.asked.length - 1);
  const signals: Record<string, number> = { [reach]: 1, order: 1 - Math.abs(place - rank) };
  const count = (name: string, value: number) => {
    if (value > 0) signals[name] = value;
  };
  const wide = comparison.wide(unit.index, index);
  const heading = comparison.heading(unit, index);
  count("bare", wide < BARE && heading === 0 && !unit.echo ? 1 : 0);
  count("own", comparison.own(unit.index, index));
  count("wide", wide);
  count("paragraph", comparison.paragraph(unit.block, index));
  count("heading", heading);
  count("titled", WIDE_OPEN.has(reach) && comparison.titled().get(unit.headingText) === index ? 1 : 0);
  count("quantity", wide === 0 ? 0 : Math.min(2, quantities(one.wide(), unit.terms())) / 2);
  echoSignals(one, unit, comparison, count);
  atHomeSignals(one, count);
  labelSignals(one, unit, count);
  count("number", one.numbers.some((number) => unit.text.includes(number)) ? 1 : 0);
  count("courtesy", unit.manner.courtesy ? 1 : 0);
  count("aside", unit.manner.aside ? 1 : 0);
  count("asker", one.asker !== "" && (unit.comeback || unit.text.toLowerCase()).includes(one.asker) ? 1 : 0);
  count(`back-${reach}`, unit.comeback ? 1 : 0);
  count("question", /\?\W*$/.test(unit.text) ? 1 : 0);
  count("verdict", unit.manner.verdicts.length > 0 ? 1 : 0);
  if (reach === "next" || reach === "letter") count(`kind-${reach}`, comparison.inKind(unit, index) ? 1 : 0);
  depthSignals(one, unit, reach, count);
  return signals;
}

/** Sentences, and paragraphs, after which an answer has gone on so long that more says nothing. */
const DEEP = 6;
const FURTHER = 3;
/** Where everything on may answer, what stands first mostly does. */
const BELOW: ReadonlySet<Reach> = new Set(["stated", "next", "under", "after"]);

/** Far into an answer less of it is to the point: the more so where something was to be told, or a number given. */
function depthSignals(one: Asked, unit: Unit, reach: Reach, count: Counting): void {
  if (!BELOW.has(reach)) return;
  const depth = Math.min(DEEP, unit.depth) / DEEP;
  count(`depth-${reach}`, depth);
  count(`further-${reach}`, Math.min(FURTHER, unit.paragraph) / FURTHER);
  count(`depth-${one.item.kind}`, depth);
  count(`opens-${reach}`, unit.manner.opens && unit.depth > 0 ? 1 : 0);
}

type Counting = (name: string, value: number) => void;

function echoSignals(one: Asked, { echo }: Unit, { rare }: Comparison, count: Counting): void {
  if (!echo) return;
  count("echoed", (coverage(echo(), one.own, rare) + coverage(echo(), one.wide(), rare)) / 2);
  count("under-echo", 1);
}

/** What was answered in full at once is rarely answered again by letter; what was put off or half answered is. */
function atHomeSignals({ atHome }: Asked, count: Counting): void {
  if (atHome === null || atHome === "unanswered") return;
  count(atHome === "deferred" || atHome === "partly-accepted" ? "promised" : "settled", 1);
}

/** A heading that names numbers or places speaks for the items that bear them and against the others. */
function labelSignals({ item, names }: Asked, { answers }: Unit, count: Counting): void {
  if (answers.size === 0) return;
  if (!names.isDisjointFrom(answers)) count("labelled", 1);
  else if (item.label !== null || answers.values().some(isPlace)) count("labelled-other", 1);
}

function quantities(a: Terms, b: Terms): number {
  let shared = 0;
  for (const term of b.keys()) if (/\d{2}/.test(term) && !/^(?:19|20)\d\d$/.test(term) && a.has(term)) shared++;
  return shared;
}

/** Log-odds of some signals under the weights of a pipeline. */
export function weigh(signals: Signals, weights: LinkRules["weights"]): number {
  let sum = 0;
  for (const name in signals) sum += signals[name]! * (weights[name] ?? 0);
  return sum;
}
