import { addWorkingDays, type Day } from "./calendar.ts";
import { readNumeral } from "./numeral.ts";
import type { Pieces } from "./period.ts";

/** The day so much after another as a wording says ("10 working days", "a fortnight", "48 hours"); null where its number is none. */
export const countOn = (day: Day, pieces: Pieces, holidays: ReadonlySet<string>): Day | null =>
  counted(day, pieces, holidays, 1);

/** The day so much before another. */
export const countBack = (day: Day, pieces: Pieces, holidays: ReadonlySet<string>): Day | null =>
  counted(day, pieces, holidays, -1);

function counted(day: Day, pieces: Pieces, holidays: ReadonlySet<string>, sign: 1 | -1): Day | null {
  const count = readNumeral(pieces.count ?? "a");
  if (count === null) return null;
  const amount = sign * count;
  const unit = pieces.countUnit!.toLowerCase();
  if (unit.startsWith("hour")) return day.add({ days: sign * Math.ceil(count / 24) });
  if (unit.startsWith("day")) return pieces.working ? addWorkingDays(day, amount, holidays) : day.add({ days: amount });
  if (unit.startsWith("week")) return day.add({ weeks: amount });
  if (unit.startsWith("fortnight")) return day.add({ weeks: 2 * amount });
  return unit.startsWith("month") ? day.add({ months: amount }) : day.add({ years: amount });
}
