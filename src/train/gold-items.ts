import { anchorOf } from "../document/anchor.ts";
import { overlaps } from "../document/span.ts";
import type { Gold, GoldItem } from "../evaluate/gold.ts";
import { matchItems, quoted } from "../evaluate/match.ts";
import { wordsIn } from "../evaluate/words.ts";
import type { ExtractedDocument } from "../link/extracted.ts";
import type { Item } from "../records/item.ts";
import type { Person } from "../records/person.ts";

/** A document with the items of its gold in place of those that were found, and each by the gold's name for it. */
export type WithGoldItems = { name: string; extracted: ExtractedDocument; items: ReadonlyMap<string, Item> };

/** What the extraction found of each gold item; where it missed one, the item as the gold quotes it, if it stands in the text so. */
export function withGoldItems(name: string, extracted: ExtractedDocument, gold: Gold): WithGoldItems {
  const matches = matchItems(
    gold.items.map(({ kind, quote }) => quoted(kind, quote)),
    extracted.items.map(({ kind, anchor }) => quoted(kind, anchor.exact)),
  );
  const found = new Map(matches.map((match) => [match.gold, extracted.items[match.predicted]!]));
  const taken = [...found.values()];
  const items = new Map<string, Item>();
  gold.items.forEach((wanted, at) => {
    const item = found.get(at) ?? placed(wanted, extracted, taken);
    if (!item) return;
    items.set(wanted.id, { ...item, kind: wanted.kind });
    taken.push(item);
  });
  const all = [...items.values()].sort((a, b) => a.anchor.start - b.anchor.start);
  return { name, extracted: { ...extracted, items: all }, items };
}

/** An item where the text first says it and no other item stands; null where it says it nowhere. */
function placed(wanted: GoldItem, extracted: ExtractedDocument, taken: readonly Item[]): Item | null {
  const { document, structure } = extracted;
  const words = new RegExp(wordsIn(wanted.quote).join("[^\\p{L}\\p{N}]+"), "giu");
  const free = [...document.text.matchAll(words)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .find((span) => span.end > span.start && !taken.some(({ anchor }) => overlaps(anchor, span)));
  const part = structure.parts.find(({ anchor }) => free && anchor.start <= free.start && free.start < anchor.end);
  if (!free || !part) return null;
  const { id, kind, form, label, restated } = wanted;
  const said = { kind, form: form ?? null, label: label ?? null, restated: restated ?? false };
  const plain = { points: [], alsoAt: [], leadIn: null, section: [], confidence: 1, evidence: [] };
  const people = { by: namesOf(part.from), to: namesOf(part.to) };
  return { ...plain, ...people, ...said, id: `${document.id}:${id}`, part: part.id, anchor: anchorOf(document, free) };
}

const namesOf = (people: readonly Person[]): string[] => people.flatMap((each) => each.name ?? each.role ?? []);
