import { z } from "zod";
import { ItemKind } from "../records/item.ts";
import type { Candidate } from "./candidate.ts";

const Weights = z.record(z.string(), z.number());

/** How candidates are judged: a logistic model for each kind. Weights are log-odds by the name of a feature; `bias` always counts. */
export const Decision = z.strictObject({
  /** Below this probability a candidate is no item. */
  threshold: z.number().min(0).max(1).default(0.5),
  weights: z.record(ItemKind, Weights).default({ ask: {}, recommendation: {}, undertaking: {} }),
  /** What `answerable train` adds to weights, those of cues among them: it says how sure an item is. */
  learnt: z.partialRecord(ItemKind, Weights).default({}),
  /** Kinds of which what was learnt also decides what is an item. For others the given weights decide: where held-out scores show no gain. */
  learntDecides: z.array(ItemKind).default([]),
});
export type Decision = z.infer<typeof Decision>;

/** What is weighed of a candidate: a named feature, and the weight that a person gave it. */
export type Sign = { name: string; given: number };

/** A candidate's signs: its cues, and where and how it stands. */
export function signsOf(candidate: Candidate, decision: Decision): Sign[] {
  const weights = decision.weights[candidate.kind] ?? {};
  const cues = new Map<string, Sign & { finds: boolean }>();
  for (const { cue } of candidate.hits) {
    const name = `cue:${cue.name}`;
    const finds = cue.role === "finds" || cue.role === "leads";
    cues.set(name, { name, given: weights[name] ?? cue.weight, finds });
  }
  const others = ["bias", ...candidate.features].map((name) => ({ name, given: weights[name] ?? 0 }));
  return [...strongestFinder([...cues.values()]), ...others];
}

/** Several wordings of the same act are one sign of it: of the cues that found a candidate only the strongest counts. */
function strongestFinder(cues: readonly (Sign & { finds: boolean })[]): Sign[] {
  const best = cues
    .filter(({ finds }) => finds)
    .sort((a, b) => b.given - a.given)
    .slice(0, 1);
  return [...best, ...cues.filter(({ finds }) => !finds)].map(({ name, given }) => ({ name, given }));
}

/** A candidate's signs with their weights, given and learnt together. Those without weight count for nothing and are left out. */
export const weighted = (candidate: Candidate, decision: Decision): [name: string, weight: number][] =>
  withLearnt(signsOf(candidate, decision), candidate.kind, decision);

function withLearnt(signs: readonly Sign[], kind: ItemKind, decision: Decision): [name: string, weight: number][] {
  const learnt = decision.learnt[kind] ?? {};
  return signs
    .map(({ name, given }): [string, number] => [name, given + (learnt[name] ?? 0)])
    .filter(([, weight]) => weight !== 0);
}

/** What is thought of a candidate: the probability that a careful reader would list it, and the one that decides whether it is an item. */
export type Judgement = { confidence: number; decisive: number };

/** The probability is the logistic function of the sum of a candidate's weights; what decides is the same under the given weights alone, or with what was learnt where that decides. */
export function judgementOf(candidate: Candidate, decision: Decision): Judgement {
  const { kind } = candidate;
  const signs = signsOf(candidate, decision);
  const confidence = logistic(withLearnt(signs, kind, decision).map(([, weight]) => weight));
  const decides = decision.learntDecides.includes(kind);
  return { confidence, decisive: decides ? confidence : logistic(signs.map(({ given }) => given)) };
}

const logistic = (weights: readonly number[]): number =>
  1 / (1 + Math.exp(-weights.reduce((sum, weight) => sum + weight, 0)));
