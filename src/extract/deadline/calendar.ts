import { Temporal } from "temporal-polyfill";

/** A calendar day without time or zone. */
export type Day = Temporal.PlainDate;

/** The day of an ISO string. Throws a RangeError where it is none. */
export const dayOf = (iso: string): Day => Temporal.PlainDate.from(iso);

/** A day by its numbers, or null where the calendar has none such (31 June). */
export function dayAt(year: number, month: number, day: number): Day | null {
  if (month < 1 || month > 12 || day < 1) return null;
  const nearest = Temporal.PlainDate.from({ year, month, day });
  return nearest.day === day ? nearest : null;
}

/** The last day of a month; months may run over the year's end (14 is February of the next year). */
export function monthEnd(year: number, month: number): Day {
  return monthStart(year, month).add({ months: 1 }).subtract({ days: 1 });
}

/** The first day of a month; months may run over the year's end. */
export const monthStart = (year: number, month: number): Day =>
  Temporal.PlainDate.from({ year, month: 1, day: 1 }).add({ months: month - 1 });

/** The nth Monday (or other weekday, 1 to 7) of a month, counted from its end where negative: -1 is the last. */
export function nthWeekday(year: number, month: number, nth: number, weekday = 1): Day {
  const start = monthStart(year, month);
  const first = start.add({ days: (weekday + 7 - start.dayOfWeek) % 7 });
  if (nth > 0) return first.add({ weeks: nth - 1 });
  const end = monthEnd(year, month);
  return end.subtract({ days: (end.dayOfWeek - weekday + 7) % 7 }).subtract({ weeks: -nth - 1 });
}

/** Whether the first day is earlier than the second. */
export const isBefore = (a: Day, b: Day): boolean => Temporal.PlainDate.compare(a, b) < 0;

/** Easter Sunday of a year of the Gregorian calendar: the anonymous algorithm as given by Meeus, Astronomical Algorithms, ch. 8. */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return Temporal.PlainDate.from({ year, month, day });
}

/** Whether offices are open: no Saturday, Sunday or day of the list of holidays. */
export const isWorkingDay = (day: Day, holidays: ReadonlySet<string>): boolean =>
  day.dayOfWeek < 6 && !holidays.has(day.toString());

/** The day so many working days after (or, negative, before) another, which is itself not counted. */
export function addWorkingDays(day: Day, count: number, holidays: ReadonlySet<string>): Day {
  let at = day;
  for (let left = Math.abs(count); left > 0; ) {
    at = at.add({ days: Math.sign(count) });
    if (isWorkingDay(at, holidays)) left--;
  }
  return at;
}
