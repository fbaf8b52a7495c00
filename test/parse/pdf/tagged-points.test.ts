import { expect, it } from "vitest";
import { lines, makePdf, marked } from "../../support/pdf-source.ts";
import { readMadePdf } from "../../support/read-made-pdf.ts";

/** The paragraphs of a page on which lines are tagged as one. */
const read = async (...texts: string[]): Promise<string[]> => {
  const content = [marked("P", 0, lines(70, 700, texts))];
  const { text, blocks } = await readMadePdf(makePdf([{ content }], [{ role: "P", content: [[0, 0]] }]));
  return blocks.map(({ start, end }) => text.slice(start, end));
};

it("parts points that count on from one another though they are tagged as one paragraph", async () => {
  const points = ["1. How many ponds were there in May?", "2. How many of them were dry?", "3. Who keeps them?"];
  expect(await read(...points)).toEqual(points);
});

it.each([
  ["that count something else", ["1. The ponds were dry in May.", "7. of them were mended in the year."]],
  [
    "in the middle of a sentence",
    ["1. The ponds were dry for most of the year in", "2. of the nine parishes, as was said."],
  ],
])("keeps numbers in one paragraph %s", async (_, texts) => {
  expect(await read(...texts)).toHaveLength(1);
});
