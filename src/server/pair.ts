import type { DocumentRecord } from "../records/document-record.ts";
import type { Item } from "../records/item.ts";
import type { Part } from "../records/part.ts";
import { pairVersion, reviewOf } from "../records/review.ts";
import { addedItem, additionIn } from "./added-item.ts";
import { visibleTo } from "./blind.ts";
import type { Desk } from "./desk.ts";
import type { Person } from "./person.ts";
import { Problem } from "./problem.ts";
import type { DocumentName, Pair } from "./schemas.ts";

/** An item with all that bears on it and that a person may see, the machine's or one that somebody added. Throws a `Problem` (404) where there is none. */
export async function loadPair(desk: Desk, id: string, person: Person): Promise<Pair> {
  const { store, library } = desk;
  const all = await store.decisionsOf(id);
  const entries = (await store.doubleReview()) ? visibleTo(person, all) : all;
  const { record, item, part, moved } = (await foundItem(desk, id)) ?? (await personsItem(desk, entries));
  const links = record.links.filter((link) => link.item === id);
  const review = reviewOf(entries);
  const version = pairVersion(item, links);
  // where nothing was found to reply, it may still stand in a document that replies to something else here
  const near = links.some((link) => link.replies.length > 0) ? links : [...links, ...record.links];
  const replying = await Promise.all([...replyingIds(near, review.replies)].map((each) => library.record(each)));
  return {
    ...{ item, part, links, entries, review, version },
    deadlines: record.deadlines.filter((deadline) => deadline.item === id),
    references: record.references.filter((reference) => reference.item === id),
    document: nameOf(record),
    replying: replying.map(nameOf),
    moved: moved || (review.version !== null && review.version !== version),
  };
}

type Found = { record: DocumentRecord; item: Item; part: Part; moved: boolean };

async function foundItem({ store, library }: Desk, id: string): Promise<Found | null> {
  const found = (await store.findItems(id)).find(({ key }) => key === id);
  if (!found) return null;
  const record = await library.record(found.document);
  const item = record.items.find((each) => each.id === id)!;
  return { record, item, part: record.parts.find((part) => part.id === item.part)!, moved: false };
}

async function personsItem({ library }: Desk, entries: Pair["entries"]): Promise<Found> {
  const addition = additionIn(entries);
  if (!addition)
    throw new Problem(404, "There is no such item here. It may have gone when its document was read anew.");
  const [record, document] = await Promise.all([
    library.record(addition.document),
    library.document(addition.document),
  ]);
  return { record, ...addedItem(addition, record, document) };
}

function replyingIds(links: Pair["links"], chosen: Pair["review"]["replies"]): Set<string> {
  const passages = [...links.flatMap((link) => [...link.replies, ...link.rivals]), ...(chosen ?? [])];
  return new Set(passages.map((passage) => passage.document));
}

const nameOf = ({ id, source, title, text, pages, parts }: DocumentRecord): DocumentName => ({
  ...{ id, title, pages, name: source.name, mediaType: source.mediaType, length: text.length },
  parts: parts.map(({ id, kind, date, from, to, subject }) => ({ id, kind, date, from, to, subject })),
});
