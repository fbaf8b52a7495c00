import { expect, it } from "vitest";
import { cardOf } from "../../src/link/card.ts";
import type { CorrespondencePair } from "../../src/link/correspondence.ts";
import { createComparison, type Settled } from "../../src/pipeline/compare-cards.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import { extractRecords, readDocument } from "../../src/pipeline/run.ts";
import { letterText, replyText } from "../support/letters.ts";

const pipeline = loadPipeline("gla-correspondence");

async function comparisonOf(texts: readonly string[]) {
  const comparison = createComparison();
  const cards = [];
  for (const text of texts) {
    const document = await readDocument({ name: "x.txt", bytes: Buffer.from(text) }, pipeline);
    cards.push(cardOf(extractRecords(document, pipeline), pipeline.link));
  }
  cards.sort((a, b) => (a.document < b.document ? -1 : 1));
  for (const card of cards) comparison.add(JSON.stringify(card));
  return { comparison, cards };
}

const TEXTS = [1, 2, 3].flatMap((number) => [letterText(number), replyText(number), `${letterText(number)} `]);

const hear = () => {
  const heard: Settled[] = [];
  return { heard, settled: async (some: Settled) => void heard.push(some) };
};

it("tells first of the copies and of documents that nothing answers", async () => {
  const { comparison, cards } = await comparisonOf(TEXTS);
  const { heard, settled } = hear();
  const { pairs, copies } = await comparison.compare({ declared: [], rules: pipeline.link }, settled);
  expect(copies.size).toBe(3);
  expect(pairs.length).toBeGreaterThan(2);
  const asking = new Set(pairs.map((pair) => pair.asking));
  const unasking = cards.filter(({ says }) => says.length === 0).map(({ document }) => document);
  expect(heard[0]).toEqual({ copies, pairs: [], documents: unasking });
  expect(unasking.filter((id) => asking.has(id))).toEqual([]);
  expect(unasking.length).toBeGreaterThan(0);
});

it("keeps back what a user says is answered, though it asks nothing", async () => {
  const { comparison, cards } = await comparisonOf(TEXTS);
  const [silent] = cards.filter(({ says }) => says.length === 0);
  const declared = [{ asking: silent!.document, answering: cards.find((card) => card !== silent)!.document }];
  const { heard, settled } = hear();
  const { pairs } = await comparison.compare({ declared, rules: pipeline.link }, settled);
  expect(heard[0]!.documents).not.toContain(silent!.document);
  expect(pairs.map(({ asking, answering }) => ({ asking, answering }))).toContainEqual(declared[0]);
});

it("tells of others while some are still compared, each once and with all that answers it", async () => {
  const texts = Array.from({ length: 560 }, (_, at) => (at < 60 ? [letterText(at), replyText(at)] : [letterText(at)]));
  const { comparison } = await comparisonOf(texts.flat());
  const { heard, settled } = hear();
  const { pairs, copies } = await comparison.compare({ declared: [], rules: pipeline.link }, settled);
  const portions = heard.slice(1);
  expect(portions.length).toBeGreaterThan(1);
  const documents = portions.flatMap((some) => some.documents);
  expect(new Set(documents).size).toBe(documents.length);
  for (const some of portions) {
    const those = new Set(some.documents);
    expect(some.copies).toEqual(copies);
    expect(inOrder(some.pairs)).toEqual(pairs.filter(({ asking }) => those.has(asking)));
  }
});

const inOrder = (pairs: readonly CorrespondencePair[]) =>
  pairs.toSorted((a, b) => (`${a.asking} ${a.answering}` < `${b.asking} ${b.answering}` ? -1 : 1));
