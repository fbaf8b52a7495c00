import { once } from "../document/once.ts";
import { align, type Candidates, type Moves, type Worth } from "./align.ts";
import type { Asked } from "./asked.ts";
import { withBetween } from "./between.ts";
import type { ExtractedDocument } from "./extracted.ts";
import { type Field, fieldOf } from "./field.ts";
import { withHolding } from "./holding.ts";
import { inKind } from "./in-kind.ts";
import { type Marginals, marginalsOf } from "./marginals.ts";
import { withParagraphRest } from "./paragraph-rest.ts";
import { speakingOnly, withoutHolding } from "./passage.ts";
import { withPointed } from "./pointed.ts";
import type { LinkRules } from "./rules.ts";
import { type Answers, shareOut } from "./sharing.ts";
import { weigh } from "./signals.ts";
import { straysOf } from "./strays.ts";
import { withoutTrailing } from "./trailing.ts";
import type { Unit } from "./unit.ts";

/** Which sentences of a document answer which items, and how surely. */
export type Assignment = Field & {
  answers: Answers;
  /** Items whose answer is that the whole letter is held off until another. */
  heldOff: ReadonlySet<number>;
  candidates: readonly Candidates[];
  /** How likely each sentence answers each item, over all alignments. */
  chances: () => Marginals;
};

/** How surely a reply's word on its own coming answers the wish for a reply, in log-odds. */
export const COMING = 3;

/** One assignment of the sentences of `target` to the items asked in `asking` (the same document or another). */
export function assign(
  asking: ExtractedDocument,
  asked: readonly Asked[],
  target: ExtractedDocument,
  rules: LinkRules,
): Assignment {
  const field = fieldOf(asking, asked, target, rules);
  const worth = worthUnder(field, weightsOf(rules));
  const { candidates } = worth;
  const settled = inKind(settle(field, worth), asked, rules);
  const answers = withHolding(settled, field, target, rules);
  const heldOff = new Set(answers.flatMap((own, item) => (own.length > settled[item]!.length ? [item] : [])));
  return { ...field, candidates, answers, heldOff, chances: once(() => marginalsOf(worth)) };
}

/** The alignment's weights: those given, and what was learnt. */
export function weightsOf({ weights, learnt }: Pick<LinkRules, "weights" | "learnt">): LinkRules["weights"] {
  const sum = { ...weights };
  for (const [name, shift] of Object.entries(learnt)) sum[name] = (sum[name] ?? 0) + shift;
  return sum;
}

/** What the choices of a field are worth under some weights. */
export function worthUnder({ options, comings, signals, staying }: Field, weights: LinkRules["weights"]): Worth {
  const scoreOf = (unit: number, item: number) => (comings.has(unit) ? COMING : weigh(signals(unit, item), weights));
  return {
    candidates: options.map((items, unit) => new Map(items.map((item) => [item, scoreOf(unit, item)]))),
    staying: (at) => weigh(staying(at), weights),
    moves: movesUnder(weights),
  };
}

/** What moves from item to item are worth under some weights. */
export const movesUnder = ({ following = 0, ahead = 0, back = 0 }: LinkRules["weights"]): Moves => ({
  following,
  ahead,
  back,
});

/**
 * The sentences that answer each item where choices are worth so much: the best alignment, without what says nothing or only trails, shared out,
 * with what stands between answers. What strayed from the answer it was given to is offered once more to the items that have one.
 */
export function settle(field: Field, worth: Worth): Answers {
  const { asked, reaches } = field;
  const first = aligned(field, worth);
  const strays = first.flatMap(({ strays }, item) => strays.map(({ index }) => ({ index, item })));
  const last =
    strays.length === 0 ? first : aligned(field, { ...worth, candidates: offeredAgain(first, worth, strays) });
  const answers = last.map(({ said, strays }) => said.filter((unit) => !strays.includes(unit)));
  const shared = shareOut(
    withoutTrailing(answers, field, worth.candidates),
    asked,
    worth.candidates,
    reaches,
    field.units,
  );
  return withBetween(withParagraphRest(shared, field), field).map((own, item) => withPointed(own, item, field));
}

type Aligned = { chosen: readonly Unit[]; said: readonly Unit[]; strays: readonly Unit[] };

function aligned(field: Field, { candidates, staying, moves }: Worth): Aligned[] {
  const path = align(candidates, staying, moves);
  const come = new Set(field.comings.values());
  const byItem = Map.groupBy(field.units, (unit) => path[unit.index]!);
  return field.asked.map((_, item) => {
    const chosen = byItem.get(item) ?? [];
    if (come.has(item)) return { chosen, said: chosen, strays: [] };
    const said = withoutHolding(speakingOnly(chosen));
    return { chosen, said, strays: straysOf(said, item, { field, candidates }) };
  });
}

function offeredAgain(
  first: readonly Aligned[],
  { candidates }: Worth,
  strays: readonly { index: number; item: number }[],
): Candidates[] {
  const strayed = new Set(strays.map(({ index, item }) => `${index} ${item}`));
  const chosen = new Set(first.flatMap((each, item) => each.chosen.map(({ index }) => `${index} ${item}`)));
  const may = (key: string, item: number) => !strayed.has(key) && (chosen.has(key) || first[item]!.said.length > 0);
  return candidates.map((options, index) => new Map([...options].filter(([item]) => may(`${index} ${item}`, item))));
}
