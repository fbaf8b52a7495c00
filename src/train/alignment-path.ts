import type { Prediction } from "../evaluate/calibration.ts";
import { align, type Candidates, type Worth } from "../link/align.ts";
import { movesUnder, settle, worthUnder } from "../link/assign.ts";
import { marginalsOf } from "../link/marginals.ts";
import type { Answers } from "../link/sharing.ts";
import { weigh } from "../link/signals.ts";
import type { AlignmentCase } from "./alignment-cases.ts";

/** Weights of signals, by name, in log-odds. */
export type Weights = Readonly<Record<string, number>>;

/** One way through a document: for each sentence the item that it answers, −1 for none. */
export type Path = readonly number[];

/** What the choices of a case are worth, when each candidate's worth is changed: null takes the candidate away. */
export function worthChanged(
  { field }: AlignmentCase,
  weights: Weights,
  change: (unit: number, item: number) => number | null,
): Worth {
  const worth = worthUnder(field, weights);
  const changed = (candidates: Candidates, unit: number): Candidates =>
    new Map(
      [...candidates].flatMap(([item, score]): [number, number][] => {
        const by = change(unit, item);
        return by === null ? [] : [[item, score + by]];
      }),
    );
  return { ...worth, candidates: worth.candidates.map(changed) };
}

/** The best way through a document. */
export const bestPath = ({ candidates, staying, moves }: Worth): Path => align(candidates, staying, moves);

/** The answers that some weights choose. */
export const answersUnder = ({ field }: AlignmentCase, weights: Weights): Answers =>
  settle(field, worthUnder(field, weights));

/** Of a sentence as a reply: so much of its words must be told to be one. */
const MOSTLY = 0.5;

/**
 * How likely each sentence that is weighed answers each item, over all alignments under some weights: right where the gold has most of its words in a
 * reply to that item. Those of a document are in the order of its sentences.
 */
export function chancesUnder({ field, gold, sizes }: AlignmentCase, weights: Weights): Prediction[] {
  if (field.units.length === 0) return [];
  return marginalsOf(worthUnder(field, weights)).flatMap((items, unit) =>
    [...items].map(([item, confidence]) => ({
      confidence,
      right: (gold[item]!.get(unit) ?? 0) > MOSTLY * sizes[unit]!,
    })),
  );
}

/** Adds the signals of a path to a sum, `sign` times: those of its sentences, of staying with an item, and of moves from item to item. */
export function addPath(
  { field }: AlignmentCase,
  path: Path,
  weights: Weights,
  sum: Map<string, number>,
  sign: number,
) {
  const add = (name: string, value: number) => sum.set(name, (sum.get(name) ?? 0) + sign * value);
  const { following, ahead } = movesUnder(weights);
  let last = -1;
  path.forEach((item, unit) => {
    if (item < 0) return;
    for (const [name, value] of Object.entries(field.signals(unit, item))) add(name, value);
    const staying = path[unit - 1] === item ? field.staying(unit) : {};
    if (weigh(staying, weights) > 0) for (const [name, value] of Object.entries(staying)) add(name, value);
    if (last >= 0 && item < last) add("back", 1);
    if (last >= 0 && item > last) add(item === last + 1 && following >= ahead ? "following" : "ahead", 1);
    last = item;
  });
}
