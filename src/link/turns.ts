import type { Segment } from "../document/structure.ts";
import type { Person } from "../records/person.ts";
import type { Asked } from "./asked.ts";
import { bareName } from "./people.ts";

/** How many turns later an answer may still come back to a question. */
const WINDOW = 30;

/** A turn that was cut off, or takes up what was cut off. */
const BROKEN_OFF = /(?:--|—|–|\.\.\.|…)\s*$/;

/** For a question in a transcript: the turns (segment indexes) of the other side that answer next, and later ones that may. */
export type TurnsAfter = { next: number[]; later: number[] };

/** Who asks how often: speakers by surname to questions for each turn. */
export function askingRates(segments: readonly Segment[], asked: readonly Asked[]): Map<string, number> {
  const turns = new Map<string, number>();
  const asks = new Map<string, number>();
  const add = (to: Map<string, number>, key: string) => to.set(key, (to.get(key) ?? 0) + 1);
  for (const segment of segments) if (segment.kind === "turn") add(turns, keyOf(segment.speaker));
  for (const { segment } of asked) if (segments[segment]?.kind === "turn") add(asks, keyOf(segments[segment].speaker));
  return new Map([...turns].map(([key, count]) => [key, (asks.get(key) ?? 0) / count]));
}

/**
 * The turns after a question in which its reply may stand. The other side is whoever the question names, else those who ask
 * markedly less than the asker; a turn broken off goes on in the speaker's next one.
 */
export function turnsAfter(
  segments: readonly Segment[],
  { segment: from, item }: Asked,
  rates: ReadonlyMap<string, number>,
  text: string,
): TurnsAfter {
  const asker = keyOf(segments[from]!.speaker);
  const part = segments[from]!.part;
  const named = new Set(item.to.map((name) => surnameOf(name)));
  const out: TurnsAfter = { next: [], later: [] };
  let left = WINDOW;
  let open = true;
  for (let at = from + 1; at < segments.length && left > 0; at++) {
    const turn = segments[at]!;
    if (turn.kind !== "turn" || turn.part !== part) continue;
    left--;
    const speaker = keyOf(turn.speaker);
    if (speaker === asker || !isOtherSide(asker, speaker, rates, named)) continue;
    const brokenOff = BROKEN_OFF.test(text.slice(turn.start, turn.end));
    if (open) out.next.push(at);
    else out.later.push(at);
    if (open && !brokenOff) open = false;
  }
  return out;
}

function isOtherSide(asker: string, speaker: string, rates: ReadonlyMap<string, number>, named: Set<string>): boolean {
  if (named.has(speaker)) return true;
  const [mine, theirs] = [rates.get(asker) ?? 0, rates.get(speaker) ?? 0];
  const least = Math.min(...rates.values());
  // one who asks seldom is answered by anybody
  return theirs <= mine / 2 || mine <= least || theirs === least;
}

const surnameOf = (name: string): string => bareName(name).toLowerCase().split(/\s+/).at(-1) ?? "";

/** A speaker's surname, lower case; "" for nobody known. */
export const keyOf = (speaker: Person | null): string => surnameOf(speaker?.name ?? speaker?.role ?? "");
