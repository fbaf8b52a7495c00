import { matchesOf } from "../../document/matches.ts";
import type { Span } from "../../records/anchor.ts";
import type { Precision } from "../../records/deadline.ts";
import { type Day, dayOf, isBefore } from "./calendar.ts";
import { countBack } from "./count.ts";
import { foldMarks, type Grammar } from "./grammar.ts";
import { type Reading, type ReadingPlace, readPeriodAt } from "./read-period.ts";
import type { LimitCue, TimeMeaning } from "./rules.ts";
import type { TimeContext } from "./time-context.ts";

/** A time expression with its preposition: where it stands in the text, and the last day that meets it. */
export type Time = Span & {
  date: string | null;
  precision: Precision;
  relativeTo: string | null;
  /** The rule that read the preposition; null where it has none. */
  limit: string | null;
  means: TimeMeaning;
};

/** The same time, with its place counted from another offset. */
export const moved = (time: Time, by: number): Time => ({ ...time, start: time.start + by, end: time.end + by });

/** The first time expression of a text, or null. */
export function readTime(text: string, context: TimeContext, grammar: Grammar): Time | null {
  return readTimes(text, context, grammar)[0] ?? null;
}

/** All time expressions with a preposition that sets a limit, or that need none, in reading order; they do not overlap. */
export function readTimes(text: string, context: TimeContext, grammar: Grammar): Time[] {
  const folded = foldMarks(text);
  const times = grammar.timesIn(folded);
  if (times.length === 0) return [];
  const reference = context.reference === null ? null : dayOf(context.reference);
  const place = { text: folded, reference, context, grammar, times };
  const found = [...limitedTimes(place), ...bareTimes(place)].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Time[] = [];
  for (const time of found) if (!kept.some((other) => time.start < other.end)) kept.push(time);
  return kept;
}

function* limitedTimes(place: ReadingPlace): Generator<Time> {
  for (const limit of place.grammar.limitsIn(place.text))
    for (const match of matchesOf(place.text, limit.fits)) {
      const reading = readPeriodAt(place, match.index + match[0].length + gapAt(place.text, match), limit);
      const span = reading && { start: match.index, end: reading.end };
      if (reading && span) yield toTime(place, span, reading, { limit, pieces: match.groups ?? {} });
    }
}

const gapAt = (text: string, match: RegExpMatchArray): number =>
  /^\s*/.exec(text.slice(match.index! + match[0].length))![0].length;

function* bareTimes(place: ReadingPlace): Generator<Time> {
  for (const cue of place.times) {
    if (!cue.bare) continue;
    for (const match of matchesOf(place.text, cue.search)) {
      const reading = readPeriodAt(place, match.index, null);
      if (reading) yield toTime(place, { start: match.index, end: reading.end }, reading, null);
    }
  }
}

type Governor = { limit: LimitCue; pieces: Record<string, string | undefined> };

function toTime(place: ReadingPlace, span: Span, reading: Reading, governor: Governor | null): Time {
  const { period, means, basis } = reading;
  const { reference, context } = place;
  const counted = period.relative && reference ? `${context.called}, ${reference}` : null;
  const date = lastDay(place, reading, governor)?.toString() ?? null;
  return {
    ...span,
    date,
    precision: date === null && means === "occasion" ? "vague" : period.precision,
    relativeTo: basis ?? counted,
    limit: governor?.limit.name ?? null,
    means,
  };
}

/** The last day that meets a limit (corpus/GUIDE.md, section 3): "before D" the day before D, "before the end of P" P's last day. */
function lastDay({ reference, grammar }: ReadingPlace, reading: Reading, governor: Governor | null): Day | null {
  const { period, edge, means } = reading;
  const meets = governor?.limit.meets ?? "end";
  if (meets === "start") return period.from;
  if (meets === "end" || edge === "end") return period.to;
  if (governor?.pieces.count) return period.from && countBack(period.from, governor.pieces, grammar.holidays);
  const before = period.from?.subtract({ days: 1 }) ?? null;
  const begun = before && period.relative && reference && isBefore(before, reference);
  return begun && YEARLY.includes(means) ? before.add({ years: 1 }) : before;
}

/** What comes round every year: before the winter that has begun is before the next. */
const YEARLY: readonly TimeMeaning[] = ["month", "season", "quarter"];
