import { z } from "@hono/zod-openapi";
import { Deadline } from "../records/deadline.ts";
import { Decision, Verdict } from "../records/decision.ts";
import { DocumentRecord, Source } from "../records/document-record.ts";
import { Item } from "../records/item.ts";
import { Link } from "../records/link.ts";
import { Part } from "../records/part.ts";
import { Reference } from "../records/reference.ts";
import { Review } from "../records/review.ts";

/** A document's id: the sha256 of its bytes. */
export const DocumentId = z.string().regex(/^[0-9a-f]{64}$/);
/** An item's id. */
export const ItemId = z.string().regex(/^[0-9a-f]{16}$/);

/** A document in a list. */
export const DocumentSummary = z.object({
  id: z.string(),
  name: z.string(),
  uri: z.string(),
  title: z.string().nullable(),
  copyOf: z.string().nullable(),
  kinds: z.string(),
  mediaType: z.string(),
  recommendations: z.int(),
  asks: z.int(),
  undertakings: z.int(),
  deadlines: z.int(),
  linked: z.int(),
  unanswered: z.int(),
  open: z.int(),
});
export type DocumentSummary = z.infer<typeof DocumentSummary>;

/** A document with all that was found in it, without its text. */
export const DocumentView = DocumentRecord.omit({ schema: true, source: true, pipeline: true, text: true })
  .extend(Source.pick({ name: true, uri: true, mediaType: true }).shape)
  .extend({ length: z.int().describe("of its text, in UTF-16 code units") });
export type DocumentView = z.infer<typeof DocumentView>;

/** A stretch of a document's text, block by block, each with its sentences. Offsets count in the whole text. */
export const TextView = z.object({
  start: z.int(),
  end: z.int(),
  length: z.int(),
  text: z.string(),
  blocks: z.array(
    z.object({
      start: z.int(),
      end: z.int(),
      kind: z.string(),
      level: z.int(),
      page: z.int().nullable(),
      sentences: z.array(z.tuple([z.int(), z.int()])),
    }),
  ),
});
export type TextView = z.infer<typeof TextView>;

const Printed = z.object({
  start: z.int(),
  end: z.int(),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
});

/** A page's lines of text with where they and their words are printed, in PDF points from the top left. */
export const PageView = z.object({
  number: z.int(),
  width: z.number(),
  height: z.number(),
  lines: z.array(Printed.extend({ text: z.string(), words: z.array(Printed) })),
});
export type PageView = z.infer<typeof PageView>;

/** An item in a list. */
export const ItemRow = z.object({
  id: z.string(),
  kind: z.string(),
  label: z.string().nullable(),
  text: z.string(),
  by: z.string(),
  to: z.string(),
  document: z.string(),
  documentName: z.string(),
  page: z.int().nullable(),
  date: z.string().nullable(),
  deadline: z.string().nullable(),
  outcome: z.string().nullable(),
  status: z.enum(["replied", "unanswered", "open"]).nullable(),
  confidence: z.number(),
  linkConfidence: z.string().nullable(),
  doubt: z.number(),
  verdict: Verdict.nullable(),
  disputed: z.boolean(),
  corrected: z
    .array(z.string())
    .describe(
      'what of it is a person\'s: "kind", "text", "to", "deadline", "outcome", "reply_text"; "added" for all of it',
    ),
  machine: z
    .object({
      kind: z.string(),
      text: z.string(),
      to: z.string(),
      deadline: z.string().nullable(),
      outcome: z.string().nullable(),
    })
    .nullable()
    .describe("what the machine had said; null where nothing is corrected, and where a person added it"),
});
export type ItemRow = z.infer<typeof ItemRow>;

/** The little of a document that stands beside a pair. */
export const DocumentName = DocumentView.pick({
  id: true,
  name: true,
  title: true,
  mediaType: true,
  length: true,
  pages: true,
}).extend({
  parts: z.array(Part.pick({ id: true, kind: true, date: true, from: true, to: true, subject: true })),
});
export type DocumentName = z.infer<typeof DocumentName>;

/** An item with all that bears on it: its links, the documents that they lead to, and what persons said of it. */
export const Pair = z.object({
  item: Item,
  part: Part,
  deadlines: z.array(Deadline),
  references: z.array(Reference),
  links: z.array(Link),
  document: DocumentName,
  replying: z.array(DocumentName),
  version: z.string(),
  review: Review,
  entries: z.array(Decision),
  moved: z.boolean().describe("the verdict was given on another version of this pair: it should be looked at again"),
});
export type Pair = z.infer<typeof Pair>;
