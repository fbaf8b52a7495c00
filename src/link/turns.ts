import type { Segment } from "../document/structure.ts";
import type { Person } from "../records/person.ts";
import type { Asked } from "./asked.ts";
import { surnameOf } from "./people.ts";

/** How many turns later an answer may still come back to a question. */
const WINDOW = 30;

/** How many turns in a row of the other side still answer one question. */
const IN_A_ROW = 3;

/** A turn that was cut off, or takes up what was cut off. */
const BROKEN_OFF = /(?:--|—|–|\.\.\.|…)\s*$/;

/** For a question in a transcript: the turns (segment indexes) of the other side that answer next, and later ones that may. */
export type TurnsAfter = { next: number[]; later: number[] };

/** How often each speaker (by surname) speaks and asks. */
export type AskingRates = ReadonlyMap<string, { turns: number; asks: number }>;

/** Who speaks and asks how often. */
export function askingRates(segments: readonly Segment[], asked: readonly Asked[]): AskingRates {
  const turns = new Map<string, number>();
  const asks = new Map<string, number>();
  const add = (to: Map<string, number>, key: string) => to.set(key, (to.get(key) ?? 0) + 1);
  for (const segment of segments) if (segment.kind === "turn") add(turns, keyOf(segment.speaker));
  for (const { segment } of asked) if (segments[segment]?.kind === "turn") add(asks, keyOf(segments[segment].speaker));
  return new Map([...turns].map(([key, count]) => [key, { turns: count, asks: asks.get(key) ?? 0 }]));
}

/**
 * The turns after a question in which its reply may stand. The other side is whoever the question names, else those who ask
 * markedly less than the asker; it answers in
 * one turn or several in a row; a turn broken off goes on after whoever broke in.
 */
export function turnsAfter(
  segments: readonly Segment[],
  { segment: from, item }: Asked,
  rates: AskingRates,
  text: string,
): TurnsAfter {
  const asker = keyOf(segments[from]!.speaker);
  const part = segments[from]!.part;
  const named = new Set(item.to.map((name) => surnameOf(name)));
  const out: TurnsAfter = { next: [], later: [] };
  let left = WINDOW;
  const anybody = asksSeldom(rates.get(asker));
  let open = true;
  let brokenOff = false;
  for (let at = from + 1; at < segments.length && left > 0; at++) {
    const turn = segments[at]!;
    if (turn.kind !== "turn" || turn.part !== part) continue;
    left--;
    const speaker = keyOf(turn.speaker);
    if (speaker === asker || !isOtherSide(asker, speaker, rates, named)) {
      if (out.next.length > 0 && !brokenOff) open = false;
      continue;
    }
    (open ? out.next : out.later).push(at);
    brokenOff = BROKEN_OFF.test(text.slice(turn.start, turn.end));
    if (!brokenOff && (anybody || out.next.length >= IN_A_ROW)) open = false;
  }
  return out;
}

function isOtherSide(asker: string, speaker: string, rates: AskingRates, named: Set<string>): boolean {
  if (named.has(speaker)) return true;
  const own = rates.get(asker);
  const other = rates.get(speaker);
  if (!own || !other) return true;
  return asksSeldom(own) || other.asks / other.turns <= (own.asks - 1) / own.turns / 2;
}

/** A guest who asks once is no questioner, and anybody may answer. */
const asksSeldom = (rate: { asks: number } | undefined): boolean => !rate || rate.asks <= 1;

/** A speaker's surname, lower case; "" for nobody known. */
export const keyOf = (speaker: Person | null): string => surnameOf(speaker?.name ?? speaker?.role ?? "");
