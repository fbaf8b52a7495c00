import type { Answer } from "./answer.ts";
import type { Asked } from "./asked.ts";
import type { Assignment } from "./assign.ts";
import type { LinkRules } from "./rules.ts";
import type { Signals } from "./signals.ts";
import type { Unit } from "./unit.ts";

/** How sure a link is, what it is nearly as likely to be, whether a person must decide, and the named signs of which that is the sum. */
export type Certainty = {
  confidence: number;
  ambiguous: boolean;
  rivals: { unit: Unit; confidence: number }[];
  signs: Signals;
};

/** At most so many rivals are listed. */
const RIVALS = 3;
/** Beyond this a margin, or a score of nothing, says no more, in log-odds. */
const FAR = 6;

type Scored = { unit: Unit; score: number };

/**
 * The certainty of an answer: a logistic function of signs of its sentences, or for "unanswered" of the best sentence that was left. Ambiguous where
 * a sentence of another paragraph that answers nothing better comes within the margin.
 */
export function certaintyOf(answer: Answer, assignment: Assignment, rules: LinkRules): Certainty {
  const { one, item, units: own } = answer;
  const { left, scoreOf } = leftFor(item, own, assignment);
  const scores = own.map(scoreOf);
  const signs = own.length === 0 ? signsOfNone(one, left) : signsOfAnswer(answer, scores, left);
  const best = Math.max(...scores);
  const near = own.length === 0 ? [] : left.filter(({ score }) => score > 0 && best - score < rules.margin);
  return {
    confidence: probabilityOf(signs, rules),
    ambiguous: near.length > 0,
    rivals: near.slice(0, RIVALS).map(({ unit, score }) => ({
      unit,
      confidence: probabilityOf({ ...signs, mean: score, best: score, least: score }, rules),
    })),
    signs,
  };
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

/** An assignment seen from the other side: the items that each sentence answers, and the sentences that may answer each item. */
type View = { owners: ReadonlyMap<number, readonly number[]>; reached: ReadonlyMap<number, readonly Unit[]> };

/** Made once for an assignment: its items ask for it one after the other. */
const views = new WeakMap<Assignment, View>();

function viewOf(assignment: Assignment): View {
  const known = views.get(assignment);
  if (known) return known;
  const owners = new Map<number, number[]>();
  for (const [item, units] of assignment.answers.entries())
    for (const { index } of units) owners.set(index, [...(owners.get(index) ?? []), item]);
  const reached = new Map<number, Unit[]>();
  for (const unit of assignment.units)
    for (const item of assignment.candidates[unit.index]!.keys()) {
      const list = reached.get(item) ?? [];
      list.push(unit);
      reached.set(item, list);
    }
  const view = { owners, reached };
  views.set(assignment, view);
  return view;
}

function signsOfAnswer(
  { one, units, how, strongest }: Answer,
  scores: readonly number[],
  left: readonly Scored[],
): Signals {
  const best = Math.max(...scores);
  return {
    answered: 1,
    mean: scores.reduce((sum, score) => sum + score, 0) / scores.length,
    best,
    least: Math.min(...scores),
    margin: Math.min(FAR, best - (left[0]?.score ?? Number.NEGATIVE_INFINITY)),
    length: Math.log(units.length),
    [`reach-${how ?? "shared"}`]: 1,
    [one.item.kind]: 1,
    "at-home": one.atHome === null || one.atHome === "unanswered" ? 0 : 1,
    echoed: strongest("echoed"),
    verdict: strongest("verdict"),
  };
}

const signsOfNone = (one: Asked, left: readonly Scored[]): Signals => ({
  unanswered: 1,
  left: Math.max(-FAR, left[0]?.score ?? Number.NEGATIVE_INFINITY),
  [`unanswered-${one.item.kind}`]: 1,
  "unanswered-at-home": one.atHome === null || one.atHome === "unanswered" ? 0 : 1,
});

/** The logistic function of the signs' weights, given and learnt together, to three places. */
function probabilityOf(signs: Signals, { certainty: { weights, learnt } }: LinkRules): number {
  let odds = 0;
  for (const [name, value] of Object.entries(signs)) odds += value * ((weights[name] ?? 0) + (learnt[name] ?? 0));
  return Math.round(1000 / (1 + Math.exp(-odds))) / 1000;
}
