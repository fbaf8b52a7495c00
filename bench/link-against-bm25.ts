// The linker against plain BM25 with its best threshold, on the same items: with labels and headings, and with all of them taken out of the texts.
//   node bench/link-against-bm25.ts [DIR …]     (folders of annotated documents; default: all that are there)
import { readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ownRuns, sharedRuns } from "../scripts/corpora.ts";
import type { Document } from "../src/document/document.ts";
import { overlaps } from "../src/document/span.ts";
import { type GoldSet, stemOf } from "../src/evaluate/gold.ts";
import { readGold } from "../src/evaluate/read-gold.ts";
import { bagOf, sharedWords } from "../src/evaluate/words.ts";
import { cardOf } from "../src/link/card.ts";
import { findCorrespondence } from "../src/link/correspondence.ts";
import type { ExtractedDocument } from "../src/link/link.ts";
import { loadPipeline } from "../src/pipeline/load.ts";
import { extractRecords, linkItems, readDocument } from "../src/pipeline/run.ts";
import type { Item } from "../src/records/item.ts";
import { withGoldItems } from "../src/train/gold-items.ts";
import { bm25 } from "./bm25.ts";
import { stripped } from "./stripped.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const pipeline = loadPipeline("gla-correspondence");

/** An ask, what a person says that answers it in one document (nothing: unanswered), and what each way of linking chose there. */
type Case = { replies: readonly string[]; linker: string; bm25: { score: number; text: string } };

async function documentsOf(files: readonly string[], gold: GoldSet): Promise<Document[]> {
  const wanted = new Map(files.filter((file) => gold.byName.has(stemOf(file))).map((file) => [stemOf(file), file]));
  return Promise.all(
    [...wanted.values()].map((file) => readDocument({ name: basename(file), bytes: readFileSync(file) }, pipeline)),
  );
}

function casesOf(documents: readonly Document[], gold: GoldSet): Case[] {
  const read = documents.map((document) => {
    const name = stemOf(document.name);
    return withGoldItems(name, extractRecords(document, pipeline), gold.byName.get(name)!);
  });
  const byName = new Map(read.map((each) => [each.name, each]));
  const cards = read.map(({ extracted }) => cardOf(extracted, pipeline.link));
  const pairs = findCorrespondence(cards, [], pipeline.link);
  const extractedOf = new Map(read.map(({ extracted }) => [extracted.document.id, extracted]));
  return read.flatMap(({ name, extracted, items }) => {
    const answering = pairs.flatMap((pair) =>
      pair.asking === extracted.document.id ? [extractedOf.get(pair.answering)!] : [],
    );
    const links = linkItems(extracted, answering, pipeline);
    const wanted = [
      ...gold.byName.get(name)!.links.map(({ item, replies }) => ({ item, replies, target: name })),
      ...gold.pairs
        .filter(({ ask }) => stemOf(ask.doc) === name)
        .map(({ ask, reply }) => ({ item: ask.item, replies: reply.replies, target: stemOf(reply.doc) })),
    ];
    return wanted.flatMap(({ item: id, replies, target }): Case[] => {
      const item = items.get(id);
      const there = byName.get(target)?.extracted.document;
      if (!item || !there) return [];
      const chosen = links
        .filter((link) => link.item === item.id)
        .flatMap((link) => link.replies.filter((reply) => reply.document === there.id));
      const linker = chosen.map(({ anchor }) => anchor.exact).join("\n");
      return [{ replies, linker, bm25: bestParagraph(item, byName.get(target)!.extracted) }];
    });
  });
}

/** The paragraph that BM25 puts first, of those in which nothing is asked or recommended: it is told the items too. */
function bestParagraph(item: Item, target: ExtractedDocument): Case["bm25"] {
  const { paragraphs, score } = indexes.get(target) ?? makeIndex(target);
  const scores = score(item.anchor.exact);
  const best = scores.reduce((first, each, at) => (each > (scores[first] ?? -1) ? at : first), 0);
  return { score: scores[best] ?? 0, text: paragraphs[best] ?? "" };
}

type Index = { paragraphs: readonly string[]; score: (query: string) => number[] };
const indexes = new WeakMap<ExtractedDocument, Index>();

function makeIndex(target: ExtractedDocument): Index {
  const { text, blocks } = target.document;
  const asked = target.items.filter(({ kind }) => kind !== "undertaking");
  const paragraphs = blocks
    .filter(({ kind }) => kind !== "title" && kind !== "heading" && kind !== "contents")
    .filter((block) => !asked.some(({ anchor }) => overlaps(anchor, block)))
    .map((block) => text.slice(block.body, block.end));
  const index = { paragraphs, score: bm25(paragraphs) };
  indexes.set(target, index);
  return index;
}

/** At least half of what was chosen is in the reply: the right place. Where nothing answers, nothing is to be chosen. */
function rightPlace(replies: readonly string[], chosen: string): boolean {
  const [wanted, found] = [bagOf(replies.join("\n")), bagOf(chosen)];
  if (wanted.size === 0 || found.size === 0) return wanted.size === found.size;
  return sharedWords(wanted, found) * 2 >= found.size;
}

/** The right place, and at least half of the reply: what the scorer counts as found. */
function rightWords(replies: readonly string[], chosen: string): boolean {
  const [wanted, found] = [bagOf(replies.join("\n")), bagOf(chosen)];
  return rightPlace(replies, chosen) && sharedWords(wanted, found) * 2 >= wanted.size;
}

type Right = typeof rightPlace;

/** BM25's fewest errors over all thresholds. */
function bestThreshold(cases: readonly Case[], right: Right): number {
  const thresholds = [0, ...cases.map((each) => each.bm25.score + 1e-9)];
  const errors = thresholds.map(
    (threshold) =>
      cases.filter(({ replies, bm25: { score, text } }) => !right(replies, score >= threshold ? text : "")).length,
  );
  return Math.min(...errors);
}

function report(title: string, cases: readonly Case[]): void {
  const ways: [string, Right][] = [
    ["right place", rightPlace],
    ["and half of its words", rightWords],
  ];
  const rows = ways.map(([name, right]) => {
    const [linker, plain] = [
      cases.filter(({ replies, linker }) => !right(replies, linker)).length,
      bestThreshold(cases, right),
    ];
    return `| ${title} | ${name} | ${cases.length} | ${plain} | ${linker} | ${(100 * (1 - linker / plain)).toFixed(0)} % |`;
  });
  console.log(rows.join("\n"));
}

const filesIn = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: "utf8" })
    .filter((path) => extname(path) !== "" && !/\.json$/.test(path))
    .sort()
    .map((path) => join(dir, path));

const dirs = process.argv.slice(2);
const runs =
  dirs.length > 0
    ? dirs.map((gold) => ({ name: gold, gold, files: filesIn(gold) }))
    : [...sharedRuns(join(ROOT, "../shared")), ...ownRuns(ROOT)].filter(({ name }) => !/^gla (?!txt)/.test(name));

console.log(
  "| texts | right | asks | errors of BM25 | errors of the linker | of BM25's gone |\n| --- | --- | --: | --: | --: | --: |",
);
const all = await Promise.all(
  runs.map(async ({ gold: dir, files }) => {
    const gold = readGold([dir]);
    const documents = await documentsOf(files, gold);
    return { whole: casesOf(documents, gold), bare: casesOf(documents.map(stripped), gold) };
  }),
);
report(
  "as they are",
  all.flatMap(({ whole }) => whole),
);
report(
  "without labels and headings",
  all.flatMap(({ bare }) => bare),
);
