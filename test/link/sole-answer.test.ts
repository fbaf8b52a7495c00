import { expect, it } from "vitest";
import { linkItems } from "../../src/link/link.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import { makeExtracted } from "../support/make-extracted.ts";

const { link: rules } = loadPipeline("gla-correspondence");

const ASKED = ["How many lamps are on the causeway?", "Who mends the ferry?"];

/** The words that answer each of two questions of a list, with one answer below both. */
function answersIn(answer: string): (string | undefined)[] {
  const both = makeExtracted([...ASKED, answer].join("\n\n"), {
    parts: [{ kind: "written-questions", begins: ASKED[0]! }],
    segments: [
      { kind: "question", words: ASKED[0]! },
      { kind: "question", words: ASKED[1]! },
      { kind: "answer", words: answer, answers: [0, 1] },
    ],
    items: ASKED.map((words) => ({ words })),
  });
  return linkItems(both, [], rules).map(({ replies }) => replies[0]?.anchor.exact);
}

it("an answer of one sentence below two questions answers both", () => {
  const answer = "Please find the information you requested attached.";
  expect(answersIn(answer)).toEqual([answer, answer]);
});

it("a sentence of thanks below two questions answers neither", () => {
  expect(answersIn("Thank you for your questions.")).toEqual([undefined, undefined]);
});

it("a bare number answers the question above it", () => {
  const one = makeExtracted(`${ASKED[0]}\n\n1,904.`, {
    parts: [{ kind: "written-questions", begins: ASKED[0]! }],
    segments: [
      { kind: "question", words: ASKED[0]! },
      { kind: "answer", words: "1,904.", answers: [0] },
    ],
    items: [{ words: ASKED[0]! }],
  });
  expect(linkItems(one, [], rules).map(({ outcome }) => outcome)).toEqual(["answered"]);
});
