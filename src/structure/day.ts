const MONTHS = "january february march april may june july august september october november december".split(" ");

/** The months as printed, whole or cut to three or four letters, for patterns. */
const MONTH = `(?:${MONTHS.map((month) => month.slice(0, 3) + (month.length > 3 ? `(?:${month.slice(3)}|${month[3]})?` : "")).join("|")})\\.?`;
const WEEKDAY = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\\s+)?";

/** A day in words ("Tuesday 3rd of May, 2024", "5 September"), for patterns: no groups, no anchors, case left open. */
export const DAY_IN_WORDS = `${WEEKDAY}\\d{1,2}(?:st|nd|rd|th)?(?:\\s+of)?\\s+${MONTH}(?:,?\\s+\\d{4})?`;

/** A day in words or in figures ("04/03/2024", "2024-03-04"), for patterns of lines that say when something was written. */
export const DAY_AS_PRINTED = `(?:${DAY_IN_WORDS}|\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2})|\\d{4}-\\d{2}-\\d{2})`;

const WORDS_FIRST = new RegExp(
  `(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+(?<month>${MONTH})(?:,?\\s+(?<year>\\d{4}))?(?!\\d)`,
  "i",
);
const MONTH_FIRST = new RegExp(`\\b(?<month>${MONTH})\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})`, "i");
const ISO = /\b(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?!\d)/;
/** Day first, as in Britain. */
const IN_FIGURES = /\b(?<day>\d{1,2})(?<sign>[./-])(?<month>\d{1,2})\k<sign>(?<year>\d{4}|\d{2})\b/;

/** A day as read: `year` is null where the words name none. */
export type ReadDay = { year: number | null; month: number; day: number };

/** The first day that the words name, or null. A month alone ("May 2024") is no day. */
export function readDay(words: string): ReadDay | null {
  const found = [ISO, WORDS_FIRST, MONTH_FIRST, IN_FIGURES].flatMap((pattern) => {
    const match = pattern.exec(words);
    const groups = match?.groups;
    const read = groups && { year: yearOf(groups.year), month: monthOf(groups.month!), day: Number(groups.day) };
    return read && exists(read) ? [{ read, at: match.index }] : [];
  });
  return found.sort((a, b) => a.at - b.at)[0]?.read ?? null;
}

/** The ISO day that the words name with its year, or null. */
export function readIsoDay(words: string): string | null {
  const read = readDay(words);
  return read?.year ? isoOf({ ...read, year: read.year }) : null;
}

const MONTH_ALONE = new RegExp(
  `^(?:(?:published|publication date|date|issued)\\s*(?:in|:)?\\s+|(?:[a-z]+ ){0,3}(?:report|review|briefing|paper|version),?\\s+|(?:presented|laid|published|printed|issued)\\b[^.]{0,120}?[,\\s]\\s*)?(?<month>${MONTHS.join("|")})\\s+(?<year>\\d{4})[.]?$`,
  "i",
);

/** The ISO day on which the month ends that a line is ("June 2023") or says something came out in ("Presented to Parliament, June 2023"), or null. */
export function readMonthEnd(line: string): string | null {
  const groups = MONTH_ALONE.exec(line.trim())?.groups;
  if (!groups) return null;
  const [year, month] = [Number(groups.year), monthOf(groups.month!)];
  return isoOf({ year, month, day: new Date(Date.UTC(year, month, 0)).getUTCDate() });
}

const DAY_BEHIND = new RegExp(
  `\\s*[,·|–—-]?\\s*(?:(?:held )?on |held )?(?<![\\p{L}\\d])(?:${DAY_IN_WORDS}|(?:${MONTHS.join("|")}) \\d{4}\\b).*$`,
  "iu",
);

/** A line without the day or month that stands behind its other words ("Parks Board, Monday 4 May 2024, 6pm"). */
export const withoutDay = (line: string): string => line.replace(DAY_BEHIND, "").trim() || line;

/** The last such day on or before an ISO day; the day itself where it has its year; null where neither fixes it. */
export function dayBefore(read: ReadDay, isoDay: string | null): string | null {
  if (read.year !== null) return isoOf({ ...read, year: read.year });
  if (isoDay === null) return null;
  const year = Number(isoDay.slice(0, 4));
  const same = isoOf({ ...read, year });
  return same <= isoDay ? same : isoOf({ ...read, year: year - 1 });
}

const isoOf = ({ year, month, day }: { year: number; month: number; day: number }): string =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

const yearOf = (digits: string | undefined): number | null =>
  digits === undefined ? null : digits.length === 2 ? 2000 + Number(digits) : Number(digits);

const monthOf = (month: string): number =>
  /^\d/.test(month) ? Number(month) : MONTHS.findIndex((name) => name.startsWith(month.slice(0, 3).toLowerCase())) + 1;

/** The 29th of February passes without its year; a misprinted year ("0024") is none. */
const exists = ({ year, month, day }: ReadDay): boolean =>
  (year ?? 2000) >= 1000 &&
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();
