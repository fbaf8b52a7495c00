import type { Answer } from "./answer.ts";
import type { Assignment } from "./assign.ts";
import type { LinkRules } from "./rules.ts";
import { type Signals, WIDE_OPEN } from "./signals.ts";
import { chanceOf, signsOfAnswer, signsOfNone } from "./signs.ts";
import type { Unit } from "./unit.ts";
import { viewOf } from "./view.ts";

/** How sure a link is, what sentences may answer instead and how likely each of them does, whether a person must decide, and the named signs of which that is the sum. */
export type Certainty = {
  confidence: number;
  ambiguous: boolean;
  rivals: { unit: Unit; confidence: number }[];
  signs: Signals;
};

/** At most so many rivals are listed. */
const RIVALS = 3;

/**
 * The certainty of an answer: a logistic function of signs of its sentences, or for "unanswered" of the best sentence that was left. Ambiguous where
 * a sentence of another paragraph that answers nothing better comes within the margin.
 */
function certaintyOf(answer: Answer, assignment: Assignment, rules: LinkRules): Certainty {
  const { one, item, units: own } = answer;
  const { left, scoreOf } = leftFor(item, own, assignment);
  const scores = own.map(scoreOf);
  const signs = own.length === 0 ? signsOfNone(one, left) : signsOfAnswer(answer, { scores, left }, assignment);
  const best = Math.max(...scores);
  const near = own.length === 0 ? [] : left.filter(({ score }) => score > 0 && best - score < rules.margin);
  return {
    confidence: probabilityOf(signs, rules),
    ambiguous: near.length > 0,
    rivals: near.slice(0, RIVALS).map(({ unit }) => ({ unit, confidence: toPlaces(chanceOf(unit, item, assignment)) })),
    signs,
  };
}

/**
 * An answer with its certainty. Where any sentence might have answered and words alone chose these, a choice less sure than the pipeline's least
 * gives way to no answer.
 */
export function sureAnswer(answer: Answer, assignment: Assignment, rules: LinkRules): [Answer, Certainty] {
  const certainty = certaintyOf(answer, assignment, rules);
  // what was given for its place between other answers was not chosen by its words
  const weighed = answer.units.some(({ index }) => assignment.candidates[index]!.has(answer.item));
  const byWords = answer.how !== null && WIDE_OPEN.has(answer.how) && weighed;
  if (!byWords || certainty.confidence >= rules.certainty.least) return [answer, certainty];
  const none = { ...answer, units: [], reached: [], how: null, strongest: () => 0 };
  return [none, certaintyOf(none, assignment, rules)];
}

/** How well sentences speak to an item, and those that are left to it, the best first: of other paragraphs and no other item's. */
function leftFor(item: number, own: readonly Unit[], assignment: Assignment) {
  const { candidates, reaches } = assignment;
  const { owners, reached } = viewOf(assignment);
  const twin = reaches.standsFor.get(item) ?? item;
  const scoreOf = (unit: Unit) => candidates[unit.index]!.get(twin) ?? candidates[unit.index]!.get(item) ?? 0;
  const blocks = new Set(own.map((unit) => unit.block));
  const left = (reached.get(twin) ?? [])
    .filter((unit) => !blocks.has(unit.block) && (owners.get(unit.index) ?? []).every((owner) => owner === twin))
    .map((unit) => ({ unit, score: scoreOf(unit) }))
    .sort((a, b) => b.score - a.score || a.unit.index - b.unit.index);
  return { left, scoreOf };
}

/** The logistic function of the signs' weights, given and learnt together, to three places. */
function probabilityOf(signs: Signals, { certainty: { weights, learnt } }: LinkRules): number {
  let odds = 0;
  for (const [name, value] of Object.entries(signs)) odds += value * ((weights[name] ?? 0) + (learnt[name] ?? 0));
  return toPlaces(1 / (1 + Math.exp(-odds)));
}

const toPlaces = (chance: number): number => Math.round(1000 * chance) / 1000;
