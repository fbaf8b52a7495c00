import { itemOf, ofItem } from "../pipeline/of-item.ts";
import type { DocumentRecord } from "../records/document-record.ts";
import type { Part } from "../records/part.ts";
import type { Desk } from "./desk.ts";
import type { Letter } from "./schemas-of-lists.ts";

/** As many documents as one page of a timeline shows. */
const MOST_DOCUMENTS = 40;

/** The letters of all documents that are linked with one, directly or through others, by their days. Throws a `Problem` (404). */
export async function lettersAround(
  { store, library }: Pick<Desk, "store" | "library">,
  id: string,
): Promise<Letter[]> {
  const ids = new Set([id]);
  // the set grows while it is gone through
  for (const each of ids)
    for (const other of await store.neighbours(each)) if (ids.size < MOST_DOCUMENTS) ids.add(other);
  const records: DocumentRecord[] = [];
  for (const each of ids) records.push(await library.record(each));
  const letters = records.flatMap((record) => record.parts.map((part) => letterOf(record, part, records)));
  return letters.filter(isOfIt).sort(byDay);
}

/** What neither asks nor answers nor promises anything is no letter of the correspondence. */
const isOfIt = ({ asked, promised, answers }: Letter): boolean => asked + promised + answers.length > 0;

const byDay = (a: Letter, b: Letter): number =>
  (a.date ?? "9999").localeCompare(b.date ?? "9999") ||
  a.document.localeCompare(b.document) ||
  a.id.localeCompare(b.id);

function letterOf(record: DocumentRecord, part: Part, records: readonly DocumentRecord[]): Letter {
  const { id, kind, date, from, to, subject } = part;
  const items = record.items.filter((item) => item.part === id);
  const asks = items.filter((item) => item.kind !== "undertaking");
  const outcomes = asks.map((item) => ofItem(record, item).links);
  return {
    ...{ id, kind, date, from, to, subject, document: record.id, name: record.source.name, title: record.title },
    asked: asks.length,
    promised: items.length - asks.length,
    replied: outcomes.filter((links) => links.some((link) => link.outcome !== "unanswered")).length,
    unanswered: outcomes.filter((links) => links.length > 0 && links.every((link) => link.outcome === "unanswered"))
      .length,
    answers: answeredBy(record.id, id, records),
  };
}

/** The parts whose asks have a reply in this one, and how many. */
function answeredBy(document: string, part: string, records: readonly DocumentRecord[]): Letter["answers"] {
  return records.flatMap((record) => {
    const items = record.links
      .filter((link) => link.replies.some((reply) => reply.document === document && reply.part === part))
      .map((link) => itemOf(record, link.item)!);
    const parts = Map.groupBy(items, (item) => item.part);
    return [...parts].map(([part, of]) => ({ document: record.id, part, items: new Set(of.map(({ id }) => id)).size }));
  });
}
