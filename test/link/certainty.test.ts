import { expect, it } from "vitest";
import { linkItems } from "../../src/link/link.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import { makeExtracted } from "../support/make-extracted.ts";

const { link } = loadPipeline("gla-correspondence");
const demanding = { ...link, certainty: { ...link.certainty, least: 0.99 } };

const ASK = "How many lamps on the causeway are broken?";
const ANSWER = "Nine of the lamps on the causeway are broken.";

const letters = makeExtracted(["Dear harbour office", ASK, ANSWER].join("\n\n"), {
  parts: [
    { date: "2023-03-01", begins: "Dear harbour" },
    { kind: "reply", date: "2023-03-03", begins: ANSWER },
  ],
  items: [{ words: ASK }],
});

const list = makeExtracted([ASK, ANSWER].join("\n\n"), {
  parts: [{ kind: "written-questions" }],
  segments: [
    { kind: "question", words: ASK },
    { kind: "answer", words: ANSWER, answers: [0] },
  ],
  items: [{ words: ASK }],
});

it("what words alone tie to an ask is no answer where that is less sure than a link must be", () => {
  expect(linkItems(letters, [], link).map(({ outcome }) => outcome)).toEqual(["answered"]);
  const [none] = linkItems(letters, [], demanding);
  expect(none).toMatchObject({ outcome: "unanswered", replies: [], ambiguous: false });
  expect(none!.confidence).toBeLessThan(0.9);
});

it("what stands in the place of an answer is one, however sure", () => {
  const [linked] = linkItems(list, [], demanding);
  expect(linked!.confidence).toBeLessThan(0.99);
  expect(linked!.replies.map(({ anchor }) => anchor.exact)).toEqual([ANSWER]);
});
