import { expect, it } from "vitest";
import { linkItems } from "../../src/link/link.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import { makeExtracted } from "../support/make-extracted.ts";

const { link: rules } = loadPipeline("gla-correspondence");

const RECOMMENDED = "The Trust should fence the weir.";
const ASKED = "How many eels were caught at Teddington weir last year?";
const COUNTED = "The eels caught at Teddington weir last year came to 212.";
const FENCED = "We agree and will fence the weir in May, eels and all.";

const letter = makeExtracted(`${RECOMMENDED}\n\n${ASKED}`, {
  parts: [{ kind: "letter" }],
  items: [{ words: RECOMMENDED, kind: "recommendation", form: null, label: "1" }, { words: ASKED }],
});

/** What a response says to the question: its one reply goes on over these blocks. */
function saidToQuestion(...blocks: string[]): string {
  const response = makeExtracted(["Thank you.", ...blocks].join("\n\n"), {
    parts: [{ kind: "response" }],
    segments: [
      { kind: "prose", words: "Thank you." },
      {
        kind: "reply",
        words: `${blocks[0]} … ${blocks.at(-1)!}`,
        label: "1",
        heading: "Recommendation 1",
      },
    ],
  });
  const asked = letter.items[1]!.id;
  return linkItems(letter, [response], rules)
    .flatMap((link) => (link.item === asked ? link.replies.map(({ anchor }) => anchor.exact) : []))
    .join(" | ");
}

it("lets what stands under a further heading of a response answer a question beside the recommendations", () => {
  expect(saidToQuestion(FENCED, "The Committee's questions", COUNTED)).toBe(COUNTED);
});

it("leaves to a recommendation what stands under its own heading", () => {
  expect(saidToQuestion(FENCED, COUNTED)).toBe("");
});
