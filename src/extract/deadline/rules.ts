import { z } from "zod";
import { ItemKind } from "../../records/item.ts";

const name = z.string().regex(/^[a-z0-9-]+$/);
/** What a cue finds, and near misses that differ from it in one respect. */
const evidence = { finds: z.array(z.string()).min(1), ignores: z.array(z.string()).min(3) };

/** What a wording of a time means: which arithmetic of `period.ts` reads its groups. */
export const TimeMeaning = z.enum([
  "day",
  "day-of-month",
  "numeric-day",
  "week-of-month",
  "weekday",
  "nearby-day",
  "month",
  "season",
  "term",
  "quarter",
  "financial-year",
  "academic-year",
  "year",
  "relative",
  "festival",
  "count",
  // a day counted from the one that the words before it named last
  "named",
  "occasion",
  "event",
  "vague",
]);
export type TimeMeaning = z.infer<typeof TimeMeaning>;

/** A stretch of a longer time: "the end of", "early", "the first half of". */
export const Edge = z.enum(["start", "early", "middle", "late", "end", "first-half", "second-half"]);
export type Edge = z.infer<typeof Edge>;

/**
 * One way of naming a time, without its preposition. Patterns here are regular expressions (flag `iu`, or `u` where `cased`) over
 * text whose quotes and dashes are straight; a space stands for any white space, `{name}` for an entry of `words`.
 */
export const TimeCue = z.strictObject({
  name,
  means: TimeMeaning,
  pattern: z.string(),
  cased: z.boolean().default(false),
  /** Whether it may stand without a preposition ("next month", "by return"). */
  bare: z.boolean().default(false),
  /** A date that may or must follow ("the next meeting on 4 May", "the new rota begins on 4 May"). */
  tail: z.enum(["none", "optional", "required"]).default("none"),
  /** The stretch of the time that the wording itself means ("year end"). */
  edge: Edge.nullable().default(null),
  /** The limits under which alone it is read; all where empty. */
  under: z.array(z.string()).default([]),
  ...evidence,
});
export type TimeCue = z.infer<typeof TimeCue>;

/**
 * A preposition that sets a limit. `end` is met until the last day of the time named, `before` until the day before its first
 * ("before the end of": until its last), `start` on its first day.
 */
export const LimitCue = z.strictObject({
  name,
  pattern: z.string(),
  meets: z.enum(["end", "before", "start"]),
  /** The meanings that it may govern; all where empty. */
  takes: z.array(TimeMeaning).default([]),
  ...evidence,
});
export type LimitCue = z.infer<typeof LimitCue>;

/** Surroundings in which a time is only mentioned. A rule speaks where every condition that it states holds. */
export const MentionCue = z.strictObject({
  name,
  /** What stands before the time in its sentence, up to the time. */
  before: z.string().nullable().default(null),
  /** What must not stand before it. */
  unless: z.string().nullable().default(null),
  /** What follows the time in its sentence. */
  after: z.string().nullable().default(null),
  /** The limits and meanings that it looks at; all where empty. */
  limits: z.array(z.string()).default([]),
  means: z.array(TimeMeaning).default([]),
  kinds: z.array(ItemKind).default([]),
  ...evidence,
});
export type MentionCue = z.infer<typeof MentionCue>;

/** What a count is counted from: the part's own date, or nothing that one could date ("of a report": a standard, and no deadline). */
export const BaseCue = z.strictObject({
  name,
  pattern: z.string(),
  from: z.enum(["part", "unknown", "standard"]),
  ...evidence,
});
export type BaseCue = z.infer<typeof BaseCue>;

/** A named day: month and day ("12-25"), days after Easter Sunday, or a Monday of a month (-1 is its last). */
export const Festival = z.strictObject({
  pattern: z.string(),
  day: z
    .string()
    .regex(/^\d\d-\d\d$/)
    .optional(),
  easter: z.int().optional(),
  monday: z.strictObject({ month: z.int().min(1).max(12), nth: z.int() }).optional(),
});
export type Festival = z.infer<typeof Festival>;

/** What a pipeline file tells about times: calendars, named days, wording. */
export const DeadlineRules = z.object({
  words: z.record(z.string(), z.string()).default({}),
  times: z.array(TimeCue).default([]),
  edges: z.array(z.strictObject({ edge: Edge, pattern: z.string() })).default([]),
  limits: z.array(LimitCue).default([]),
  bases: z.array(BaseCue).default([]),
  mentions: z.array(MentionCue).default([]),
  /** The beginnings of a sentence that goes on about the act of the sentence before it. */
  continuations: z.array(z.strictObject({ name, pattern: z.string(), ...evidence })).default([]),
  /** The words before the day of what a document answers ("your letter of", "wrote to the Mayor on"). */
  answered: z.array(z.strictObject({ name, pattern: z.string(), ...evidence })).default([]),
  /** The words before a day that is yet to come ("will be heard on"), in the same sentence. */
  toCome: z.array(z.strictObject({ name, pattern: z.string(), ...evidence })).default([]),
  /** The words right before a day by which something is due, or that something bears: it is no day of a meeting. */
  unmet: z.array(z.strictObject({ name, pattern: z.string(), ...evidence })).default([]),
  festivals: z.array(Festival).default([]),
  /** Days on which no office is open beside Saturdays and Sundays, as ISO days. */
  holidays: z.array(z.iso.date()).default([]),
});
export type DeadlineRules = z.infer<typeof DeadlineRules>;
