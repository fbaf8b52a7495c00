import { annotates, type GoldSet, stemOf } from "../evaluate/gold.ts";
import { wordsIn } from "../evaluate/words.ts";
import { askedIn } from "../link/asked.ts";
import type { ExtractedDocument } from "../link/extracted.ts";
import { type Field, fieldOf } from "../link/field.ts";
import { askedOfOthers, linkItems } from "../link/link.ts";
import type { Signals } from "../link/signals.ts";
import type { PipelineDefinition } from "../pipeline/definition.ts";
import { extractRecords } from "../pipeline/run.ts";
import { pairsAmong } from "../pipeline/weighing.ts";
import { type WithGoldItems, withGoldItems } from "./gold-items.ts";
import { type Annotated, inOneFormat } from "./item-cases.ts";
import { quotable, type ReplyWords, replyWords } from "./reply-words.ts";

/** The items of one document and the sentences of one that may answer them, with what the gold says of each. */
export type AlignmentCase = {
  /** The name of the document that asks. */
  document: string;
  field: Field;
  /** For each item, by index, the sentences that answer it, with how many words of each do. */
  gold: readonly ReplyWords[];
  /** How many words each sentence has. */
  sizes: readonly number[];
  /** How many words all replies have in the gold. */
  wanted: number;
};

/**
 * A case for each document and every other one that answers it by the gold or by the linker, and for each document by itself. The items are the
 * gold's, so that what the extraction missed is not learnt as answered by nothing. Documents with several formats count once.
 */
export function alignmentCases(
  annotated: readonly Annotated[],
  gold: GoldSet,
  pipeline: PipelineDefinition,
): AlignmentCase[] {
  const read = inOneFormat(annotated).map(({ name, read: { document }, gold: own }) =>
    withGoldItems(name, extractRecords(document, pipeline), own),
  );
  const byName = new Map(read.map((each) => [each.name, each]));
  const nameOf = new Map(read.map((each) => [each.extracted.document.id, each.name]));
  const found = pairsAmong(
    read.map(({ extracted }) => extracted),
    pipeline,
  ).map(({ asking, answering }) => [nameOf.get(asking)!, nameOf.get(answering)!] as const);
  const told = gold.pairs.map(({ ask, reply }) => [stemOf(ask.doc), stemOf(reply.doc)] as const);
  return read.flatMap((asking) => {
    const names = new Set([...found, ...told].flatMap(([ask, reply]) => (ask === asking.name ? [reply] : [])));
    names.delete(asking.name);
    return casesOf(
      asking,
      [...names].flatMap((name) => byName.get(name) ?? []),
      gold,
      pipeline,
    );
  });
}

function casesOf(
  asking: WithGoldItems,
  answering: readonly WithGoldItems[],
  gold: GoldSet,
  { link }: PipelineDefinition,
): AlignmentCase[] {
  const own = gold.byName.get(asking.name)!;
  if (!annotates(own, "links")) return [];
  const asked = askedIn(asking.extracted, link);
  const open = askedOfOthers(asked, linkItems(asking.extracted, [], link), link);
  const makeCase = (target: WithGoldItems, questions: typeof asked) =>
    caseOf(
      asking,
      target.extracted,
      fieldOf(asking.extracted, questions, target.extracted, link),
      repliesIn(target.name),
    );
  const repliesIn = (target: string) => (target === asking.name ? own.links : pairsBetween(asking.name, target, gold));
  return [makeCase(asking, asked), ...answering.map((target) => makeCase(target, open))].filter(
    ({ field, wanted }) => wanted > 0 || field.options.some((items) => items.length > 0),
  );
}

type Replies = { item: string; replies: readonly string[] };

const pairsBetween = (asking: string, target: string, { pairs }: GoldSet): Replies[] =>
  pairs
    .filter(({ ask, reply }) => stemOf(ask.doc) === asking && stemOf(reply.doc) === target)
    .map(({ ask, reply }) => ({ item: ask.item, replies: reply.replies }));

function caseOf(
  { name, items }: WithGoldItems,
  { document }: ExtractedDocument,
  field: Field,
  links: readonly Replies[],
): AlignmentCase {
  const sentences = quotable(document.text, field.units);
  const gold = field.asked.map(({ item }, index) => {
    const may = (unit: number) => field.options[unit]!.includes(index);
    const sum = new Map<number, number>();
    for (const link of links.filter((each) => items.get(each.item)?.id === item.id))
      for (const reply of link.replies)
        for (const [unit, count] of replyWords(reply, sentences, may)) sum.set(unit, (sum.get(unit) ?? 0) + count);
    return sum;
  });
  const wanted = links.flatMap(({ replies }) => replies).reduce((sum, reply) => sum + wordsIn(reply).length, 0);
  return { document: name, field: remembering(field), gold, sizes: sentences.sizes, wanted };
}

/** A field whose signals are made once: training asks for them again and again. */
function remembering(field: Field): Field {
  const signals = field.options.map(
    (items, unit) => new Map(items.map((item) => [item, field.comings.has(unit) ? {} : field.signals(unit, item)])),
  );
  const staying = field.units.map((_, unit): Signals => (unit === 0 ? {} : field.staying(unit)));
  return { ...field, signals: (unit, item) => signals[unit]!.get(item)!, staying: (unit) => staying[unit]! };
}
