import type { Answer } from "./answer.ts";
import type { Asked } from "./asked.ts";
import type { Assignment } from "./assign.ts";
import type { Signals } from "./signals.ts";
import type { Unit } from "./unit.ts";
import { viewOf } from "./view.ts";

/** A sentence and how well it speaks to an item, in log-odds. */
export type Scored = { unit: Unit; score: number };

/** How well each sentence of an answer speaks to its item, and those that are left to it, the best first. */
export type Weighed = { scores: readonly number[]; left: readonly Scored[] };

/** Beyond this a margin, or a score of nothing, says no more, in log-odds. */
const FAR = 6;
/** A chance nearer to 0 or 1 than this counts as so near. */
const NEAR = 0.001;

/** The named signs that say how sure an answer is. */
export function signsOfAnswer(answer: Answer, { scores, left }: Weighed, assignment: Assignment): Signals {
  const { one, item, units, how, strongest } = answer;
  const best = Math.max(...scores);
  const chance = logOdds(expectedOverlap(item, units, assignment));
  const reach = how ?? "shared";
  return {
    answered: 1,
    mean: scores.reduce((sum, score) => sum + score, 0) / scores.length,
    best,
    least: Math.min(...scores),
    margin: Math.min(FAR, best - (left[0]?.score ?? Number.NEGATIVE_INFINITY)),
    chance,
    [`chance-${one.item.kind}`]: chance,
    [`chance-${reach}`]: chance,
    [`reach-${reach}`]: 1,
    [one.item.kind]: 1,
    "at-home": one.atHome === null || one.atHome === "unanswered" ? 0 : 1,
    request: one.item.form === "request" ? 1 : 0,
    echoed: strongest("echoed"),
    verdict: strongest("verdict"),
    question: strongest("question"),
    paragraph: strongest("paragraph"),
    asked: Math.log(assignment.asked.length),
    coming: units.some(({ index }) => assignment.comings.get(index) === item) ? 1 : 0,
    holding: assignment.heldOff.has(item) ? 1 : 0,
    "item-extent": Math.log(one.item.anchor.exact.length),
    "item-worth": worthOf(one),
    ...signsOfExtent(units, reach, assignment),
    ...signsOfPlace(item, units, assignment),
  };
}

/** How much an item's own words tell. */
const worthOf = ({ own }: Asked): number => Math.log(1 + own.values().reduce((sum, worth) => sum + worth, 0));

/** A place further in than this, or a gap longer than this, says no more, in sentences. */
const LONG_WAY = 10;

/** How far into its segment an answer begins, whether it stands in order with those of the items around it, and what is left between. */
function signsOfPlace(item: number, units: readonly Unit[], assignment: Assignment): Signals {
  const { before, after } = viewOf(assignment).neighbours[item]!;
  const [first, last] = [units[0]!, units.at(-1)!];
  const inOrder = [before === null || before < first.index, after === null || after > last.index];
  return {
    "first-depth": Math.min(LONG_WAY, first.depth) / LONG_WAY,
    "in-order": inOrder.filter(Boolean).length,
    "gap-before": before === null ? 0 : Math.min(LONG_WAY, Math.abs(first.index - before - 1)) / LONG_WAY,
  };
}

/** The named signs that say how sure it is that nothing answers. */
export const signsOfNone = (one: Asked, left: readonly Scored[]): Signals => ({
  unanswered: 1,
  left: Math.max(-FAR, left[0]?.score ?? Number.NEGATIVE_INFINITY),
  [`unanswered-${one.item.kind}`]: 1,
  "unanswered-worth": worthOf(one),
  "unanswered-at-home": one.atHome === null || one.atHome === "unanswered" ? 0 : 1,
});

/** How long an answer is, over how many paragraphs and with what gaps, how much of them and of its segments it is, and how much of it may answer other items too. */
function signsOfExtent(own: readonly Unit[], reach: string, assignment: Assignment): Signals {
  const { paragraphs, segments } = viewOf(assignment);
  const blocks = [...new Set(own.map(({ block }) => block))];
  const length = lengthOf(own);
  const lengthOfAll = (places: Iterable<number>, lengths: ReadonlyMap<number, number>) =>
    [...places].reduce((sum, place) => sum + lengths.get(place)!, 0);
  const around = lengthOfAll(blocks, paragraphs);
  const further = lengthOfAll(new Set(own.map(({ segment }) => segment)), segments);
  const alsoOthers = own.filter(({ index }) => assignment.candidates[index]!.size > 1);
  return {
    length: Math.log(own.length),
    extent: Math.log(length),
    paragraphs: Math.log(blocks.length),
    gaps: Math.log(2 + own.at(-1)!.index - own[0]!.index - own.length),
    [`extent-${reach}`]: Math.log(length),
    covers: length / Math.max(1, around),
    [`share-${reach}`]: length / Math.max(1, further),
    "others-too": alsoOthers.length / own.length,
  };
}

/** How much of an answer, and of what else may be one, is in both, over all alignments: F1 of their lengths, 0–1. */
function expectedOverlap(item: number, own: readonly Unit[], assignment: Assignment): number {
  const { expected } = viewOf(assignment);
  const twin = assignment.reaches.standsFor.get(item) ?? item;
  const right = own.reduce((sum, unit) => sum + chanceOf(unit, item, assignment) * unit.text.length, 0);
  return (2 * right) / (lengthOf(own) + Math.max(right, expected.get(item) ?? expected.get(twin) ?? 0));
}

/** How likely a sentence answers an item, or the one that it stands for, over all alignments. */
export function chanceOf({ index }: Unit, item: number, { chances, reaches }: Assignment): number {
  const chance = chances()[index]!;
  return chance.get(item) ?? chance.get(reaches.standsFor.get(item) ?? item) ?? 0;
}

const lengthOf = (units: readonly Unit[]): number =>
  Math.max(
    1,
    units.reduce((sum, { text }) => sum + text.length, 0),
  );

const logOdds = (chance: number): number => {
  const inside = Math.min(1 - NEAR, Math.max(NEAR, chance));
  return Math.log(inside / (1 - inside));
};
