import type { Day } from "./calendar.ts";
import { dayOf } from "./calendar.ts";
import type { Pieces } from "./period.ts";
import type { Occasion, TimeContext } from "./time-context.ts";

/** Words of an occasion's name that tell nothing apart. */
const DULL = new Set(
  "the a an of and its our your their this that at on in to for next upcoming forthcoming following coming appropriate available scheduled".split(
    " ",
  ),
);

/**
 * The day of a meeting that is named without one ("the July Board", "the next meeting of the Panel"), from the dates that stand
 * elsewhere in the file: on or after the reference day, of the same kind, of the month that is named, sharing the most words of the
 * name; then one that is called the next; then the earliest. `day` is null where the file gives none.
 */
export function resolveOccasion(
  words: string,
  pieces: Pieces,
  context: TimeContext,
): { day: Day | null; basis: string | null } {
  const kind = pieces.kind?.toLowerCase().replace(SHORT_FOR_MEETING, "meeting") ?? "meeting";
  const name = words
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word && !DULL.has(word) && word !== kind);
  const month = pieces.occasionMonth?.toLowerCase();
  const next = pieces.which !== undefined || /\bnext\b/i.test(words);
  let best: { occasion: Occasion; score: number } | null = null;
  for (const occasion of context.occasions()) {
    if (context.reference !== null && occasion.day <= context.reference) continue;
    if (!occasion.words.includes(kind) || (month && monthOf(occasion) !== month.slice(0, 3))) continue;
    const score = scoreOf(occasion.words, name, next);
    if (!best || score > best.score || (score === best.score && occasion.day < best.occasion.day))
      best = { occasion, score };
  }
  if (!best) return { day: null, basis: null };
  const { day } = best.occasion;
  return { day: dayOf(day), basis: `the date of the ${kind}, ${day}, given elsewhere` };
}

/** As action logs print it: "Feb mtg". */
const SHORT_FOR_MEETING = /^mtgs?$/;

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const monthOf = ({ day }: Occasion): string => MONTHS[Number(day.slice(5, 7)) - 1]!;

const scoreOf = (words: string, name: readonly string[], next: boolean): number =>
  name.filter((word) => words.includes(word)).length + (next && /\bnext\b/.test(words) ? 0.5 : 0);
