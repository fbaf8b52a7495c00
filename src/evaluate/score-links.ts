import type { Anchor } from "../records/anchor.ts";
import type { DocumentRecord } from "../records/document-record.ts";
import type { Item } from "../records/item.ts";
import type { Outcome } from "../records/link.ts";
import type { Prediction } from "./calibration.ts";
import type { Counts } from "./counts.ts";
import { type Gold, type GoldLink, stemOf } from "./gold.ts";
import type { ItemPair } from "./score-items.ts";
import type { Scored } from "./score-parts.ts";
import { oneCase } from "./tally.ts";
import { bagOf, sharedWords } from "./words.ts";
import { isGrounded, type World } from "./world.ts";

/** A reply and its ask must share half of their words, both ways, for the reply to count as found: a reply of half a document is none. */
const HIT = 0.5;

type WantedLink = GoldLink & { doc: string };
type Said = { id: string; anchors: Anchor[]; outcome: Outcome | null; confidence: number };

/** The links of a document's items: into itself, and into the documents that the pairs name. */
export function scoreLinks(gold: Gold, record: DocumentRecord, pairs: readonly ItemPair[], world: World): Scored[] {
  const name = stemOf(record.source.name);
  const wanted: WantedLink[] = [
    ...gold.links.map((link) => ({ ...link, doc: name })),
    ...world.gold.pairs
      .filter(({ ask }) => stemOf(ask.doc) === name)
      .map((pair) => ({ ...pair, item: pair.ask.item, doc: stemOf(pair.reply.doc), replies: pair.reply.replies })),
  ];
  const itemOf = new Map(pairs.map(({ gold: each, item }) => [each.id, item]));
  const targetOf = (link: WantedLink) => (link.doc === name ? record : world.byName(link.doc, record));
  const quoteOf = (link: WantedLink) => gold.items.find(({ id }) => id === link.item)?.quote ?? "";
  const scored = wanted.map((link) => {
    const item = itemOf.get(link.item) ?? null;
    const target = targetOf(link);
    return scoreLink(link, { said: saidOf(record, item, target), item, target, world, quote: quoteOf(link) });
  });
  const accounted = new Set(wanted.map((link) => `${itemOf.get(link.item)?.id}→${targetOf(link)?.id}`));
  return [...scored, unwanted(record, accounted, new Set(wanted.map(({ doc }) => doc)), world)];
}

/** What the record says of an item's reply in one document. */
function saidOf(record: DocumentRecord, item: Item | null, target: DocumentRecord | null): Said {
  const said: Said = { id: "", anchors: [], outcome: null, confidence: 0 };
  for (const link of record.links.filter((each) => each.item === item?.id)) {
    const here = link.replies.filter((reply) => target !== null && reply.document === target.id);
    if (here.length === 0 && link.replies.length > 0) continue;
    said.anchors.push(...here.map((reply) => reply.anchor));
    said.outcome ??= link.outcome;
    if (link.confidence >= said.confidence) said.id = link.id;
    said.confidence = Math.max(said.confidence, link.confidence);
  }
  return said;
}

type Asked = { said: Said; item: Item | null; target: DocumentRecord | null; world: World; quote: string };

function scoreLink(link: WantedLink, { said, item, target, world, quote }: Asked): Scored {
  const { hit, wanted, found } = countWords(link.replies, said.anchors, target, world);
  const right = outcomesRight(link);
  const rightOutcome = said.outcome !== null && right.includes(said.outcome);
  const none = link.outcome === "unanswered" || link.replies.length === 0;
  const reached = none
    ? item !== null && said.anchors.length === 0 && said.outcome === "unanswered"
    : hit >= HIT * wanted && hit >= HIT * found;
  const counts: Counts = {
    replyTokens: { tp: hit, gold: wanted, predicted: found },
    [none ? "unanswered" : "replyHit"]: oneCase(reached),
    outcome: oneCase(rightOutcome || (none && reached)),
  };
  const remarks: string[] = [];
  if (!none && hit < HIT * wanted)
    remarks.push(`weak link: ${item ? "" : "(item missed) "}${quote.slice(0, 90)} → ${link.replies[0]!.slice(0, 90)}`);
  if (said.outcome !== null && !rightOutcome)
    remarks.push(`outcome ${said.outcome}, gold ${link.outcome}: ${(link.replies[0] ?? quote).slice(0, 90)}`);
  const links = said.outcome === null ? [] : [{ id: said.id, confidence: said.confidence, right: reached }];
  return { counts, remarks, links };
}

/** The outcome, those that are also right, and one that opens the doubt ("noted: …"). */
const outcomesRight = (link: GoldLink): string[] => [
  link.outcome,
  ...link.alsoRight,
  ...(/^[a-z-]+(?=:|$)/.exec(link.doubt ?? "") ?? []),
];

/**
 * The words of the gold passages that were found, by their places in the target's text; by their number where a passage cannot be
 * placed there or an anchor does not hold.
 */
function countWords(
  passages: readonly string[],
  anchors: readonly Anchor[],
  target: DocumentRecord | null,
  world: World,
) {
  const map = target && world.wordMap(target);
  const got = new Set<number>();
  const loose: string[] = [];
  for (const anchor of anchors)
    if (map && isGrounded(target.text, anchor)) for (const word of map.within(anchor.start, anchor.end)) got.add(word);
    else loose.push(anchor.exact);
  const looseBag = bagOf(loose.join("\n"));
  const allBag = bagOf(anchors.map(({ exact }) => exact).join("\n"));
  const found = got.size + looseBag.size;
  let hit = 0;
  let wanted = 0;
  for (const passage of passages) {
    const bag = bagOf(passage);
    wanted += bag.size;
    const places = map?.placesOf(bag.words) ?? [];
    const placed = places.map((first) => bag.words.filter((_, at) => got.has(first + at)).length);
    const best = placed.length > 0 ? Math.max(...placed) : sharedWords(bag, allBag);
    hit += Math.max(best, loose.length > 0 ? sharedWords(bag, looseBag) : 0);
  }
  return { hit: Math.min(hit, found, wanted), wanted, found };
}

/** Links that the gold does not have: their words count against precision, for a wrong link is worse than none. */
function unwanted(
  record: DocumentRecord,
  accounted: ReadonlySet<string>,
  paired: ReadonlySet<string>,
  world: World,
): Scored {
  const remarks: string[] = [];
  const links = new Map<string, Prediction>();
  let words = 0;
  for (const link of record.links) {
    const item = record.items.find(({ id }) => id === link.item);
    if (!item || item.kind === "undertaking") continue;
    for (const reply of link.replies) {
      const target = world.byId(reply.document);
      const name = target && stemOf(target.source.name);
      if (accounted.has(`${link.item}→${reply.document}`)) continue;
      if (name !== undefined && !world.gold.byName.has(name) && !paired.has(name)) continue;
      words += bagOf(reply.anchor.exact).size;
      links.set(link.id, { id: link.id, confidence: link.confidence, right: false });
      const pair = `${item.anchor.exact.slice(0, 70)} → ${target?.source.name ?? "?"}: ${reply.anchor.exact.slice(0, 70)}`;
      remarks.push(`link the gold does not have: ${pair}`);
    }
  }
  return { counts: { replyTokens: { tp: 0, gold: 0, predicted: words } }, remarks, links: [...links.values()] };
}
