import { type Item, ItemKind } from "../records/item.ts";
import type { Counts } from "./counts.ts";
import { annotates, type Gold, type GoldItem } from "./gold.ts";
import { matchItems, quoted } from "./match.ts";
import type { Scored } from "./score-parts.ts";
import { addShare, noShare, oneCase, type Share } from "./tally.ts";

/** A gold item and the item that is taken for it, whatever its kind. */
export type ItemPair = { gold: GoldItem; item: Item; overlap: number };

/** Items scored by kind and together, with the pairs on which deadlines and links build. */
export type ScoredItems = Scored & { pairs: ItemPair[] };

/** The items of the kinds that the gold annotates. */
export function scoreItems(gold: Gold, items: readonly Item[]): ScoredItems {
  const kinds = ItemKind.options.filter((kind) => annotates(gold, kind));
  const wanted = gold.items.filter((item) => kinds.includes(item.kind));
  const found = items.filter((item) => kinds.includes(item.kind));
  const byKind = kinds.map((kind) => scoreKind(kind, wanted, found));
  const matches = matchItems(wanted.map(ofGold), found.map(ofRecord));
  const pairs = matches.map((match) => ({
    gold: wanted[match.gold]!,
    item: found[match.predicted]!,
    overlap: match.overlap,
  }));
  const together: Counts =
    kinds.length === 0 ? {} : { anyKind: { tp: pairs.length, gold: wanted.length, predicted: found.length } };
  const counts = Object.assign({}, together, ...byKind.map((each) => each.counts), agreement(pairs)) as Counts;
  const remarks = [...byKind.flatMap((each) => each.remarks), ...wrongLabels(pairs)];
  return { counts, pairs, remarks, items: byKind.flatMap((each) => each.items ?? []) };
}

const ofGold = (item: GoldItem) => quoted(item.kind, item.quote);
const ofRecord = (item: Item) => quoted(item.kind, item.anchor.exact);

function scoreKind(kind: ItemKind, allWanted: readonly GoldItem[], allFound: readonly Item[]): Scored {
  const wanted = allWanted.filter((item) => item.kind === kind);
  const found = allFound.filter((item) => item.kind === kind);
  const matches = matchItems(wanted.map(ofGold), found.map(ofRecord));
  const taken = { gold: new Set(matches.map((m) => m.gold)), predicted: new Set(matches.map((m) => m.predicted)) };
  return {
    counts: { [kind]: { tp: matches.length, gold: wanted.length, predicted: found.length } },
    items: found.map(({ confidence }, at) => ({ confidence, right: taken.predicted.has(at) })),
    remarks: [
      ...wanted.filter((_, at) => !taken.gold.has(at)).map((item) => `missed ${kind}: ${item.quote.slice(0, 140)}`),
      ...found
        .filter((_, at) => !taken.predicted.has(at))
        .map((item) => `extra ${kind}: ${item.anchor.exact.slice(0, 140)}`),
    ],
  };
}

/** How well matched items agree: boundaries, labels of recommendations, forms of asks, restated or not. */
function agreement(pairs: readonly ItemPair[]): Counts {
  const share = (cases: readonly boolean[]): Share => cases.map(oneCase).reduce(addShare, noShare);
  return {
    boundary: { sum: pairs.reduce((sum, { overlap }) => sum + overlap, 0), n: pairs.length },
    label: share(pairs.filter(({ gold }) => gold.kind === "recommendation").map(sameLabel)),
    restated: share(
      pairs.filter(({ gold }) => gold.restated !== undefined).map(({ gold, item }) => gold.restated === item.restated),
    ),
    form: share(
      pairs
        .filter(({ gold, item }) => gold.kind === "ask" && item.kind === "ask")
        .map(({ gold, item }) => (gold.form ?? null) === item.form),
    ),
  };
}

const asLabel = (label: string | null | undefined): string => (label ?? "").toLowerCase().replace(/\s/g, "");
const sameLabel = ({ gold, item }: ItemPair): boolean => asLabel(gold.label) === asLabel(item.label);

const wrongLabels = (pairs: readonly ItemPair[]): string[] =>
  pairs
    .filter((pair) => pair.gold.kind === "recommendation" && !sameLabel(pair))
    .map(({ gold, item }) => `label ${item.label ?? "none"}, gold ${gold.label ?? "none"}: ${gold.quote.slice(0, 90)}`);
