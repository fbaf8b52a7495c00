import type { Decision } from "../records/decision.ts";
import type { DocumentRecord } from "../records/document-record.ts";
import type { Item, ItemKind } from "../records/item.ts";
import { pairVersion, type Review, reviewOf, standingOf } from "../records/review.ts";

/** Words that a person called an item of a kind, or said to be none. */
export type JudgedWords = { kind: ItemKind; quote: string; right: boolean };

/** What reviewers said of one document: of words, and of what the machine found to answer an item (by the item's id). */
export type Judged = { document: string; words: JudgedWords[]; links: ReadonlyMap<string, boolean> };

/** What reviewers' decisions say of some documents. What is disputed, or was said of another version of the pair, says nothing. */
export function judgedIn(records: readonly DocumentRecord[], log: readonly Decision[]): Judged[] {
  const byItem = Map.groupBy(log, ({ item }) => item);
  const added = Map.groupBy(log, ({ document }) => document);
  return records.map((record) => {
    const found = record.items.flatMap((item) => {
      const review = reviewOf(byItem.get(item.id) ?? []);
      const links = record.links.filter((link) => link.item === item.id);
      const current = review.version === pairVersion(item, links);
      return current && !review.conflicts.includes("verdict") ? [{ item, review, linked: links.length > 0 }] : [];
    });
    return {
      document: record.id,
      words: [...found.flatMap(wordsOf), ...addedWords(added.get(record.id) ?? [])],
      links: new Map(found.flatMap(({ item, review, linked }) => (linked ? [...linkOf(item, review)] : []))),
    };
  });
}

type Found = { item: Item; review: Review; linked: boolean };

/**
 * Who accepts a pair, or corrects anything else of it, says that the words are an item. Who rejects it and says no more may mean the reply: that
 * says nothing of the words where there is one.
 */
function wordsOf({ item, review, linked }: Found): JudgedWords[] {
  const machine = { kind: item.kind, quote: item.anchor.exact };
  const corrected = isCorrected(review) || review.span !== null;
  if (review.verdict === "rejected" && !corrected) return linked ? [] : [{ ...machine, right: false }];
  if (review.verdict === "unsure") return [];
  const kind = review.kind ?? item.kind;
  const right = { kind, quote: review.span?.exact ?? item.anchor.exact, right: true };
  return kind === item.kind ? [right] : [right, { ...machine, right: false }];
}

function linkOf({ id }: Item, review: Review): [string, boolean][] {
  return review.verdict === "unsure" ? [] : [[id, review.verdict === "accepted" && !isCorrected(review)]];
}

/** Whether a person said what the reply is or does, otherwise than the machine. */
const isCorrected = ({ replies, outcome }: Review): boolean => replies !== null || outcome !== null;

function addedWords(entries: readonly Decision[]): JudgedWords[] {
  return [...Map.groupBy(entries, ({ item }) => item).values()].flatMap((own) => {
    const { verdict, kind } = reviewOf(own);
    const act = standingOf(own).find((entry) => entry.act.do === "item")?.act;
    const stands = act?.do === "item" && verdict !== "rejected";
    return stands ? [{ kind: kind ?? act.kind, quote: act.passage.exact, right: true }] : [];
  });
}
