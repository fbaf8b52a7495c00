import type { Generated } from "kysely";
import type { Role, SecretKind } from "../records/account.ts";
import type { Failure } from "../records/failure.ts";
import type { FlatItem } from "../records/flat-item.ts";
import type { Batch, Citation, ItemStatus } from "./stored.ts";

type InputRow = { document: string; location: string; uri: string; name: string; look: string | null };

type DocumentColumns = {
  id: string;
  bytes: number;
  media_type: string;
  pipeline: string;
  read_key: string;
  code: string;
  card: string;
  ingested_at: string;
  /** From here on null until the document is published. */
  record_key: string | null;
  record_hash: string | null;
  record: Uint8Array | null;
  name: string | null;
  uri: string | null;
  title: string | null;
  copy_of: string | null;
  kinds: string | null;
  recommendations: number;
  asks: number;
  undertakings: number;
  deadlines: number;
  mq: number;
  linked: number;
  unanswered: number;
  open: number;
};

type StageResultRow = { document: string; stage: string; key: string; result: Uint8Array };

type ItemRow = Omit<FlatItem, "restated"> & {
  document: string;
  ordinal: number;
  status: ItemStatus;
  restated: number;
  doubt: number;
  /** The first day by which it is due, as long as no reply settles it. */
  unsettled_due: string | null;
  /** Who asks and is asked, bodies under their full names however they are printed. */
  by_body: string;
  to_body: string;
  /** 1 where a person added it. */
  added: number;
};

type DeadlineRow = { document: string; item: string; date: string | null };

type LinkRow = {
  document: string;
  id: string;
  item: string;
  replying: string | null;
  outcome: string;
  ambiguous: number;
  days: number | null;
  late: number | null;
};

type CitationRow = Citation & { document: string };

type PassageRow = {
  id: Generated<number>;
  document: string;
  start: number;
  page: number | null;
  words: string;
};

type FailureRow = Failure & { location: string; key: string; failed_at: string };

/** The log: rows are added, never changed. `act` is JSON. */
type DecisionRow = {
  id: Generated<number>;
  key: string;
  document: string;
  item: string;
  person: string;
  decided_at: string;
  version: string;
  seen: number;
  act: string;
  settles: number;
};

/** Who gave which verdict, as the log has it: for lists that show a person their own alone. */
type VerdictRow = { item: string; person: string; document: string; verdict: string };

/**
 * What the log comes to for one item, so that lists need not read it. `machine`: the item's rows as the machine made them (JSON of `ItemRows`), where
 * persons changed them. `corrected`: in which columns; `persons`: who said anything but a comment; both joined with "; ".
 */
type ReviewRow = {
  item: string;
  document: string;
  verdict: string | null;
  disputed: number;
  machine: string | null;
  corrected: string;
  persons: string;
};

/** `key` is the name as it counts: whatever the case of its letters. */
type AccountRow = {
  key: string;
  name: string;
  role: Role;
  password: string | null;
  disabled: number;
  created_at: string;
};

/** `person` is an account's key, `scopes` are joined with spaces. */
type SecretRow = {
  hash: string;
  kind: SecretKind;
  person: string;
  label: string;
  scopes: string;
  created_at: string;
  until: string;
};

/** The tables of the store, the same in every engine. Times stand only here, never in a record. */
export type Tables = {
  inputs: InputRow;
  documents: DocumentColumns;
  stage_results: StageResultRow;
  items: ItemRow;
  item_deadlines: DeadlineRow;
  item_links: LinkRow;
  citations: CitationRow;
  passages: PassageRow;
  failures: FailureRow;
  declared_pairs: { asking: string; answering: string; declared_at: string };
  pipelines: { version: string; name: string; definition: string };
  /** What the store remembers of itself. */
  notes: { name: string; value: string };
  batches: {
    id: string;
    rules: string;
    state: Batch["state"];
    summary: string | null;
    started_at: string;
    ended_at: string | null;
  };
  decisions: DecisionRow;
  tallies: { document: string; topic: string; name: string; part: string; count: number };
  reviews: ReviewRow;
  verdicts: VerdictRow;
  accounts: AccountRow;
  attempts: { id: string; key: string; at: string };
  secrets: SecretRow;
  removals: { document: string; name: string; why: string; removed_at: string };
};
