import { z } from "zod";
import { Anchor } from "./anchor.ts";
import { Person } from "./person.ts";

/** The kinds of part; see the README for what each means. */
export const PartKind = z.enum([
  "letter",
  "reply",
  "decision",
  "minutes",
  "transcript",
  "written-questions",
  "report",
  "response",
  "other",
]);
export type PartKind = z.infer<typeof PartKind>;

/** What a part says it replies to, read from phrases such as "Thank you for your letter dated …". */
export const InReplyTo = z.object({
  /** ISO day, or null where the phrase names none that can be fixed. */
  date: z.iso.date().nullable(),
  subject: z.string().nullable(),
  references: z.array(z.string()),
});
export type InReplyTo = z.infer<typeof InReplyTo>;

/** A letter, a reply, a set of minutes, …: one piece of writing with its own author and date. */
export const Part = z.object({
  /** "p1", "p2", … in reading order. */
  id: z.string(),
  kind: PartKind,
  /** The whole part; without boxes. */
  anchor: Anchor,
  /** ISO day that the part bears, or that the file fixes (`dateInferred`). */
  date: z.iso.date().nullable(),
  dateInferred: z.boolean(),
  from: z.array(Person),
  to: z.array(Person),
  subject: z.string().nullable(),
  ownReferences: z.array(z.string()),
  inReplyTo: InReplyTo.nullable(),
});
export type Part = z.infer<typeof Part>;
