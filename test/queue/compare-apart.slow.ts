import { expect, it } from "vitest";
import { cardOf } from "../../src/link/card.ts";
import { comparisonHere } from "../../src/pipeline/compare-cards.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import { extractRecords, readDocument } from "../../src/pipeline/run.ts";
import { comparisonApart } from "../../src/queue/compare-apart.ts";
import { letterText, replyText } from "../support/letters.ts";

it("finds apart what is found here, and leaves this thread free meanwhile", async () => {
  const pipeline = loadPipeline("gla-correspondence");
  const cards: string[] = [];
  for (const text of [1, 2, 3].flatMap((number) => [letterText(number), replyText(number), `${letterText(number)} `])) {
    const document = await readDocument({ name: "x.txt", bytes: Buffer.from(text) }, pipeline);
    cards.push(JSON.stringify(cardOf(extractRecords(document, pipeline), pipeline.link)));
  }
  const [here, apart] = [comparisonHere(), comparisonApart(2)];
  for (const card of cards.toSorted()) for (const each of [here, apart]) each.add(card);
  let turns = 0;
  const turning = setInterval(() => turns++, 1);
  const by = { declared: [], rules: pipeline.link };
  const found = await apart.compare(by);
  clearInterval(turning);
  expect(found).toEqual(await here.compare(by));
  expect(found.pairs.length).toBeGreaterThan(2);
  expect(found.copies.size).toBe(3);
  expect(turns).toBeGreaterThan(0);
});
