import type { Day } from "./calendar.ts";
import { dayOf, isBefore } from "./calendar.ts";
import type { Pieces } from "./period.ts";
import type { TimeContext } from "./read-time.ts";

/** A day that a file gives for something, with the words of the sentence in which it stands (lower case, straight marks). */
export type Occasion = { words: string; day: string };

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
  const kind = pieces.kind!.toLowerCase();
  const name = words
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word && !DULL.has(word) && word !== kind);
  const month = pieces.occasionMonth?.toLowerCase();
  const ranked = context
    .occasions()
    .map((occasion) => ({ occasion, day: dayOf(occasion.day) }))
    .filter(({ occasion }) => occasion.words.includes(kind))
    .filter(({ day }) => !context.reference || isBefore(dayOf(context.reference), day))
    .filter(({ day }) => !month || monthName(day).startsWith(month.slice(0, 3)))
    .map((each) => ({
      ...each,
      score: scoreOf(each.occasion.words, name, pieces.which !== undefined || /\bnext\b/i.test(words)),
    }))
    .sort((a, b) => b.score - a.score || a.day.since(b.day).sign);
  const best = ranked[0];
  return best
    ? { day: best.day, basis: `the date of the ${kind}, ${best.day}, given elsewhere` }
    : { day: null, basis: null };
}

const monthName = (day: Day): string => "jan feb mar apr may jun jul aug sep oct nov dec".split(" ")[day.month - 1]!;

const scoreOf = (words: string, name: readonly string[], next: boolean): number =>
  name.filter((word) => words.includes(word)).length + (next && /\bnext\b/.test(words) ? 0.5 : 0);
