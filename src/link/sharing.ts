import type { Candidates } from "./align.ts";
import type { Asked } from "./asked.ts";
import type { Reaches } from "./reach.ts";
import type { Reach } from "./reaching.ts";
import type { Unit } from "./unit.ts";

/** How much worse a sentence may speak to an item left empty-handed than to the one that has it, to be given over (log-odds). */
const GIVE = 0.4;

/** For each item the sentences that answer it, in reading order; empty where none does. */
export type Answers = readonly (readonly Unit[])[];

/**
 * Items that one answer takes together, and of which the assignment left some empty-handed: a sentence of the answer is given over where
 * it speaks about as well to them; recommendations answered as a group share the whole answer. What stands for another item (its
 * restatement, "or has it …?") has that item's answer.
 */
export function shareOut(
  answers: Answers,
  asked: readonly Asked[],
  candidates: readonly Candidates[],
  reaches: Reaches,
  units: readonly Unit[],
): Answers {
  const out = answers.map((own) => [...own]);
  takeSole(out, asked, reaches, units);
  const may = new Set(
    reaches.ofUnit.flatMap((items) => [...items].flatMap(([item, how]) => (STRUCTURAL.has(how) ? [item] : []))),
  );
  asked.forEach(({ item }, index) => {
    if (out[index]!.length > 0 || reaches.standsFor.has(index) || !may.has(index)) return;
    const together = out.flatMap((units, other) => (other !== index && shares(units, index, reaches) ? [other] : []));
    if (item.kind === "recommendation") {
      const all = together.flatMap((other) => out[other]!.filter((unit) => isStructural(unit, index, reaches)));
      out[index] = [...new Set(all)].sort((a, b) => a.index - b.index);
    } else for (const owner of together) if (giveOver(out, owner, index, candidates)) break;
  });
  shareOpenings(out, asked, reaches);
  asked.forEach((one, index) => {
    if (out[index]!.length === 0 && leansOn(one, asked[index - 1])) out[index] = [...out[index - 1]!];
  });
  for (const [index, other] of reaches.standsFor) if (out[index]!.length === 0) out[index] = [...out[other]!];
  return out;
}

/** The verdict that opens an answer to several recommendations ("We accept both.") is given on each of them that has an answer of its own there. */
function shareOpenings(out: Unit[][], asked: readonly Asked[], reaches: Reaches): void {
  const openings = new Set(out.flat().filter((unit) => unit.depth === 0 && isStatedVerdict(unit)));
  for (const opening of openings)
    asked.forEach((one, index) => {
      const own = out[index]!;
      const beside = own.some(({ segment }) => segment === opening.segment) && !own.includes(opening);
      if (!beside || one.item.kind !== "recommendation" || reaches.ofUnit[opening.index]!.get(index) !== "stated")
        return;
      if (speaksOf(opening, one)) out[index] = [opening, ...own].sort((a, b) => a.index - b.index);
    });
}

const isStatedVerdict = ({ manner }: Unit): boolean => manner.verdicts.some(({ force }) => force === "stated");

/** Whether a sentence names no numbers, or that of an item among them. */
const speaksOf = ({ answers, text }: Unit, { names, item }: Asked): boolean =>
  answers.size === 0 || !names.isDisjointFrom(answers) || new Set<string>(text.match(/\w+/g)).has(item.label ?? "");

/** An answer of one sentence that stands below several questions is the answer to each that has no other ("The figures are attached."). */
function takeSole(out: Unit[][], asked: readonly Asked[], { ofUnit }: Reaches, units: readonly Unit[]): void {
  for (const [, [sole, ...others]] of Map.groupBy(units, ({ segment }) => segment)) {
    if (!sole || others.length > 0 || !speaks(sole)) continue;
    const stated = [...ofUnit[sole.index]!].flatMap(([item, how]) => (how === "stated" ? [item] : []));
    const below = stated.filter((item) => asked[item]!.item.kind === "ask" && out[item]!.length === 0);
    // two questions put in one go are two matters, of which a sentence may leave one alone
    const put = new Set(stated.map((item) => asked[item]!.segment));
    if (put.size > 1) for (const item of below) out[item] = [sole];
  }
}

/** Whether a sentence does more than to repeat what was asked, or to be polite. */
const speaks = ({ manner: { courtesy, echo, verdicts } }: Unit): boolean => !courtesy && (!echo || verdicts.length > 0);

/** How far a question that says little may stand from the one that it leans on, in segments: the other side may have spoken between. */
const NEAR = 2;

const leansOn = (one: Asked, before: Asked | undefined): boolean =>
  one.leans &&
  !one.wantsReply &&
  before !== undefined &&
  before.item.part === one.item.part &&
  one.segment - before.segment <= NEAR;

/** How a sentence reaches the items that it answers together with others. */
const STRUCTURAL: ReadonlySet<Reach | undefined> = new Set<Reach>(["stated", "next"]);

const isStructural = (unit: Unit, item: number, { ofUnit }: Reaches): boolean =>
  STRUCTURAL.has(ofUnit[unit.index]!.get(item));

const shares = (units: readonly Unit[], item: number, reaches: Reaches): boolean =>
  units.some((unit) => isStructural(unit, item, reaches));

/** Gives the last stretch of sentences that speaks as well to the item, leaving the owner at least one. */
function giveOver(out: Unit[][], owner: number, item: number, candidates: readonly Candidates[]): boolean {
  const own = out[owner]!;
  if (own.length < 2) return false;
  const gain = (unit: Unit) => {
    const score = candidates[unit.index]!.get(item);
    return score === undefined ? Number.NEGATIVE_INFINITY : score - candidates[unit.index]!.get(owner)!;
  };
  const later = own.slice(1);
  const best = later.reduce((a, b) => (gain(b) > gain(a) ? b : a));
  if (gain(best) < -GIVE) return false;
  const from = own.indexOf(best);
  let to = from + 1;
  while (to < own.length && gain(own[to]!) >= -GIVE) to++;
  out[item] = own.slice(from, to);
  out[owner] = [...own.slice(0, from), ...own.slice(to)];
  return true;
}
