import { z } from "zod";

const Pattern = z.string().default("(?!)");

/** How lists and labels are printed: regular expressions (flags `iu`) over the words of one item or block. */
export const Marks = z.strictObject({
  /** A label printed before the words ("Recommendation 4:", "Q2."); its group `label` is the label without its word. */
  label: Pattern,
  /** The number or letter of a point inside a paragraph ("(2) When …"); its group `label` is the label. */
  point: Pattern,
  /** A trailing pointer or mark of role ("(Paragraph 17)"). */
  pointer: Pattern,
  /** The label of what it closes ("(Recommendation 4)"), in the group `label`. */
  closing: Pattern,
  /** What a list puts after an entry that is not its last. */
  joint: Pattern,
  /** An ask in a point of a list that only carries on the one before it ("If not, why?"). */
  dependent: Pattern,
  /** An entry under a lead-in that asks with a question word, though without the mark. */
  "question-entry": Pattern,
  /** A paragraph without a number that is an entry all the same. */
  entry: Pattern,
  /** A paragraph without a number that is an entry where at least two of its kind stand under a lead-in that ends with a colon. */
  "loose-entry": Pattern,
});
export type Marks = z.infer<typeof Marks>;

/** The same, ready for use. */
export type CompiledMarks = Readonly<Record<keyof Marks, RegExp>>;

/** Marks ready for use. Throws a SyntaxError where a pattern is none. */
export const compileMarks = (marks: Marks): CompiledMarks =>
  Object.fromEntries(
    Object.entries(marks).map(([name, pattern]) => [name, new RegExp(pattern, "iu")]),
  ) as CompiledMarks;
