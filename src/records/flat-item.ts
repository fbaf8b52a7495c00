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
