import type { Precision } from "../../records/deadline.ts";
import { type Day, dayAt, dayOf, easterSunday, isBefore, monthEnd, monthStart, nthWeekday } from "./calendar.ts";
import { readOrdinal } from "./numeral.ts";
import type { Edge, Festival, TimeMeaning } from "./rules.ts";

/** A time that words name: its first and last day, null where nothing fixes them. */
export type Period = {
  from: Day | null;
  to: Day | null;
  precision: Precision;
  /** Whether the words alone do not fix it: a year or more was counted from the reference day. */
  relative: boolean;
};

/** The named pieces of a wording, as printed. */
export type Pieces = Readonly<Record<string, string | undefined>>;

/** Months by name or by the first three letters. */
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const WEEKDAYS = "mon tue wed thu fri sat sun".split(" ");
/** First and last month of a season (corpus/GUIDE.md, section 3: spring ends 31 May, summer 31 August, autumn 30 November, winter with February). */
const SEASONS: Readonly<Record<string, readonly [number, number]>> = {
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  winter: [12, 14],
};
/** School terms in England end with the year, about Easter, and in July; which day differs by council, so they are known to the month. */
const TERMS: Readonly<Record<string, readonly [number, number]>> = {
  autumn: [9, 12],
  michaelmas: [9, 12],
  spring: [1, 3],
  lent: [1, 3],
  summer: [4, 7],
  trinity: [4, 7],
};
/** The financial year begins in April, the academic year in September. */
const FINANCIAL = 4;
const ACADEMIC = 9;

const monthNumber = (word: string) => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
const weekdayNumber = (word: string) => WEEKDAYS.indexOf(word.slice(0, 3).toLowerCase()) + 1;

/** A stretch of whole months. */
export function months(year: number, first: number, last: number, precision: Precision, relative = false): Period {
  return { from: monthStart(year, first), to: monthEnd(year, last), precision, relative };
}

/** One day. */
export const single = (day: Day | null, relative = false): Period => ({
  from: day,
  to: day,
  precision: "day",
  relative,
});

/** A time that nothing dates. */
export const UNDATED: Period = { from: null, to: null, precision: "vague", relative: false };

/**
 * The first of a row of yearly periods that is not over on the reference day; with "next", the first that begins after it.
 * Without a reference nothing fixes the year: the period has no days.
 */
function upcoming(reference: Day | null, next: boolean, inYear: (year: number) => Period | null): Period | null {
  if (!reference) {
    const any = inYear(2024);
    return any && { ...any, from: null, to: null, relative: true };
  }
  for (let year = reference.year - 1; year <= reference.year + 8; year++) {
    const period = inYear(year);
    if (!period?.to || !period.from) continue;
    if (next ? isBefore(reference, period.from) : !isBefore(period.to, reference)) return { ...period, relative: true };
  }
  return null;
}

const isNext = (pieces: Pieces) => /^next$/i.test(pieces.relative ?? "");

/** A year in two or four digits. */
export const fullYear = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));

function ofYear(pieces: Pieces, reference: Day | null, inYear: (year: number) => Period | null): Period | null {
  if (pieces.year) return inYear(fullYear(pieces.year));
  if (reference && pieces.yearShift) return shifted(inYear(reference.year + (/next/i.test(pieces.yearShift) ? 1 : 0)));
  return upcoming(reference, isNext(pieces), inYear);
}

const shifted = (period: Period | null): Period | null => period && { ...period, relative: true };

type Reader = (pieces: Pieces, reference: Day | null) => Period | null;

/** Reads a day and a month; a weekday beside them picks the year in which it is right, where the year is implied. */
const readDay: Reader = (pieces, reference) => {
  const month = monthNumber(pieces.month!);
  const weekday = pieces.weekday ? weekdayNumber(pieces.weekday) : 0;
  const inYear = (year: number) => {
    const day = dayAt(year, month, Number(pieces.day));
    return day && single(day);
  };
  const plain = ofYear(pieces, reference, inYear);
  // "the week commencing 12 May" is over on its Sunday
  if (pieces.week !== undefined && plain?.from)
    return { ...plain, to: plain.from.add({ days: 7 - plain.from.dayOfWeek }) };
  if (pieces.year || !weekday || !reference || plain?.from?.dayOfWeek === weekday) return plain;
  return (
    upcoming(reference, false, (year) =>
      dayAt(year, month, Number(pieces.day))?.dayOfWeek === weekday ? inYear(year) : null,
    ) ?? plain
  );
};

const readQuarter: Reader = (pieces, reference) => {
  const quarter = readOrdinal(pieces.quarter!)!;
  if (quarter < 1 || quarter > 4) return null;
  // "Q3" alone, "of 2024/25" or "of the financial year" is a quarter of the financial year; of a bare year or "next year", of the calendar's
  const calendar = Boolean(pieces.calendar || pieces.yearShift || (pieces.year && !pieces.account));
  const first = (calendar ? 1 : FINANCIAL) + 3 * (quarter - 1);
  return ofYear(pieces, reference, (year) => months(year, first, first + 2, "quarter"));
};

const yearFrom =
  (first: number, precision: Precision = "year"): Reader =>
  (pieces, reference) =>
    ofYear(pieces, reference, (year) => months(year, first, first + 11, precision));

const season: Reader = (pieces, reference) => {
  const [first, last] = SEASONS[pieces.season!.toLowerCase()]!;
  // "winter 2024" without a second year ends in the February of the winter that begins in it
  return ofYear(pieces, reference, (year) => months(year, first, last, "season"));
};

/** "Friday week", "a fortnight tomorrow". */
const daysLater = ({ later }: Pieces): number => (later === undefined ? 0 : /^fortnight$/i.test(later) ? 14 : 7);

/** How many days after today "tomorrow" is, and "the day after tomorrow". */
const daysAhead = ({ nearby = "" }: Pieces): number => (/after/i.test(nearby) ? 2 : /tomorrow/i.test(nearby) ? 1 : 0);

const weekday: Reader = (pieces, reference) => {
  if (!reference) return single(null, true);
  const wanted = weekdayNumber(pieces.weekday!);
  const ahead = (wanted - reference.dayOfWeek + 7) % 7 || 7;
  // "next Friday", said on a Wednesday, is the Friday of next week
  const over = isNext(pieces) && wanted > reference.dayOfWeek ? 7 : 0;
  return single(reference.add({ days: ahead + over + daysLater(pieces) }), true);
};

/** "This week", "next month", "the year", "the current quarter". */
const relative: Reader = (pieces, reference) => {
  const unit = pieces.unit!.toLowerCase().replace(/\s+/g, " ");
  const step = /^(?:next|new|following|coming)$/i.test(pieces.relative ?? "") ? 1 : 0;
  const precision = unit.startsWith("week")
    ? "day"
    : unit === "month"
      ? "month"
      : unit === "quarter"
        ? "quarter"
        : "year";
  if (!reference) return { ...UNDATED, precision, relative: true };
  return { ...relativeUnit(unit, step, reference), relative: true };
};

function relativeUnit(unit: string, step: number, reference: Day): Period {
  if (unit === "week" || unit === "weekend") {
    // a week is over on its Sunday, as annotators take it; the Friday is arguable
    const monday = reference.subtract({ days: reference.dayOfWeek - 1 }).add({ days: 7 * step });
    return { ...single(monday), to: monday.add({ days: 6 }) };
  }
  if (unit === "month") return months(reference.year, reference.month + step, reference.month + step, "month");
  if (unit === "quarter") {
    const first = reference.month - ((reference.month - 1) % 3) + 3 * step;
    return months(reference.year, first, first + 2, "quarter");
  }
  const begins = /financial|fiscal/.test(unit) ? FINANCIAL : /academic|school/.test(unit) ? ACADEMIC : 1;
  const year = reference.year - (reference.month < begins ? 1 : 0) + step;
  return months(year, begins, begins + 11, "year");
}

/** What each meaning makes of its pieces; occasions, events, counts and festivals need more than pieces and stand elsewhere. */
const READERS: Partial<Record<TimeMeaning, Reader>> = {
  day: readDay,
  "day-of-month": (pieces, reference) => {
    if (!reference) return single(null, true);
    const start = reference.with({ day: 1 }).add({ months: /next/i.test(pieces.relative ?? "") ? 1 : 0 });
    const here = dayAt(start.year, start.month, Number(pieces.day));
    const later = start.add({ months: 1 });
    return single(here && !isBefore(here, reference) ? here : dayAt(later.year, later.month, Number(pieces.day)), true);
  },
  "numeric-day": (pieces, reference) =>
    ofYear(pieces, reference, (year) => {
      const day = dayAt(year, Number(pieces.month), Number(pieces.day));
      return day && single(day);
    }),
  "week-of-month": (pieces, reference) => {
    const month = monthNumber(pieces.month!);
    const count = readOrdinal(pieces.ordinal!);
    // the first week ends on the 7th, the last with the month
    return ofYear(pieces, reference, (year) => {
      if (pieces.weekday) return single(nthWeekday(year, month, count ?? -1, weekdayNumber(pieces.weekday)));
      const whole = months(year, month, month, "day");
      return count === null ? whole : { ...whole, to: whole.from!.with({ day: Math.min(7 * count, 28) }) };
    });
  },
  weekday,
  "nearby-day": (pieces, reference) =>
    single(reference?.add({ days: daysAhead(pieces) + daysLater(pieces) }) ?? null, true),
  month: (pieces, reference) => {
    const month = monthNumber(pieces.month!);
    return ofYear(pieces, reference, (year) => months(year, month, month, "month"));
  },
  season,
  term: (pieces, reference) => {
    const [first, last] = TERMS[pieces.term!.toLowerCase()]!;
    return ofYear(pieces, reference, (year) => months(year, first, last, "season"));
  },
  quarter: readQuarter,
  "financial-year": yearFrom(FINANCIAL),
  "academic-year": yearFrom(ACADEMIC),
  year: yearFrom(1),
  relative,
  vague: () => UNDATED,
};

/** The pieces without which a meaning cannot be read: a wording that leaves one out names no time. */
const NEEDS: Partial<Record<TimeMeaning, readonly string[]>> = {
  day: ["day", "month"],
  "day-of-month": ["day"],
  "numeric-day": ["day", "month"],
  "week-of-month": ["ordinal", "month"],
  weekday: ["weekday"],
  month: ["month"],
  season: ["season"],
  term: ["term"],
  quarter: ["quarter"],
  relative: ["unit"],
};

/** The days that a wording names, counted from a reference day where it does not say its year; null where it names none that exist. */
export function periodOf(means: TimeMeaning, pieces: Pieces, reference: Day | null): Period | null {
  if (NEEDS[means]?.some((piece) => pieces[piece] === undefined)) return null;
  if (pieces.year2 && pieces.year && !follows(pieces.year, pieces.year2)) return null;
  return READERS[means]?.(pieces, reference) ?? null;
}

/** "2024/25" is one year of account, "2019/25" is not. */
const follows = (year: string, next: string) => (fullYear(year) + 1) % 100 === Number(next) % 100;

/** A named day: the next that is not over, or that of a stated year. */
export function festivalOf(rule: Festival, pieces: Pieces, reference: Day | null): Period | null {
  return ofYear(pieces, reference, (year) => {
    if (rule.easter !== undefined) return single(easterSunday(year).add({ days: rule.easter }));
    return single(rule.monday ? nthWeekday(year, rule.monday.month, rule.monday.nth) : dayOf(`${year}-${rule.day}`));
  });
}

/** The stretch of a period that an edge names. Days have no edges: they stay. */
export function edgeOf(period: Period, edge: Edge): Period {
  const { from, to } = period;
  if (!from || !to || from.equals(to)) return period;
  if (edge === "end") return { ...period, from: to };
  if (edge === "start") return { ...period, to: from, precision: "day" };
  if (edge === "late") return period;
  // nothing says when a year is early no more
  if (edge === "early" && from.until(to).days >= LEAST_OF_A_YEAR) return { ...period, from: null, to: null };
  return { ...period, to: inner(from, to, edge) };
}

/** No year is shorter, in days. */
const LEAST_OF_A_YEAR = 364;

/** A week has no early or middle part that one could date. */
const WEEK = 7;

/**
 * The last day of an early, middle or first half of a period. Of a month: the 10th and the 15th. Of longer ones: whole months, of a
 * year the first half ("mid-2025"), of a season or quarter the first month or the second.
 */
function inner(from: Day, to: Day, edge: Edge): Day {
  const length = (to.year - from.year) * 12 + to.month - from.month + 1;
  if (edge === "second-half") return to;
  if (length === 1 && from.until(to).days < WEEK) return to;
  if (length === 1) return from.with({ day: edge === "early" ? 10 : 15 });
  const share = edge === "early" ? 1 : Math.ceil(length / 2);
  return from.add({ months: share }).subtract({ days: 1 });
}
