import type { ExtractedDocument } from "../link/extracted.ts";
import type { DocumentRecord } from "../records/document-record.ts";
import type { Link } from "../records/link.ts";
import type { Reference } from "../records/reference.ts";
import { daysBetween } from "../store/item-status.ts";
import type { Citation, PublishedLink } from "../store/stored.ts";
import { itemOf, ofItem } from "./of-item.ts";

/** The ISO days that parts bear, by document and part. */
export type DaysOfParts = ReadonlyMap<string, string | null>;

/** The days of the parts of documents. */
export function daysOfParts(documents: readonly ExtractedDocument[]): DaysOfParts {
  return new Map(
    documents.flatMap(({ document, structure }) =>
      structure.parts.map((part): [string, string | null] => [`${document.id} ${part.id}`, part.date]),
    ),
  );
}

/** How long a reply took, and whether it came after the item's first deadline; null where a day is not known. */
export function delayOf(record: DocumentRecord, link: Link, days: DaysOfParts): Pick<PublishedLink, "days" | "late"> {
  const item = itemOf(record, link.item);
  const reply = link.replies[0];
  const asked = item && days.get(`${record.id} ${item.part}`);
  const replied = reply && days.get(`${reply.document} ${reply.part}`);
  if (!asked || !replied) return { days: null, late: null };
  const { deadlines } = ofItem(record, item);
  const due = deadlines.flatMap(({ date }) => date ?? []).sort()[0];
  return {
    days: daysBetween(asked, replied),
    late: due === undefined ? null : replied > due,
  };
}

/** A citation with the words around it, as it is listed under its number. */
export const citationOf = ({ scheme, value, anchor, item }: Reference): Citation => ({
  ...{ scheme, value, item, start: anchor.start, end: anchor.end, page: anchor.page },
  // the words around it are cut somewhere within a word
  words: `${anchor.prefix.replace(/^\S*\s/, "")}${anchor.exact}${anchor.suffix.replace(/\s\S*$/, "")}`
    .replace(/\s+/g, " ")
    .trim(),
});
