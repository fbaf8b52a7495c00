import { anchorOf } from "../../src/document/anchor.ts";
import type { DocumentRecord } from "../../src/records/document-record.ts";
import { sha256 } from "../../src/records/ids.ts";
import type { Item } from "../../src/records/item.ts";
import type { Link } from "../../src/records/link.ts";
import { makeDocument } from "../support/make-document.ts";
import { makePart } from "../support/make-structure.ts";

/** A record of a document of one part, with nothing found in it yet. */
export function makeRecord(name: string, text: string, over: Partial<DocumentRecord> = {}): DocumentRecord {
  const document = makeDocument(text, { name, id: sha256(name) });
  return {
    schema: "answerable/document/1",
    id: document.id,
    source: { name, otherNames: [], uri: name, mediaType: "text/plain", bytes: text.length, retrievedAt: null },
    pipeline: { name: "test", version: "0" },
    title: null,
    language: "en",
    copyOf: null,
    text: document.text,
    pages: [],
    parts: [makePart(document, "letter", { date: "2024-03-05" })],
    items: [],
    deadlines: [],
    references: [],
    links: [],
    findings: [],
    ...over,
  };
}

/** The anchor of some words of a record; of the first place where they stand. */
export function anchorIn(record: DocumentRecord, words: string) {
  const start = record.text.indexOf(words);
  return anchorOf({ ...makeDocument(""), text: record.text }, { start, end: start + words.length });
}

/** An item of a record; an ask unless told otherwise. */
export function makeItem(record: DocumentRecord, id: string, words: string, over: Partial<Item> = {}): Item {
  return {
    id,
    part: "p1",
    kind: "ask",
    form: "question",
    label: null,
    restated: false,
    anchor: anchorIn(record, words),
    points: [],
    alsoAt: [],
    leadIn: null,
    section: [],
    by: [],
    to: [],
    confidence: 0.9,
    evidence: [],
    ...over,
  };
}

/** A link from an item to words of a replying record; to nothing where there are no words. */
export function makeLink(
  item: Item,
  reply: { record: DocumentRecord; words: string } | null,
  over: Partial<Link> = {},
): Link {
  return {
    id: `${item.id}-link`,
    item: item.id,
    outcome: reply ? "answered" : "unanswered",
    outcomesBy: [],
    replies: reply ? [{ document: reply.record.id, part: "p1", anchor: anchorIn(reply.record, reply.words) }] : [],
    confidence: 0.8,
    ambiguous: false,
    rivals: [],
    evidence: [],
    ...over,
  };
}
