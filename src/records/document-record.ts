import { z } from "zod";
import { Deadline } from "./deadline.ts";
import { Finding } from "./finding.ts";
import { Item } from "./item.ts";
import { Link } from "./link.ts";
import { Part } from "./part.ts";
import { Reference } from "./reference.ts";

/** The schema's name in every document record. A renamed or removed field is a new number. */
export const DOCUMENT_SCHEMA = "answerable/document/1";

/** Where a document's bytes came from, and under which names. */
export const Source = z.object({
  name: z.string(),
  otherNames: z.array(z.string()),
  uri: z.string(),
  /** Sniffed from the bytes. */
  mediaType: z.string(),
  bytes: z.int().min(0),
  retrievedAt: z.iso.datetime().nullable(),
});
export type Source = z.infer<typeof Source>;

/** A page of a paged source: its stretch of the canonical text and its size in PDF points as shown. */
export const Page = z.object({
  number: z.int().min(1),
  start: z.int().min(0),
  end: z.int().min(0),
  width: z.number(),
  height: z.number(),
  ocr: z.boolean(),
});
export type Page = z.infer<typeof Page>;

/** Everything that is kept and published of one ingested document. */
export const DocumentRecord = z.object({
  schema: z.literal(DOCUMENT_SCHEMA),
  /** sha256 of the original bytes, hex. */
  id: z.string().regex(/^[0-9a-f]{64}$/),
  source: Source,
  pipeline: z.object({ name: z.string(), version: z.string() }),
  title: z.string().nullable(),
  /** ISO 639-1 where it could be told, "und" where not. */
  language: z.string(),
  /** The id of the document of which this one is another edition in other bytes (the same letter as HTML and as PDF), or null. */
  copyOf: z.string().nullable(),
  /** The canonical text; every anchor counts in it. */
  text: z.string(),
  pages: z.array(Page),
  parts: z.array(Part),
  items: z.array(Item),
  deadlines: z.array(Deadline),
  references: z.array(Reference),
  links: z.array(Link),
  findings: z.array(Finding),
});
export type DocumentRecord = z.infer<typeof DocumentRecord>;
