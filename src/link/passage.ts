import type { Span } from "../records/anchor.ts";
import { says } from "./cues.ts";
import type { Reaches } from "./reach.ts";
import type { LinkRules } from "./rules.ts";
import type { Unit } from "./unit.ts";

/** A run of whole sentences of one part. */
export type Passage = Span & { part: string };

/** Sentences put together to runs: those between which nothing but white space stands, in one segment, are one passage. */
export function passagesOf(units: readonly Unit[], text: string): Passage[] {
  const passages: (Passage & { segment: number })[] = [];
  for (const { start, end, part, segment } of units) {
    const last = passages.at(-1);
    if (last && last.segment === segment && text.slice(last.end, start).trim() === "") last.end = end;
    else passages.push({ start, end, part, segment });
  }
  return passages.map(({ start, end, part }) => ({ start, end, part }));
}

/**
 * Leaves out what speaks to nothing: echoes, bare topics, and courtesies and asides at either end of a run. Where nothing else is left all of them go,
 * but for the asides: they are what is said.
 */
export function speakingOnly(units: readonly Unit[]): Unit[] {
  const speaking = units.filter((unit) => !unit.manner.echo && !unit.topic);
  const earnest = (unit: Unit) => !unit.manner.courtesy || unit.manner.replies;
  const says = speaking.some((unit) => earnest(unit) && !unit.manner.aside)
    ? (unit: Unit) => earnest(unit) && !unit.manner.aside
    : earnest;
  return speaking.filter((unit, at) => {
    if (says(unit)) return true;
    const follows = speaking.slice(0, at).some((other) => says(other) && other.block === unit.block);
    const goesOn = speaking.slice(at + 1).some((other) => says(other) && other.block === unit.block);
    return follows && goesOn;
  });
}

/** The sentences that only held an answer off, where the real one is printed below them. By index. */
export function heldOff(units: readonly Unit[], { ofUnit }: Reaches, rules: LinkRules): number[] {
  const lastOf = new Map(
    units.flatMap(({ index }) => [...ofUnit[index]!.keys()].map((item) => [item, index] as const)),
  );
  return units.flatMap(({ index, block, text }) => {
    const answered = [...ofUnit[index]!].find(([, how]) => how === "stated")?.[0];
    if (answered === undefined || !says(text, rules.holdings)) return [];
    return units[lastOf.get(answered)!]!.block > block ? [index] : [];
  });
}

/** Where an answer comes back later in so many words, what only held the question off before it is left out. */
export function withoutHolding(units: readonly Unit[]): Unit[] {
  const back = units.find((unit) => unit.comeback !== "");
  if (!back) return [...units];
  const held = units.filter((unit) => unit.segment < back.segment);
  const onlyHeld = held.some((unit) => unit.manner.verdicts.some((cue) => cue.outcome === "deferred"));
  return onlyHeld ? units.filter((unit) => unit.segment >= back.segment) : [...units];
}
