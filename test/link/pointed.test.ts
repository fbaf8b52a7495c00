import { expect, it } from "vitest";
import { linkItems } from "../../src/link/link.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import { makeExtracted } from "../support/make-extracted.ts";

const { link: rules } = loadPipeline("gla-correspondence");

const FIRST = "When will the ferry at Oxley be mended, and what will the mending cost?";
const TOLD = "The winch of the ferry will be mended by 4 May. The mending will cost £9,000.";
const POINTER = "Please see my answer to Question 2019/0011.";

/** The passages linked to a second written question, answered so, after a first one. */
function secondAnswer(question: string, answer: string): string[] {
  const list = makeExtracted([FIRST, TOLD, question, answer].join("\n\n"), {
    parts: [{ kind: "written-questions" }],
    segments: [
      { kind: "question", words: FIRST, label: "2019/0011" },
      { kind: "answer", words: TOLD, label: "2019/0011", answers: [0] },
      { kind: "question", words: question, label: "2019/0012" },
      { kind: "answer", words: answer, label: "2019/0012", answers: [2] },
    ],
    items: [{ words: FIRST }, { words: question }],
  });
  const own = linkItems(list, [], rules).filter((link) => link.item === "i2");
  return own.flatMap((link) => link.replies.map((reply) => reply.anchor.exact));
}

it("an answer that only points to another has the sentence of that one that speaks to its question, though it answers the other too", () => {
  const question = "Will the winch of the ferry at Oxley be mended before the regatta?";
  expect(secondAnswer(question, POINTER)).toEqual(["The winch of the ferry will be mended by 4 May.", POINTER]);
});

it.each([
  ["says something itself", "Is the winch of the ferry at Oxley safe?", `${POINTER} The winch is safe.`],
  ["points to one that says nothing of the matter", "Who mows the churchyard?", POINTER],
])("but not where it %s", (_, question, answer) => {
  expect(secondAnswer(question, answer)).toEqual([answer]);
});
