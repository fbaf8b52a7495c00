import { talliesOf } from "./count-items.ts";
import type { PublishedDocument } from "./stored.ts";
import { unsettledDue } from "./unsettled-due.ts";

/** The tables in which publishing puts what was found beside a record. */
export const FOUND = ["items", "item_deadlines", "item_links", "tallies", "citations", "passages"] as const;

/** Rows of a table, all with the same columns, as a JSON array in UTF-8: a database takes them as they are. */
export type PackedRows = { columns: readonly string[]; json: Uint8Array };

/** What is found in a document, as the pipeline has it. */
type Found = Pick<PublishedDocument, "items" | "deadlines" | "links" | "citations" | "passages">;

/** A record, whether or not it is said yet under which key it is kept. */
type Published = Omit<PublishedDocument, "recordKey">;

/** A published document whose rows are packed where they were made, so that whoever hands them to a database has nothing to do with each. */
export type PackedDocument<T extends Published = PublishedDocument> = Omit<T, keyof Found> & {
  found: Record<(typeof FOUND)[number], PackedRows>;
};

/** Packs what was found in a document into the rows that a store keeps of it. */
export function packDocument<T extends Published>(published: T): PackedDocument<T> {
  const { items, deadlines, links, citations, passages, ...record } = published;
  const { id: document } = published;
  const ofDocument = (rows: readonly object[]) => packRows(rows.map((row) => ({ document, ...row })));
  const found = {
    items: packRows(itemRows(published)),
    item_deadlines: ofDocument(deadlines),
    item_links: packRows(linkRows(published)),
    tallies: packRows(talliesOf(published)),
    citations: ofDocument(citations),
    passages: ofDocument(passages),
  };
  return { ...record, found };
}

/** Packs rows, all with the same columns. */
export function packRows(rows: readonly object[]): PackedRows {
  const json = JSON.stringify(rows).replace(HALF, "\ufffd");
  // a buffer of its own size: another thread would get the whole of a shared one
  return { columns: Object.keys(rows[0] ?? {}), json: new TextEncoder().encode(json) };
}

/** Half of a character beyond the first 65,536, as JSON.stringify writes it: no engine keeps one, and PostgreSQL takes none in JSON. */
const HALF = /\\ud[89a-f][0-9a-f]{2}(?<=(?<!\\)(?:\\\\)*.{6})/g;

/** Rows that were packed some at a time, as one JSON array. */
export function joinedRows(packed: readonly PackedRows[]): Uint8Array {
  const inner = packed.map(({ json }) => json.subarray(1, -1)).filter(({ length }) => length > 0);
  return Buffer.concat([OPEN, ...inner.flatMap((rows, at) => (at === 0 ? [rows] : [COMMA, rows])), CLOSE]);
}

/** Rows that were packed, each an object again. */
export const unpackRows = (packed: readonly PackedRows[]): object[] =>
  packed.flatMap(({ json }) => JSON.parse(new TextDecoder().decode(json)) as object[]);

const [OPEN, COMMA, CLOSE] = ["[", ",", "]"].map((sign) => Buffer.from(sign)) as [Buffer, Buffer, Buffer];

function itemRows({ id: document, items, deadlines, links }: Published) {
  const due = unsettledDue(deadlines, links);
  return items.map(({ row, status, doubt, byBody, toBody }, ordinal) => ({
    ...row,
    doubt,
    restated: row.restated ? 1 : 0,
    document,
    ordinal,
    status,
    unsettled_due: due.get(row.key) ?? null,
    added: 0,
    by_body: byBody,
    to_body: toBody,
  }));
}

const linkRows = ({ id: document, links }: Published) =>
  links.map(({ id, item, document: replying, outcome, ambiguous, days, late }) => ({
    ...{ document, id, item, replying, outcome, days },
    ambiguous: ambiguous ? 1 : 0,
    late: late === null ? null : Number(late),
  }));
