import { z } from "zod";
import { ItemKind } from "../records/item.ts";
import type { Candidate } from "./candidate.ts";

const Weights = z.record(z.string(), z.number());

/** How candidates are judged: a logistic model for each kind. Weights are log-odds by the name of a feature; `bias` always counts. */
export const Decision = z.strictObject({
  /** Below this probability a candidate is no item. */
  threshold: z.number().min(0).max(1).default(0.5),
  weights: z.record(ItemKind, Weights).default({ ask: {}, recommendation: {}, undertaking: {} }),
});
export type Decision = z.infer<typeof Decision>;

/** A candidate's named features with their weights: its cues, and where and how it stands. Features without a weight count for nothing. */
export function weighted(candidate: Candidate, decision: Decision): [name: string, weight: number][] {
  const weights = decision.weights[candidate.kind] ?? {};
  const cues = new Map<string, number>();
  for (const { cue } of candidate.hits) cues.set(`cue:${cue.name}`, weights[`cue:${cue.name}`] ?? cue.weight);
  const others = ["bias", ...candidate.features].map((name): [string, number] => [name, weights[name] ?? 0]);
  return [...strongestFinder(candidate, cues), ...others].filter(([, weight]) => weight !== 0);
}

/** Several wordings of the same act are one sign of it: of the cues that found a candidate only the strongest counts. */
function strongestFinder(candidate: Candidate, cues: ReadonlyMap<string, number>): [string, number][] {
  const finders = new Set(
    candidate.hits
      .filter(({ cue }) => cue.role === "finds" || cue.role === "leads")
      .map(({ cue }) => `cue:${cue.name}`),
  );
  const best = [...cues]
    .filter(([name]) => finders.has(name))
    .sort((a, b) => b[1] - a[1])
    .slice(0, 1);
  return [...best, ...[...cues].filter(([name]) => !finders.has(name))];
}

/** The probability that a careful reader would list the candidate: the logistic function of the sum of its weights. */
export function probability(candidate: Candidate, decision: Decision): number {
  const sum = weighted(candidate, decision).reduce((total, [, weight]) => total + weight, 0);
  return 1 / (1 + Math.exp(-sum));
}
