import { expect, it } from "vitest";
import { linkItems } from "../../src/link/link.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import { makeExtracted } from "../support/make-extracted.ts";

const { link: rules } = loadPipeline("gla-correspondence");

const ASK = "How many turnstiles at Oxley were out of order in March?";
const ANSWER = "Nine turnstiles at Oxley were out of order in March.";
const letter = makeExtracted(`Dear Ms Marr\n\n${ASK}`, {
  parts: [{ date: "2023-04-01", from: "Ada Quist", to: "Lev Marr" }],
  items: [{ words: ASK }],
});

/** What a reply in one paragraph says to the ask. */
function repliesIn(paragraph: string): string {
  const reply = makeExtracted(`Dear Ms Quist\n\n${paragraph}`, {
    name: "reply.txt",
    parts: [{ kind: "reply", date: "2023-04-20", from: "Lev Marr", to: "Ada Quist" }],
  });
  return linkItems(letter, [reply], rules)
    .flatMap(({ replies }) => replies.map(({ anchor }) => anchor.exact))
    .join(" | ");
}

it.each([
  ["a judgement after it", `${ANSWER} That is not good enough.`],
  ["sympathy before it", `I understand the frustration of those who queue at Oxley. ${ANSWER}`],
  ["what the asker is said to have asked", `Your letter asks about the turnstiles at Oxley. ${ANSWER}`],
  ["a tribute at either end", `I pay tribute to the crew at Oxley. ${ANSWER} We want to put on record our thanks.`],
])("leaves out of an answer %s", (_, paragraph) => {
  expect(repliesIn(paragraph)).toBe(ANSWER);
});

it("keeps an aside that stands inside an answer", () => {
  const paragraph = `${ANSWER} That is not good enough. All nine turnstiles were mended in April.`;
  expect(repliesIn(paragraph)).toBe(paragraph);
});

it("keeps an aside where nothing else is said", () => {
  const only = "I understand the frustration about the turnstiles that were out of order at Oxley.";
  const ask = "Do you know how it is when the turnstiles at Oxley are out of order?";
  const asking = makeExtracted(`Dear Ms Marr\n\n${ask}`, {
    parts: [{ date: "2023-04-01", from: "Ada Quist", to: "Lev Marr" }],
    items: [{ words: ask }],
  });
  const reply = makeExtracted(`Dear Ms Quist\n\n${only}`, {
    name: "reply.txt",
    parts: [{ kind: "reply", date: "2023-04-20", from: "Lev Marr", to: "Ada Quist" }],
  });
  expect(linkItems(asking, [reply], rules).flatMap((link) => link.replies.map((each) => each.anchor.exact))).toEqual([
    only,
  ]);
});
