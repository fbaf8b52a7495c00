import type { Verdict } from "./decision.ts";

/**
 * The columns of `items.jsonl` and of the CSV export, in their order (design/RECORDS.md). Importers read them by name:
 * adding one is free, renaming or removing one is a new schema number.
 */
export const FLAT_COLUMNS = [
  "key",
  "kind",
  "form",
  "label",
  "restated",
  "text",
  "by",
  "to",
  "section",
  "part_kind",
  "part_date",
  "document_title",
  "document_name",
  "document_uri",
  "document_id",
  "page",
  "start",
  "end",
  "deadline",
  "deadline_precision",
  "deadline_text",
  "mq",
  "outcome",
  "reply_text",
  "reply_document_name",
  "reply_document_id",
  "reply_page",
  "confidence",
  "link_confidence",
] as const;

/** One item on one line. Lists are joined with "; "; what is not there is null. `key` is the item's id. */
export type FlatItem = {
  key: string;
  kind: string;
  form: string | null;
  label: string | null;
  restated: boolean;
  text: string;
  by: string;
  to: string;
  section: string;
  part_kind: string | null;
  part_date: string | null;
  document_title: string | null;
  document_name: string;
  document_uri: string;
  document_id: string;
  page: number | null;
  start: number;
  end: number;
  deadline: string | null;
  deadline_precision: string | null;
  deadline_text: string | null;
  mq: string | null;
  outcome: string | null;
  reply_text: string | null;
  reply_document_name: string | null;
  reply_document_id: string | null;
  reply_page: string | null;
  confidence: number;
  link_confidence: string | null;
};

/** What `export` adds to each line: what persons said, and what the machine had said where they said otherwise. */
export const REVIEW_COLUMNS = [
  "verdict",
  "disputed",
  "corrected",
  "decided_by",
  "machine_kind",
  "machine_text",
  "machine_to",
  "machine_deadline",
  "machine_outcome",
  "machine_reply_text",
] as const;

/**
 * One item on one line as persons left it. `corrected` names the columns that are a person's, joined with "; ", or is "added" where the whole item is
 * one; the machine's word stands in the column `machine_…`, null where it said the same or had nothing.
 */
export type ReviewedItem = FlatItem & {
  verdict: Verdict | null;
  disputed: boolean;
  corrected: string | null;
  /** Who said anything of it, joined with "; ". */
  decided_by: string | null;
  machine_kind: string | null;
  machine_text: string | null;
  machine_to: string | null;
  machine_deadline: string | null;
  machine_outcome: string | null;
  machine_reply_text: string | null;
};
