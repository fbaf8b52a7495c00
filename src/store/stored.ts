import type { Failure } from "../records/failure.ts";
import type { FlatItem } from "../records/flat-item.ts";
import type { Outcome } from "../records/link.ts";

/** One place from which a document's bytes came. */
export type Input = {
  /** Where it lies for this machine (an absolute path, inside an archive with the entry's name): tells inputs apart, is never published. */
  location: string;
  /** As published: the path relative to the input given. */
  uri: string;
  name: string;
};

/** Which rules made what is stored of a document; null where that stage has not been done. */
export type DocumentState = {
  id: string;
  inputs: Input[];
  /** How many bytes it has. */
  bytes: number | null;
  /** The version of the code that read it. */
  code: string | null;
  parseKey: string | null;
  readKey: string | null;
  recordKey: string | null;
};

/** What reading one document gave: results of its stages (compressed, opaque here) and what later stages need to find it by. */
export type ReadDocument = {
  id: string;
  bytes: number;
  mediaType: string;
  pipeline: string;
  parseKey: string;
  readKey: string;
  /** The version of the code that read it. */
  code: string;
  /** Null where the stored result of parsing was used again. */
  parsed: Uint8Array | null;
  extracted: Uint8Array;
  /** The correspondence card, as JSON. */
  card: string;
};

/** The little of a read document that linking holds for every document of a collection. */
export type CardRow = {
  id: string;
  bytes: number;
  mediaType: string;
  pipeline: string;
  readKey: string;
  code: string;
  recordKey: string | null;
  card: string;
};

/** What is counted in a document. `linked`, `unanswered` and `open` are asks and recommendations. */
export const COUNTS = [
  "recommendations",
  "asks",
  "undertakings",
  "deadlines",
  "mq",
  "linked",
  "unanswered",
  "open",
] as const;
/** How many of each a document holds. */
export type Counts = Record<(typeof COUNTS)[number], number>;

/** Whether anything came back to an ask or recommendation; null for undertakings. */
export type ItemStatus = "replied" | "unanswered" | "open" | null;

/** A link as lists and statistics ask for it. */
export type PublishedLink = {
  id: string;
  item: string;
  document: string | null;
  outcome: Outcome;
  ambiguous: boolean;
  /** From the day of what asks to that of the reply; null where either is not known, or nothing replies. */
  days: number | null;
  /** Whether the reply came after the item's deadline; null where either day is not known. */
  late: boolean | null;
};

/** A place at which a numbered public document is cited. */
export type Citation = {
  scheme: string;
  /** The normal form of the number. */
  value: string;
  start: number;
  end: number;
  page: number | null;
  /** The item in which it stands, or null. */
  item: string | null;
  /** The citation with some words on either side. */
  words: string;
};

/** An item as lists and statistics ask for it: `byBody` and `toBody` are who asks and is asked, bodies under their full names however they are printed. */
export type PublishedItem = { row: FlatItem; status: ItemStatus; doubt: number; byBody: string; toBody: string };

/** A published record as it is stored: the record's JSON (compressed), and what is asked of it without reading it. */
export type PublishedDocument = {
  id: string;
  recordKey: string;
  /** sha256 of the record's JSON. */
  recordHash: string;
  record: Uint8Array;
  name: string;
  uri: string;
  title: string | null;
  copyOf: string | null;
  /** Kinds of its parts, joined with ", ". */
  kinds: string;
  counts: Counts;
  /** `doubt` is 0–1: how much a person's look at it is worth. */
  items: PublishedItem[];
  deadlines: { item: string; date: string | null }[];
  links: PublishedLink[];
  citations: Citation[];
  passages: { start: number; page: number | null; words: string }[];
};

/** A published document without its record. */
export type DocumentRow = Counts & {
  id: string;
  name: string;
  uri: string;
  title: string | null;
  copyOf: string | null;
  kinds: string;
  mediaType: string;
  recordHash: string;
};

/** A stretch of text in which words were found. */
export type SearchHit = { document: string; name: string; start: number; page: number | null; words: string };

/** A failure with where its input lies and the key under which it was found; see `DocumentState`. */
export type StoredFailure = Failure & { location: string; key: string };

/** A user's word that one document answers another. */
export type DeclaredPair = { asking: string; answering: string };

/** Documents handed to workers together: by which rules, and what became of them. `rules` and `summary` are JSON. */
export type Batch = {
  id: string;
  rules: string;
  state: "adding" | "under-way" | "cancelled" | "done";
  summary: string | null;
  /** ISO instants. */
  startedAt: string;
  endedAt: string | null;
};

/** A document taken down: when (ISO instant) and why. */
export type Removal = { document: string; name: string; why: string; removedAt: string };
