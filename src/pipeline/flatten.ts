import type { Deadline } from "../records/deadline.ts";
import type { DocumentRecord } from "../records/document-record.ts";
import type { FlatItem } from "../records/flat-item.ts";
import type { Item } from "../records/item.ts";
import type { Link } from "../records/link.ts";
import { itemStatus } from "../store/item-status.ts";
import type { Counts, ItemStatus } from "../store/stored.ts";
import { ofItem } from "./of-item.ts";

/** Names of the documents in which replies stand, by id. */
export type Names = ReadonlyMap<string, string>;

/** One item of a record on one line. */
export function flatten(record: DocumentRecord, item: Item, names: Names): FlatItem {
  const { part, deadlines, references, links } = ofItem(record, item);
  return {
    key: item.id,
    kind: item.kind,
    form: item.form,
    label: item.label,
    restated: item.restated,
    text: oneLine(item.anchor.exact),
    by: item.by.join("; "),
    to: item.to.join("; "),
    section: item.section.join("; "),
    part_kind: part?.kind ?? null,
    part_date: part?.date ?? null,
    document_title: record.title,
    document_name: record.source.name,
    document_uri: record.source.uri,
    document_id: record.id,
    page: item.anchor.page,
    start: item.anchor.start,
    end: item.anchor.end,
    ...flatDeadlines(deadlines),
    mq: joined(references.filter((each) => each.scheme === "MQ").map((each) => each.value)),
    ...flatLinks(links, names),
    confidence: item.confidence,
  };
}

function flatDeadlines(deadlines: readonly Deadline[]) {
  return {
    deadline: joined(deadlines.map((each) => each.date ?? "")),
    deadline_precision: joined(deadlines.map((each) => each.precision)),
    deadline_text: joined(deadlines.map((each) => oneLine(each.anchor.exact))),
  };
}

function flatLinks(links: readonly Link[], names: Names) {
  const replies = links.flatMap((link) => link.replies);
  return {
    outcome: joined(links.map((link) => link.outcome)),
    reply_text: joined(replies.map((reply) => oneLine(reply.anchor.exact))),
    reply_document_name: joined(distinct(replies.map((reply) => names.get(reply.document) ?? reply.document))),
    reply_document_id: joined(distinct(replies.map((reply) => reply.document))),
    reply_page: joined(replies.flatMap((reply) => reply.anchor.page ?? [])),
    link_confidence: joined(links.map((link) => link.confidence)),
  };
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)];

/** Values joined with "; "; null where there are none. */
const joined = (values: readonly (string | number)[]): string | null =>
  values.some((each) => each !== "") ? values.join("; ") : null;

const oneLine = (words: string): string => words.replace(/\s+/g, " ");

/** Whether anything came back to an item, as far as its links tell. */
export function statusOf(record: DocumentRecord, item: Item): ItemStatus {
  const outcomes = ofItem(record, item).links.map(({ outcome }) => outcome);
  return itemStatus(item.kind, outcomes);
}

/** How much a person's look at an item is worth, 0–1: near ties first, then what is least sure of the item and its links. */
export function doubtOf(record: DocumentRecord, item: Item): number {
  const { links } = ofItem(record, item);
  if (links.some((link) => link.ambiguous)) return 1;
  return 1 - Math.min(item.confidence, ...links.map((link) => link.confidence));
}

/** How many of each a record holds. */
export function countsOf(record: DocumentRecord): Counts {
  const ofKind = (kind: Item["kind"]) => record.items.filter((item) => item.kind === kind).length;
  const statuses = record.items.map((item) => statusOf(record, item));
  const withStatus = (status: ItemStatus) => statuses.filter((each) => each === status).length;
  const questions = record.references.filter((each) => each.scheme === "MQ").map((each) => each.value);
  return {
    recommendations: ofKind("recommendation"),
    asks: ofKind("ask"),
    undertakings: ofKind("undertaking"),
    deadlines: record.deadlines.length,
    mq: new Set(questions).size,
    linked: withStatus("replied"),
    unanswered: withStatus("unanswered"),
    open: withStatus("open"),
  };
}
