import { matchesOf } from "../../document/matches.ts";
import { type Day, isBefore } from "./calendar.ts";
import { countBack, countOn } from "./count.ts";
import type { Grammar } from "./grammar.ts";
import { resolveOccasion } from "./occasion.ts";
import { edgeOf, festivalOf, type Period, type Pieces, periodOf, single, UNDATED } from "./period.ts";
import type { Edge, LimitCue, TimeCue, TimeMeaning } from "./rules.ts";
import type { TimeContext } from "./time-context.ts";

/** A text with straight marks, what its times are read with, and those of them that may stand in it. */
export type ReadingPlace = {
  text: string;
  reference: Day | null;
  context: TimeContext;
  grammar: Grammar;
  times: Grammar["times"];
};

/** What stands at one place of a text: a period, and where its words end. */
export type Reading = {
  end: number;
  period: Period;
  means: TimeMeaning;
  /** What dated it, where that stands elsewhere. */
  basis: string | null;
  edge: Edge | null;
};

type Cue = TimeCue & { fits: RegExp };
/** Under what a time is read: a limit, or a place that takes some meanings only. */
type Opening = Pick<LimitCue, "name" | "takes">;

/** Dates that follow a meeting or an event. */
const TAIL_OPENING: Opening = { name: "", takes: ["day", "day-of-month", "numeric-day", "month", "season"] };
/** What a count may be counted from. */
const BASE_OPENING: Opening = { name: "counted-from", takes: ["day", "numeric-day", "named", "occasion", "festival"] };

/** The longest time that stands at an offset under a limit (null: under none), with the edge before it; null where there is none. */
export function readPeriodAt(place: ReadingPlace, at: number, limit: Opening | null): Reading | null {
  const plain = longestAt(place, at, limit);
  for (const { edge, fits } of place.grammar.edges) {
    const opening = matchAt(fits, place.text, at);
    const reading = opening && longestAt(place, at + opening[0].length, limit);
    if (!reading || (plain && plain.end > reading.end && !isLoose(plain))) continue;
    return { ...reading, period: edgeOf(reading.period, edge), edge: reading.edge ?? edge };
  }
  return plain;
}

function longestAt(place: ReadingPlace, at: number, limit: Opening | null): Reading | null {
  let best: Reading | null = null;
  for (const cue of place.times) {
    if (!mayStand(cue, limit)) continue;
    const match = matchAt(cue.fits, place.text, at);
    const reading = match && readCue(place, cue, match, at + match[0].length);
    if (reading === "refused") return null;
    if (reading && (!best || isBetter(reading, best))) best = reading;
  }
  return best;
}

/** What only says that there is an event; any other reading of the same words says more. */
const isLoose = (reading: Reading): boolean => reading.means === "event" && reading.period.to === null;

const isBetter = (a: Reading, b: Reading): boolean => (isLoose(a) === isLoose(b) ? a.end > b.end : isLoose(b));

function mayStand(cue: Cue, limit: Opening | null): boolean {
  if (!limit) return cue.bare;
  if (cue.under.length > 0 && !cue.under.includes(limit.name)) return false;
  return limit.takes.length === 0 || limit.takes.includes(cue.means);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** "refused" where the words show that nothing here is a deadline ("within 14 days of a report"), so that no shorter reading may stand. */
function readCue(place: ReadingPlace, cue: Cue, match: RegExpExecArray, end: number): Reading | "refused" | null {
  const pieces: Pieces = match.groups ?? {};
  const made = (period: Period | null, more: Partial<Reading> = {}) =>
    period && {
      end,
      period: cue.edge ? edgeOf(period, cue.edge) : period,
      means: cue.means,
      basis: null,
      edge: cue.edge,
      ...more,
    };
  if (cue.tail !== "none") {
    const tail = readTail(place, end);
    if (tail && cue.means === "occasion" && tail.period.precision !== "day")
      return { ...tail, ...readMeetingIn(place, match, tail.period), means: cue.means };
    if (tail) return { ...tail, means: cue.means };
    if (cue.tail === "required") return null;
  }
  if (cue.means === "count") return readCount(place, pieces, end);
  if (cue.means === "named") return made(readNamed(place, pieces, match.index));
  if (cue.means === "day-of-month") return made(periodOf(cue.means, pieces, monthNamed(place, pieces, match.index)));
  if (cue.means === "festival") return made(readFestival(place, pieces));
  if (cue.means === "occasion") {
    const named = pieces.day ? periodOf("day", pieces, place.reference) : null;
    if (named) return made(named);
    const { day, basis } = resolveOccasion(match[0], pieces, place.context);
    return made(day ? single(day) : someDayOf(place, pieces), { basis });
  }
  if (cue.means === "event") return made(UNDATED);
  return made(periodOf(cue.means, pieces, place.reference));
}

/** A meeting of which only the month is known is met within the month; nothing says what is before it. */
function someDayOf(place: ReadingPlace, pieces: Pieces): Period {
  const month = pieces.occasionMonth && periodOf("month", { month: pieces.occasionMonth }, place.reference);
  return month ? someDayIn(month) : UNDATED;
}

/** "The meeting in September": its day where the file gives one there. */
function readMeetingIn(place: ReadingPlace, { 0: words, groups }: RegExpExecArray, period: Period) {
  const occasionMonth = period.from?.toLocaleString("en-GB", { month: "long" });
  const { day, basis } = resolveOccasion(words, { ...groups, occasionMonth }, place.context);
  return day && contains(period, day) ? { period: single(day), basis } : { period: someDayIn(period) };
}

const contains = ({ from, to }: Period, day: Day): boolean =>
  from !== null && to !== null && !isBefore(day, from) && !isBefore(to, day);

/** What happens on a day of a month that the words do not tell has that month for its end, and nothing for what is before it. */
const someDayIn = (month: Period): Period => ({ ...month, from: null });

const TAIL =
  /(?:\s+\([^)]{1,40}\))?,?\s+(?:(?:which|that) (?:is|are|will be|starts?|begins?|opens?|closes?|ends?|falls?|runs?|meets?|takes? place) |to be held |held |scheduled |planned |due |begin(?:s|ning)? |start(?:s|ing)? )?(?:on|in|of|for|at)\s+|,?\s+which (?:is|will be) (?=(?:the )?\d)|,?\s+\((?=[\d\p{L}])/iuy;
/** The date that follows a meeting or an event: "… on 4 May". */
function readTail(place: ReadingPlace, at: number): Reading | null {
  const link = matchAt(TAIL, place.text, at);
  if (!link) return null;
  const reading = readPeriodAt(place, at + link[0].length, TAIL_OPENING);
  // what rises "for the summer" does so before it
  return reading?.means === "season" && !/in\s+$/i.test(link[0]) ? null : reading;
}

/** "The closure begins on 6 July and ends on the 17th": counted from the last day that is named before it, where that is yet to come. */
function monthNamed(place: ReadingPlace, { relative }: Pieces, at: number): Day | null {
  const named = relative === undefined ? readNamed(place, {}, at)?.to : null;
  return named && place.reference && isBefore(place.reference, named) ? named : place.reference;
}

/** "That day", "a week before that": from the day that the words before an offset name last; null where they name none. */
function readNamed({ times, text, reference, grammar }: ReadingPlace, pieces: Pieces, at: number): Period | null {
  const before = text.slice(0, at);
  const last = times
    .filter(({ means }) => means === "day" || means === "numeric-day")
    .flatMap(({ means, search }) => matchesOf(before, search).map((match) => ({ means, match })))
    .sort((a, b) => a.match.index - b.match.index)
    .at(-1);
  const day = last && periodOf(last.means, last.match.groups ?? {}, reference)?.to;
  if (!day) return null;
  if (pieces.back) return single(countBack(day, pieces, grammar.holidays));
  return single(pieces.on ? countOn(day, pieces, grammar.holidays) : day);
}

function readFestival({ grammar, reference }: ReadingPlace, pieces: Pieces): Period | null {
  const rule = grammar.festivals.find(({ fits }) => fits.test(pieces.festival!));
  return rule ? festivalOf(rule, pieces, reference) : null;
}

/** "28 days", from the part's date or from what "of …" names. */
function readCount(place: ReadingPlace, pieces: Pieces, end: number): Reading | "refused" | null {
  const { holidays } = place.grammar;
  const base = readBase(place, end);
  if (base === "refused") return base;
  const from = base ? base.day : ownDay(place);
  const to = from && countOn(from, pieces, holidays);
  if (from && !to) return null;
  const period: Period = to ? { from, to, precision: "day", relative: !base?.dated } : { ...UNDATED, relative: false };
  if (!from && !base) period.precision = "day";
  return { end: base?.end ?? end, period, means: "count", basis: base?.dated ? base.basis : null, edge: null };
}

/** The day from which counts run that say no other. */
const ownDay = ({ context, reference }: ReadingPlace): Day | null => (context.counts ? reference : null);

type Base = { end: number; day: Day | null; dated: boolean; basis: string | null };

const BASE = /\s+(?:of|from|after|following|since)\s+(?:the\s+date\s+of\s+)?/iuy;

function readBase(place: ReadingPlace, at: number): Base | "refused" | null {
  const link = matchAt(BASE, place.text, at);
  if (!link) return null;
  const start = at + link[0].length;
  const time = longestAt(place, start, BASE_OPENING);
  if (time?.period.to)
    return {
      end: time.end,
      day: time.period.to,
      dated: true,
      basis: time.basis ?? `${place.text.slice(start, time.end)}, ${time.period.to}`,
    };
  for (const cue of place.grammar.bases) {
    const match = matchAt(cue.fits, place.text, start);
    if (!match) continue;
    if (cue.from === "standard") return "refused";
    const end = start + match[0].length;
    const tail = cue.from === "unknown" ? readTail(place, end) : null;
    if (tail?.period.precision === "day" && tail.period.to)
      return {
        end: tail.end,
        day: tail.period.to,
        dated: true,
        basis: `${place.text.slice(start, tail.end)}, ${tail.period.to}`,
      };
    return { end, day: cue.from === "part" ? ownDay(place) : null, dated: false, basis: null };
  }
  return null;
}
