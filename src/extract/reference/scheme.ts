import { z } from "zod";
import { PartKind } from "../../records/part.ts";

/**
 * One way of citing a number: the words that lead to it. Patterns are regular expressions (flag `u`, and `i` unless `cased`);
 * `{name}` stands for an entry of `words`.
 */
export const CitationCue = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/),
  /** What stands directly before the number; a group `prefix` goes into the value. Empty: the number stands bare. */
  lead: z.string(),
  cased: z.boolean().default(false),
  /** Which shapes of `numbers` it takes, the first that fits. */
  takes: z.array(z.string()).min(1),
  /** Whether more numbers may follow in a list ("1844, 2586 and 0651") or a range. */
  lists: z.boolean().default(true),
  /** Whether the lead names the scheme beyond doubt, so that even a number that looks like a financial year is one. */
  sure: z.boolean().default(false),
  /** The kinds of part in which it holds; all where empty. */
  parts: z.array(PartKind).default([]),
  /** What must stand before the lead in the same sentence; nothing in particular where null. */
  after: z.string().nullable().default(null),
  /** What must stand somewhere in the part; nothing in particular where null. */
  within: z.string().nullable().default(null),
  /** What must not stand before the lead, tested up to the lead; `$` is its beginning. */
  notAfter: z.string().nullable().default(null),
  /** What must not follow the number; `^` is its end. */
  notBefore: z.string().nullable().default(null),
  /** Whether a mention that only heads its own statement ("Recommendation 4." at the beginning of a block) is left out. */
  notAsHeading: z.boolean().default(false),
  /** Whether only a number counts that a recommendation of the document bears as its label. */
  ofLabels: z.boolean().default(false),
  finds: z.array(z.string()).min(1),
  ignores: z.array(z.string()).min(3),
});
export type CitationCue = z.infer<typeof CitationCue>;

/**
 * A scheme of numbered public documents. `value` says how a number is written out: `question` is year/number with at least four
 * digits, `joined` letters and digits without what is between, `number` without spaces, `as-written` with single spaces.
 */
export const Scheme = z.strictObject({
  name: z.string(),
  value: z.enum(["question", "joined", "number", "as-written"]),
  /** The shapes of a number by name, with the groups `year`, `number` and `suffix` where it has them. */
  numbers: z.record(z.string(), z.string()),
  cues: z.array(CitationCue),
});
export type Scheme = z.infer<typeof Scheme>;

/** What a pipeline file tells about numbered documents: the schemes and how they are printed. */
export const ReferenceRules = z.object({
  words: z.record(z.string(), z.string()).default({}),
  schemes: z.array(Scheme).default([]),
});
export type ReferenceRules = z.infer<typeof ReferenceRules>;
