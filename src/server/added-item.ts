import { anchorOf } from "../document/anchor.ts";
import type { Document } from "../document/document.ts";
import type { Anchor } from "../records/anchor.ts";
import type { Act, ChosenPassage, Decision } from "../records/decision.ts";
import type { DocumentRecord } from "../records/document-record.ts";
import { itemId, normaliseWording } from "../records/ids.ts";
import type { Item } from "../records/item.ts";
import type { Part } from "../records/part.ts";

/** What a person says of an item that the machine missed. */
export type Addition = Extract<Act, { do: "item" }>;
export type AdditionEntry = Decision & { act: Addition };

/** The entry by which a person added an item; undefined for an item of the machine's. */
export const additionIn = (entries: readonly Decision[]): AdditionEntry | undefined =>
  entries.find((entry): entry is AdditionEntry => entry.act.do === "item");

/** The id that the machine would give these words as this kind of item, were it the first of its wording. */
export const addedId = ({ kind, passage }: Addition): string =>
  itemId(passage.document, kind, normaliseWording(passage.exact), 0);

/** An item that a person added, as if the machine had found it. `moved` where newer rules left nothing of its words. */
export function addedItem(entry: AdditionEntry, record: DocumentRecord, document: Document) {
  const { anchor, moved } = anchorFor(document, entry.act.passage);
  const part = partAt(record, anchor.start);
  const item: Item = {
    ...{ id: entry.item, part: part.id, kind: entry.act.kind, form: null, label: null, restated: false, anchor },
    ...{ points: [], alsoAt: [], leadIn: null, section: [], by: [], to: [], confidence: 1 },
    evidence: [`added by ${entry.by}`],
  };
  return { item, part, moved };
}

/** Where chosen words stand now: at their place, else where they are found first, else nowhere. */
function anchorFor(document: Document, { start, end, exact }: ChosenPassage): { anchor: Anchor; moved: boolean } {
  if (document.text.slice(start, end) === exact) return { anchor: anchorOf(document, { start, end }), moved: false };
  const at = document.text.indexOf(exact);
  if (at >= 0) return { anchor: anchorOf(document, { start: at, end: at + exact.length }), moved: false };
  return { anchor: { start: 0, end: 0, exact, prefix: "", suffix: "", page: null, boxes: [] }, moved: true };
}

const partAt = ({ parts }: DocumentRecord, offset: number): Part =>
  parts.findLast(({ anchor }) => anchor.start <= offset && offset < anchor.end) ?? parts[0]!;
