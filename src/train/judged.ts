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
      const links = record.links.filter((link) => link.item === item.id);
      const review = reviewOf(saidOf(pairVersion(item, links), byItem.get(item.id) ?? []));
      const agreed = review.conflicts.every((topic) => topic === "deadline" || topic === "to");
      return agreed ? [{ item, review, linked: links.length > 0 }] : [];
    });
    return {
      document: record.id,
      words: [...found.flatMap(wordsOf), ...addedWords(added.get(record.id) ?? [])],
      links: new Map(found.flatMap(({ item, review, linked }) => (linked ? linkOf(item, review) : []))),
    };
  });
}

/** What was said of one version of a pair; what was taken back since is taken back. */
const saidOf = (version: string, entries: readonly Decision[]): Decision[] =>
  entries.filter((entry) => entry.act.do === "undo" || entry.version === version);

type Found = { item: Item; review: Review; linked: boolean };

/**
 * Who accepts a pair, or sets anything of it right (when it is due, of whom it is asked), says that the words are an item. Who rejects it and says
 * no more may mean the reply: that says nothing of the words where there is one.
 */
function wordsOf({ item, review, linked }: Found): JudgedWords[] {
  const machine = { kind: item.kind, quote: item.anchor.exact };
  if (review.verdict === "unsure") return [];
  if (!isReplyCorrected(review) && !isItemCorrected(review)) {
    if (review.verdict === null) return [];
    if (review.verdict === "rejected") return linked ? [] : [{ ...machine, right: false }];
  }
  const kind = review.kind ?? item.kind;
  const right = { kind, quote: review.span?.exact ?? item.anchor.exact, right: true };
  return kind === item.kind ? [right] : [right, { ...machine, right: false }];
}

/** Who rejects a pair and sets its item right says nothing of the reply. */
function linkOf({ id }: Item, review: Review): [string, boolean][] {
  if (review.verdict === "unsure") return [];
  if (isReplyCorrected(review)) return [[id, false]];
  if (review.verdict === "accepted") return [[id, true]];
  return review.verdict === "rejected" && !isItemCorrected(review) ? [[id, false]] : [];
}

/** Whether a person said what the reply is or does, otherwise than the machine. */
const isReplyCorrected = ({ replies, outcome }: Review): boolean => replies !== null || outcome !== null;

/** Whether a person said something of the item that can be said of an item only. */
const isItemCorrected = ({ kind, span, deadline, to }: Review): boolean =>
  [kind, span, deadline, to].some((said) => said !== null);

function addedWords(entries: readonly Decision[]): JudgedWords[] {
  return [...Map.groupBy(entries, ({ item }) => item).values()].flatMap((own) => {
    const { verdict, kind, span } = reviewOf(own);
    const act = standingOf(own).find((entry) => entry.act.do === "item")?.act;
    const stands = act?.do === "item" && (verdict === null || verdict === "accepted");
    return stands ? [{ kind: kind ?? act.kind, quote: span?.exact ?? act.passage.exact, right: true }] : [];
  });
}
