import { randomUUID } from "node:crypto";
import { basename } from "node:path";
import type { Act } from "../../src/records/decision.ts";
import type { FlatItem } from "../../src/records/flat-item.ts";
import type { Input, PublishedDocument, ReadDocument } from "../../src/store/stored.ts";

/** A place under `/in`. */
export const makeInput = (uri: string): Input => ({ location: `/in/${uri}`, uri, name: basename(uri) });

/** A read document; its stages' results are words. */
export const makeRead = (id: string): ReadDocument => ({
  id,
  bytes: 100,
  mediaType: "text/plain",
  pipeline: "v1",
  parseKey: "parse-1",
  readKey: "read-1",
  code: "code-1",
  parsed: Buffer.from("parsed"),
  extracted: Buffer.from("extracted"),
  card: `{"document":"${id}"}`,
});

/** One line of `items.jsonl`: an ask of the Deputy Mayor due on 1 May 2024. */
export const makeFlatItem = (document: string, uri: string): FlatItem => ({
  key: document.slice(0, 16),
  kind: "ask",
  form: "request",
  label: null,
  restated: false,
  text: "Please publish the figures by 1 May.",
  by: "Ann Other",
  to: "Deputy Mayor for Policing",
  section: "",
  part_kind: "letter",
  part_date: "2024-04-01",
  document_title: "A letter",
  document_name: basename(uri),
  document_uri: uri,
  document_id: document,
  page: 2,
  start: 10,
  end: 46,
  deadline: "2024-05-01",
  deadline_precision: "day",
  deadline_text: "by 1 May",
  mq: "2024/0017",
  outcome: "deferred",
  reply_text: "We will write.",
  reply_document_name: "reply.txt",
  reply_document_id: "b".repeat(64),
  reply_page: null,
  confidence: 0.9,
  link_confidence: "0.8",
});

/** A published document with that one item, its deadline, a deferring reply and a passage. */
export const makePublished = (id: string, uri = "letter.txt"): PublishedDocument => {
  const row = makeFlatItem(id, uri);
  return {
    id,
    recordKey: "record-1",
    recordHash: "hash-1",
    record: Buffer.from("record"),
    name: basename(uri),
    uri,
    title: "A letter",
    copyOf: null,
    kinds: "letter",
    counts: { recommendations: 0, asks: 1, undertakings: 0, deadlines: 1, mq: 1, linked: 1, unanswered: 0, open: 0 },
    items: [{ row, status: "replied", doubt: 1, byBody: row.by, toBody: row.to }],
    deadlines: [{ item: row.key, date: "2024-05-01" }],
    links: [
      { id: "l1", item: row.key, document: "b".repeat(64), outcome: "deferred", ambiguous: true, days: 40, late: true },
    ],
    citations: [
      { scheme: "MQ", value: "2024/0017", start: 20, end: 29, page: 2, item: row.key, words: "figures (2024/0017) by" },
    ],
    passages: [{ start: 10, page: 2, words: "Please publish the figures by 1 May." }],
  };
};

/** What Ada did with the one item of `makePublished`. */
export const makeDecision = (document: string, act: Act) => ({
  document,
  item: document.slice(0, 16),
  by: "Ada",
  at: "2024-06-01T10:00:00.000Z",
  key: randomUUID(),
  seen: 0,
  version: "0123456789abcdef",
  act,
});
