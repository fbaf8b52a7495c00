import type { Document } from "../../document/document.ts";
import { firstEndingAfter } from "../../document/span.ts";
import type { Part, PartKind } from "../../records/part.ts";
import { type Day, dayOf, isBefore } from "./calendar.ts";
import { foldMarks, type Grammar } from "./grammar.ts";
import type { Occasion } from "./occasion.ts";
import { periodOf } from "./period.ts";
import type { TimeContext } from "./read-time.ts";

/** What a part's own day is called in a deadline's working. */
const CALLED: Record<PartKind, string> = {
  letter: "the letter's date",
  reply: "the reply's date",
  decision: "the form's date",
  minutes: "the date of the meeting",
  transcript: "the date of the meeting",
  "written-questions": "the date of the paper",
  report: "the report's date",
  response: "the response's date",
  other: "the document's date",
};

/** How much of a block around a day says what it is the day of, in UTF-16 code units. */
const BEFORE = 160;
const AFTER = 60;

/** A day that a text names, with the words around it. */
type NamedDay = Occasion & { stated: boolean; ahead: string };

/** What a part and the file around it tell about times. */
export function contextOf(document: Document, part: Part, parts: readonly Part[], grammar: Grammar): TimeContext {
  const { start, end } = part.anchor;
  const reference = part.date ?? otherDate(part, parts) ?? estimate(namedDays(document, { start, end }, null, grammar));
  const called = part.date ? CALLED[part.kind] : "the day that the file implies";
  const occasions = namedDays(document, { start: 0, end: document.text.length }, reference, grammar);
  return { reference, called, occasions };
}

/** Where the part bears no day, the nearest part that bears one fixes the year. */
const otherDate = (part: Part, parts: readonly Part[]): string | null => {
  const at = parts.indexOf(part);
  const dated = parts.filter((other) => other.date !== null);
  return dated.sort((a, b) => Math.abs(parts.indexOf(a) - at) - Math.abs(parts.indexOf(b) - at))[0]?.date ?? null;
};

function namedDays(
  document: Document,
  within: { start: number; end: number },
  reference: string | null,
  grammar: Grammar,
): NamedDay[] {
  const text = foldMarks(document.text.slice(within.start, within.end));
  const from = reference === null ? null : dayOf(reference);
  return grammar.times
    .filter(({ means }) => means === "day" || means === "numeric-day")
    .flatMap((cue) => [...text.matchAll(cue.search)].map((match) => ({ cue, match })))
    .flatMap(({ cue, match }) => {
      const day = periodOf(cue.means, match.groups ?? {}, from)?.from ?? null;
      const stated = Boolean(match.groups?.year);
      if (!day && from) return [];
      const at = within.start + match.index;
      const block = document.blocks[firstEndingAfter(document.blocks, at)] ?? within;
      const ahead = text.slice(Math.max(0, block.start - within.start, match.index - BEFORE), match.index);
      const behind = text.slice(
        match.index,
        Math.min(text.length, block.end - within.start, match.index + match[0].length + AFTER),
      );
      return [{ words: (ahead + behind).toLowerCase(), ahead, day: day?.toString() ?? match[0], stated }];
    });
}

const FUTURE = /\b(?:next|will|upcoming|forthcoming|by|before|until|on or before|no later than)\b[^.;]*$/iu;

/**
 * A day on or before which a part without a date was written, from the days that it names: the latest past one with its year, or the
 * latest past one without a year before the first future one with its year. Null where no year is stated.
 */
function estimate(days: readonly NamedDay[]): string | null {
  const future = (day: NamedDay) => FUTURE.test(day.ahead);
  const stated = days.filter((day) => day.stated).sort((a, b) => a.day.localeCompare(b.day));
  const past = stated.filter((day) => !future(day)).at(-1);
  if (past) return past.day;
  const bound = stated[0] && dayOf(stated[0].day);
  if (!bound) return null;
  const before = days.filter((day) => !day.stated && !future(day)).flatMap((day) => lastBefore(day.day, bound) ?? []);
  return before.sort().at(-1) ?? bound.subtract({ months: 3 }).toString();
}

/** The last occurrence of a yearless day ("14 October") before another day. */
function lastBefore(words: string, bound: Day): string | null {
  const [, day, month] = /(\d{1,2})\D*?\b([a-z]{3})/i.exec(words) ?? [];
  if (!day || !month) return null;
  const year = bound.subtract({ years: 1 });
  const found = periodOf("day", { day, month }, year)?.from ?? null;
  return found && isBefore(found, bound) ? found.toString() : null;
}
