import type { DocumentRecord } from "../records/document-record.ts";
import { pairVersion, reviewOf } from "../records/review.ts";
import type { Desk } from "./desk.ts";
import { Problem } from "./problem.ts";
import type { DocumentName, Pair } from "./schemas.ts";

/** An item with all that bears on it. Throws a `Problem` (404) where there is none. */
export async function loadPair({ store, library }: Desk, id: string): Promise<Pair> {
  const found = (await store.findItems(id)).find(({ key }) => key === id);
  if (!found) throw new Problem(404, "There is no such item here. It may have gone when its document was read anew.");
  const record = await library.record(found.document);
  const item = record.items.find((each) => each.id === id)!;
  const links = record.links.filter((link) => link.item === id);
  const entries = await store.decisionsOf(id);
  const review = reviewOf(entries);
  const version = pairVersion(item, links);
  // where nothing was found to reply, it may still stand in a document that replies to something else here
  const near = links.some((link) => link.replies.length > 0) ? links : [...links, ...record.links];
  const replying = await Promise.all([...replyingIds(near, review.replies)].map((each) => library.record(each)));
  return {
    ...{ item, links, entries, review, version },
    part: record.parts.find((part) => part.id === item.part)!,
    deadlines: record.deadlines.filter((deadline) => deadline.item === id),
    references: record.references.filter((reference) => reference.item === id),
    document: nameOf(record),
    replying: replying.map(nameOf),
    moved: review.version !== null && review.version !== version,
  };
}

function replyingIds(links: Pair["links"], chosen: Pair["review"]["replies"]): Set<string> {
  const passages = [...links.flatMap((link) => [...link.replies, ...link.rivals]), ...(chosen ?? [])];
  return new Set(passages.map((passage) => passage.document));
}

const nameOf = ({ id, source, title, text, pages, parts }: DocumentRecord): DocumentName => ({
  ...{ id, title, pages, name: source.name, mediaType: source.mediaType, length: text.length },
  parts: parts.map(({ id, kind, date, from, to, subject }) => ({ id, kind, date, from, to, subject })),
});
