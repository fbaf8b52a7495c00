import type { Deadline } from "../records/deadline.ts";
import type { ChosenPassage, Decision, Verdict } from "../records/decision.ts";
import type { Page } from "../records/document-record.ts";
import type { Failure } from "../records/failure.ts";
import type { Finding } from "../records/finding.ts";
import type { Item, ItemKind } from "../records/item.ts";
import type { Link } from "../records/link.ts";
import type { Part } from "../records/part.ts";
import type { Reference } from "../records/reference.ts";
import type { Review } from "../records/review.ts";

/** What the API gives, as far as the pages use it; the API's own description (`/api/v1/openapi.json`) says more. */
export type Listed<T> = { rows: T[]; next: string | null };

export type DocumentSummary = {
  id: string;
  name: string;
  uri: string;
  title: string | null;
  copyOf: string | null;
  kinds: string;
  recommendations: number;
  asks: number;
  undertakings: number;
  linked: number;
  unanswered: number;
  open: number;
};

export type DocumentView = {
  id: string;
  name: string;
  uri: string;
  title: string | null;
  mediaType: string;
  copyOf: string | null;
  length: number;
  pages: Page[];
  parts: Part[];
  items: Item[];
  deadlines: Deadline[];
  references: Reference[];
  links: Link[];
  findings: Finding[];
};

/** A document beside a pair. */
export type DocumentName = Pick<DocumentView, "id" | "name" | "title" | "mediaType" | "length" | "pages"> & {
  parts: Pick<Part, "id" | "kind" | "date" | "from" | "to" | "subject">[];
};

export type ItemRow = {
  id: string;
  kind: string;
  label: string | null;
  text: string;
  by: string;
  to: string;
  document: string;
  documentName: string;
  page: number | null;
  date: string | null;
  deadline: string | null;
  outcome: string | null;
  status: "replied" | "unanswered" | "open" | null;
  doubt: number;
  verdict: Verdict | null;
  disputed: boolean;
  corrected: string[];
  machine: { kind: string; text: string; to: string; deadline: string | null; outcome: string | null } | null;
};

export type Pair = {
  item: Item;
  part: Part;
  deadlines: Deadline[];
  references: Reference[];
  links: Link[];
  document: DocumentName;
  replying: DocumentName[];
  version: string;
  review: Review;
  entries: Decision[];
  moved: boolean;
};

export type TextBlock = {
  start: number;
  end: number;
  kind: string;
  level: number;
  page: number | null;
  sentences: [number, number][];
};
/** `text` is that from `start` to `end`. */
export type TextView = { start: number; end: number; length: number; text: string; blocks: TextBlock[] };

/** A word on a printed page, in PDF points from the top left. */
export type PrintedWord = { start: number; end: number; x: number; y: number; width: number; height: number };
export type WordsOnPage = { lines: { words: PrintedWord[] }[] };

export type StatusCounts = { name: string; replied: number; unanswered: number; open: number; promised: number };
export type Overview = {
  totals: { documents: number; copies: number; recommendations: number; asks: number; undertakings: number };
  kinds: StatusCounts[];
  outcomes: { name: string; count: number }[];
  months: StatusCounts[];
  asked: StatusCounts[];
  verdicts: Record<Verdict | "none", number>;
};

type OutcomeCounts = { name: string; outcome: string; count: number };
export type Tracing = {
  bodies: OutcomeCounts[];
  months: OutcomeCounts[];
  weeks: { week: number; late: boolean | null; count: number }[];
  asking: { by: string; to: string; count: number }[];
  due: { date: string; settled: number; count: number }[];
};

export type Citation = {
  document: string;
  name: string;
  scheme: string;
  value: string;
  start: number;
  end: number;
  page: number | null;
  item: string | null;
  words: string;
};

/** A letter, a reply, … of a correspondence. */
export type Letter = Pick<Part, "id" | "kind" | "date" | "from" | "to" | "subject"> & {
  document: string;
  name: string;
  title: string | null;
  asked: number;
  replied: number;
  unanswered: number;
  promised: number;
  answers: { document: string; part: string; items: number }[];
};

export type Hit = { document: string; name: string; start: number; page: number | null; words: string };
/** An item that a person added because the machine had missed it. */
export type Addition = { id: string; document: string; kind: ItemKind; passage: ChosenPassage; by: string; at: string };
export type FailureRow = Failure;
