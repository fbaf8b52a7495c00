import { once } from "../document/once.ts";
import { overlapping } from "../document/span.ts";
import type { Span } from "../records/anchor.ts";
import type { PartKind } from "../records/part.ts";
import type { Asked } from "./asked.ts";
import type { ExtractedDocument } from "./extracted.ts";

/** An item's own words, set out again at the head of a paragraph. */
export type SetOut = Span & { item: number };

/** Parts in which what was asked is set out in order to be answered; elsewhere it is asked again, or quoted whole. */
const ANSWERING: ReadonlySet<PartKind> = new Set(["reply", "response"]);
/** So many words in a row are no turn of phrase; fewer must be the whole of both. */
const RUN = 6;
const LEAST = 4;

type Word = Span & { plain: string };

/**
 * The places in the replies of a document where items asked elsewhere are set out word for word, though nothing else marks them: a paragraph
 * opens with the item, or is the beginning of one. Items by index; of items in the same document only those of other parts.
 */
export function setOutIn({ document, structure }: ExtractedDocument, asked: readonly Asked[], same: boolean): SetOut[] {
  const replies = new Set(structure.parts.flatMap(({ id, kind }) => (ANSWERING.has(kind) ? [id] : [])));
  if (replies.size === 0) return [];
  const items = asked.map(({ item }) => once(() => [...wordsIn(item.anchor.exact, 0)]));
  const byOpening = Map.groupBy(items.keys(), (item) => openingOf(wordsIn(asked[item]!.item.anchor.exact, 0)));
  return structure.segments.flatMap(({ kind, part, ...segment }) => {
    if (kind !== "prose" || !replies.has(part)) return [];
    return overlapping(document.blocks, segment).flatMap((block): SetOut[] => {
      const read = () => wordsIn(document.text.slice(block.body, block.end), block.body);
      const met = (byOpening.get(openingOf(read())) ?? []).filter((item) => !same || asked[item]!.item.part !== part);
      if (met.length === 0) return [];
      const words = [...read()];
      const found = met.find((item) => isSetOut(items[item]!(), words));
      if (found === undefined) return [];
      const last = words[items[found]!().length - 1];
      return [{ item: found, start: block.body, end: last && last !== words.at(-1) ? last.end : block.end }];
    });
  });
}

/** The words of a text, read as far as they are asked for. */
const wordsIn = (text: string, offset: number): IteratorObject<Word> =>
  text.matchAll(/[\p{L}\p{N}]+[^\p{L}\p{N}\s]*/gu).map(({ 0: word, index }) => ({
    start: offset + index,
    end: offset + index + word.length,
    plain: word.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase(),
  }));

const openingOf = (words: IteratorObject<Word>): string => [...words.take(LEAST).map(({ plain }) => plain)].join(" ");

/** Whether one is the beginning of the other, and long enough not to be so by chance. */
function isSetOut(item: readonly Word[], paragraph: readonly Word[]): boolean {
  const shorter = Math.min(item.length, paragraph.length);
  const enough = item.length === paragraph.length ? LEAST : RUN;
  return shorter >= enough && item.slice(0, shorter).every(({ plain }, at) => plain === paragraph[at]!.plain);
}
