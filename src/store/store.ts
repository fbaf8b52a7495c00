import type { Failure } from "../records/failure.ts";
import type { FlatItem, ReviewedItem } from "../records/flat-item.ts";
import { Refusal } from "../records/refusal.ts";
import type { AccountStore } from "./accounts.ts";
import type { AttemptStore } from "./attempts.ts";
import type { DecisionStore } from "./decisions.ts";
import type { Fingerprint } from "./fingerprint.ts";
import type { ItemEntry, ItemFilter, ItemOrder, ItemPlace, Statistics, Tracing } from "./listing.ts";
import type { PackedDocument } from "./packed.ts";
import type { Rows } from "./rows.ts";
import type {
  Batch,
  CardRow,
  Citation,
  Counts,
  DeclaredPair,
  DocumentRow,
  DocumentState,
  Input,
  ReadDocument,
  Removal,
  SearchHit,
  StoredFailure,
} from "./stored.ts";

/** A store that cannot be used as asked: made by a newer version, not a store at all. `message` says what to do. */
export class StoreRefusal extends Refusal {}

/**
 * What keeps documents between runs. One implementation in SQL over several engines; `test/store/conformance.ts` says what
 * each must do. Saving the same twice changes nothing; everything of a document is saved in one transaction.
 */
export type Store = DecisionStore & {
  /** The original bytes, by sha256. */
  originals: {
    has(id: string): Promise<boolean>;
    put(id: string, bytes: Uint8Array): Promise<void>;
    /** Null where there are none. */
    get(id: string): Promise<Uint8Array | null>;
  };

  /** Null for a document that no input has named. Inputs come sorted by uri, then location. */
  state(id: string): Promise<DocumentState | null>;
  /** `look` is how its file looked (size, times), for those who ask later whether it still does. */
  saveInput(id: string, input: Input, look?: string): Promise<void>;
  /** The document that the file at a location held when it looked so; null where that is not known. */
  documentWithLook(location: string, look: string): Promise<string | null>;
  stageResult(id: string, stage: "parse" | "extract"): Promise<Uint8Array | null>;
  /** The version of the pipeline that read it. */
  pipelineOf(id: string): Promise<string | null>;
  saveRead(read: ReadDocument): Promise<void>;
  /** Of all documents read, by id. */
  cards(): AsyncIterable<CardRow>;
  /** The documents that other code than this version read, by id. */
  readOtherwise(code: string): AsyncIterable<string>;
  publish(published: PackedDocument): Promise<void>;

  /** By uri, then id; from the one after `after` on. */
  documents(after?: { uri: string; id: string }): AsyncIterable<DocumentRow>;
  /** Documents whose id begins so, or whose uri or name (or one of their further names) or input's location is this. At most 20. */
  findDocuments(words: string): Promise<DocumentRow[]>;
  /** The same among all documents that inputs have named, read or not; `uri` is the first of an input. */
  findNamed(words: string): Promise<{ id: string; uri: string }[]>;
  /** The record's JSON, compressed as it was saved; null where there is none. */
  record(id: string): Promise<Uint8Array | null>;
  totals(): Promise<Counts & { documents: number; copies: number }>;
  /** As persons left them, in the order of documents, then as they stand, added ones last. Items of copies are left out. */
  items(filter: ItemFilter): AsyncIterable<ReviewedItem>;
  /** All as the machine found them, whatever persons said, in the same order. */
  machineItems(): AsyncIterable<FlatItem>;
  /** At most so many items after a place (from the first where it is null), with what persons said of them. Items of copies are left out. */
  itemPage(filter: ItemFilter, order: ItemOrder, after: ItemPlace | null, most: number): Promise<ItemEntry[]>;
  statistics(): Promise<Statistics>;
  tracing(): Promise<Tracing>;
  /** Where a number is cited, in the order of documents; copies left out. At most so many. */
  citations(value: string, most: number): Promise<(Citation & { document: string; name: string })[]>;
  /** Documents that this one answers, or that answer it. */
  neighbours(id: string): Promise<string[]>;
  /** Items whose id begins so: document and id. At most 20. */
  findItems(prefix: string): Promise<{ document: string; key: string }[]>;
  /** Best first. All words must occur; word endings do not matter. */
  search(words: string, most: number): Promise<SearchHit[]>;

  saveFailure(failure: StoredFailure): Promise<void>;
  clearFailure(location: string): Promise<void>;
  /** A failure of the same bytes under the same key, whatever its location. */
  knownFailure(sha256: string, key: string): Promise<Failure | null>;
  /** By uri, then sha256. */
  failures(): AsyncIterable<StoredFailure>;

  pairs(): Promise<DeclaredPair[]>;
  savePair(pair: DeclaredPair): Promise<void>;
  /** Whether there was such a pair. */
  removePair(pair: DeclaredPair): Promise<boolean>;

  /** Who may come in. */
  accounts: AccountStore;
  /** Wrong passwords of late. */
  attempts: AttemptStore;

  /** The definition is JSON. */
  savePipeline(version: string, name: string, definition: string): Promise<void>;
  pipeline(version: string): Promise<string | null>;
  /** A note of the pipelines of the last run; null where there is none. */
  pipelinesNote(): Promise<string | null>;
  savePipelinesNote(note: string): Promise<void>;

  /** In place of what was known of this batch. */
  saveBatch(batch: Batch): Promise<void>;
  batch(id: string): Promise<Batch | null>;
  /** The last one first. */
  batches(): Promise<Batch[]>;

  /** Takes a document down with its originals and everything found in it, and leaves a note. */
  remove(removal: Removal): Promise<void>;
  removal(id: string): Promise<Removal | null>;
  removals(): Promise<Removal[]>;
  /** Forgets that a document was taken down, so that it may come back. */
  allowAgain(id: string): Promise<void>;

  /** Hashes of what linking depends on and of what came of it; see `linkedAt`. */
  fingerprint(): Promise<Fingerprint>;
  /** A note that everything was linked when the store stood so; null where there is none. */
  linkedAt(): Promise<string | null>;
  saveLinkedAt(state: string): Promise<void>;

  /** Every document that an input has named, read or not, by id. */
  ids(): AsyncIterable<string>;
  /** Every row about a document, or with null every row about none: what another store's `saveRows` takes. */
  rows(id: string | null): Promise<Rows>;
  /** In place of what was known of the document. */
  saveRows(id: string | null, rows: Rows): Promise<void>;

  close(): Promise<void>;
};
