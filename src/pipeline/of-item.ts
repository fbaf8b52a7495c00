import { oncePer } from "../document/once.ts";
import type { Deadline } from "../records/deadline.ts";
import type { DocumentRecord } from "../records/document-record.ts";
import type { Item } from "../records/item.ts";
import type { Link } from "../records/link.ts";
import type { Part } from "../records/part.ts";
import type { Reference } from "../records/reference.ts";

/** What a record says of one item elsewhere than in the item, each in the record's order. */
export type OfItem = {
  part: Part | undefined;
  deadlines: readonly Deadline[];
  references: readonly Reference[];
  links: readonly Link[];
};

/** What a record says of one of its items. */
export function ofItem(record: DocumentRecord, item: Pick<Item, "id" | "part">): OfItem {
  const { parts, deadlines, references, links } = byId(record);
  return {
    part: parts.get(item.part),
    deadlines: deadlines.get(item.id) ?? [],
    references: references.get(item.id) ?? [],
    links: links.get(item.id) ?? [],
  };
}

/** The item of an id; undefined where the record holds none. */
export const itemOf = (record: DocumentRecord, id: string): Item | undefined => byId(record).items.get(id);

/** Looked through once a record, not once an item: a document may hold tens of thousands. */
const byId = oncePer(({ parts, items, deadlines, references, links }: DocumentRecord) => ({
  parts: new Map(parts.map((part) => [part.id, part])),
  items: new Map(items.map((item) => [item.id, item])),
  deadlines: Map.groupBy(deadlines, ({ item }) => item),
  references: Map.groupBy(references, ({ item }) => item),
  links: Map.groupBy(links, ({ item }) => item),
}));
