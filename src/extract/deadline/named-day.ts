import type { Document } from "../../document/document.ts";
import { matchesOf } from "../../document/matches.ts";
import { firstEndingAfter } from "../../document/span.ts";
import { type Day, dayOf, isBefore } from "./calendar.ts";
import { foldMarks, type Grammar } from "./grammar.ts";
import { type Pieces, periodOf } from "./period.ts";
import type { TimeMeaning } from "./rules.ts";

/** A day that a text names, with the words around it in straight marks. */
export type NamedDay = {
  /** The heading above it, the words before it and some behind it in its block, in lower case. */
  words: string;
  /** The heading above it and the words before it in its block. */
  ahead: string;
  /** An ISO day; the words themselves where no year could be found for it. */
  day: string;
  /** Whether its year is stated. */
  stated: boolean;
};

/** How much of a block around a day says what it is the day of, in UTF-16 code units. */
const BEFORE = 160;
const AFTER = 60;

/** A wording of a day in its place, before its year is settled. */
export type DayWording = Omit<NamedDay, "day"> & { start: number; means: TimeMeaning; pieces: Pieces; exact: string };

/** Every wording of a day in a document, in reading order: one pass over the text. */
export function findDays(document: Document, grammar: Grammar): DayWording[] {
  const text = foldMarks(document.text);
  const headings = document.blocks.filter(({ kind }) => kind === "heading" || kind === "title");
  return grammar.times
    .filter(({ means }) => means === "day" || means === "numeric-day")
    .flatMap((cue) => matchesOf(text, cue.search).map((match) => ({ means: cue.means, match })))
    .sort((a, b) => a.match.index - b.match.index)
    .flatMap(({ means, match }) => {
      const start = match.index;
      const block = document.blocks[firstEndingAfter(document.blocks, start)] ?? { start: 0, end: text.length };
      // "17/05/24" at the beginning of a block is the number of a minute
      if (means === "numeric-day" && block.start === start) return [];
      const heading = headings[firstEndingAfter(headings, start) - 1];
      const title = heading ? `${text.slice(heading.start, heading.end)}: ` : "";
      const ahead = title + text.slice(Math.max(block.start, start - BEFORE), start);
      const behind = text.slice(start, Math.min(block.end, start + match[0].length + AFTER));
      const pieces = match.groups ?? {};
      const words = (ahead + behind).toLowerCase();
      return [{ start, means, pieces, exact: match[0], words, ahead, stated: Boolean(pieces.year) }];
    });
}

/** The days of some wordings. Years that are not stated are counted from `reference`. */
export function namedDays(wordings: readonly DayWording[], reference: string | null): NamedDay[] {
  const from = reference === null ? null : dayOf(reference);
  return wordings.flatMap(({ means, pieces, exact, words, ahead, stated }) => {
    const day = periodOf(means, pieces, from)?.from ?? null;
    return day || !from ? [{ words, ahead, stated: stated && day !== null, day: day?.toString() ?? exact }] : [];
  });
}

/** Of the days that a text names, those that may be days of meetings and events; only those whose year is known. */
export const occasionsAmong = (days: readonly NamedDay[], { unmet }: Grammar): NamedDay[] =>
  days.filter(({ ahead, day }) => /^\d{4}-/.test(day) && !unmet.some((rule) => rule.test(ahead)));

/**
 * A day on or before which a part without a date was written, from the days that it names: the latest past one with its year, or the
 * latest past one without a year before the first future one with its year. Null where no year is stated.
 */
export function estimatedDay(days: readonly NamedDay[], { toCome }: Grammar): string | null {
  const isPast = ({ ahead }: NamedDay) => !toCome.some((rule) => rule.test(ahead));
  const stated = days.filter((day) => day.stated).sort((a, b) => (a.day < b.day ? -1 : 1));
  const past = stated.filter(isPast).at(-1);
  if (past) return past.day;
  const bound = stated[0] && dayOf(stated[0].day);
  if (!bound) return null;
  const yearless = days.filter((day) => !day.stated && isPast(day));
  const before = yearless.flatMap(({ day }) => lastBefore(day, bound) ?? []).sort();
  return before.at(-1) ?? bound.subtract({ months: 3 }).toString();
}

/** The first day that words name, as an ISO day; one without its year is the last before another day. Null where they name none. */
export function firstPastDay(words: string, before: string | null, grammar: Grammar): string | null {
  const text = foldMarks(words);
  const [first] = grammar.times
    .filter(({ means }) => means === "day" || means === "numeric-day")
    .flatMap(({ means, search }) => matchesOf(text, search).map((match) => ({ means, match })))
    .sort((a, b) => a.match.index - b.match.index);
  if (!first) return null;
  const { year } = first.match.groups ?? {};
  if (!year) return before && lastBefore(first.match[0], dayOf(before));
  return periodOf(first.means, first.match.groups!, null)?.from?.toString() ?? null;
}

/** The last occurrence of a yearless day ("14 October") before another day. */
function lastBefore(words: string, bound: Day): string | null {
  const [, day, month] = /(\d{1,2})\D*?\b([a-z]{3})/i.exec(words) ?? [];
  if (!day || !month) return null;
  const found = periodOf("day", { day, month }, bound.subtract({ years: 1 }))?.from ?? null;
  return found && isBefore(found, bound) ? found.toString() : null;
}

/** How near before a day the words that make it the day of a letter or report stand as a rule, in UTF-16 code units. */
const NEARBY = 40;

/**
 * The day of what a part answers, where it names it ("the letter of 4 May 2023", "the report published on 3 June"): the first such day before
 * the part's own, one that is named so in the words right before it going first. A day without its year counts only where it is so named, as the last one before the part's own.
 */
export function answeredDay(days: readonly NamedDay[], own: string | null, grammar: Grammar): string | null {
  const before = days.flatMap((each) => {
    const day = each.stated ? each.day : own && lastBefore(each.day, dayOf(own));
    return day && (own === null || day < own) ? [{ ...each, day }] : [];
  });
  const isNamed = (words: string) => grammar.answered.some((rule) => rule.test(words));
  const found =
    before.find(({ ahead }) => isNamed(ahead.slice(-NEARBY))) ??
    before.find(({ ahead, stated }) => stated && isNamed(ahead));
  return found?.day ?? null;
}
