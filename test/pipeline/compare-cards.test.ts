import { expect, it } from "vitest";
import { cardOf } from "../../src/link/card.ts";
import { createComparison, type KnownFirst } from "../../src/pipeline/compare-cards.ts";
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

it("tells first of the copies and of documents that nothing answers", async () => {
  const { comparison, cards } = await comparisonOf(TEXTS);
  let known: KnownFirst = { copies: new Map(), unasking: [] };
  const { pairs, copies } = await comparison.compare({ declared: [], rules: pipeline.link }, async (first) => {
    known = first;
  });
  expect(copies.size).toBe(3);
  expect(known.copies).toEqual(copies);
  expect(pairs.length).toBeGreaterThan(2);
  const asking = new Set(pairs.map((pair) => pair.asking));
  expect(known.unasking).toEqual(cards.filter(({ says }) => says.length === 0).map(({ document }) => document));
  expect(known.unasking.filter((id) => asking.has(id))).toEqual([]);
  expect(known.unasking.length).toBeGreaterThan(0);
});

it("keeps back what a user says is answered, though it asks nothing", async () => {
  const { comparison, cards } = await comparisonOf(TEXTS);
  const [silent] = cards.filter(({ says }) => says.length === 0);
  const declared = [{ asking: silent!.document, answering: cards.find((card) => card !== silent)!.document }];
  let unasking: string[] = [];
  const { pairs } = await comparison.compare({ declared, rules: pipeline.link }, async (known) => {
    unasking = known.unasking;
  });
  expect(unasking).not.toContain(silent!.document);
  expect(pairs.map(({ asking, answering }) => ({ asking, answering }))).toContainEqual(declared[0]);
});
