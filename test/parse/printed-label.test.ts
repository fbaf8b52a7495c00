import { expect, it } from "vitest";
import { labelBlocks, printedLabel } from "../../src/parse/printed-label.ts";
import { makeDocument } from "../support/make-document.ts";

it.each([
  ["8.12 We recommend", "8.12"],
  ["8.12. We recommend", "8.12."],
  ["4. We recommend", "4."],
  ["3) When", "3)"],
  ["(a) when", "(a)"],
  ["(a)(iv) when", "(a)(iv)"],
  ["4. (a) (iv) when", "4. (a) (iv)"],
  ["1(a) when", "1(a)"],
  ["iv. when", "iv."],
  ["b. when", "b."],
])("%s bears the label %s", (words, label) => {
  expect(printedLabel(words)?.label).toBe(label);
});

it.each([
  "2.5 million were spent",
  "10.30 am was too late",
  "2024 was a year",
  "A report was made",
  "(see the annex) it was",
  "30 days",
])("%s bears none", (words) => {
  expect(printedLabel(words)).toBeNull();
});

it("capitals are labels where they count from A on, initials are not", () => {
  const labelsOf = (notation: string) => {
    const { text, blocks } = makeDocument(notation);
    return labelBlocks(text, blocks).map(({ label }) => label);
  };
  expect(labelsOf("A. Your part\n\nB. The bridge\n\nN. Larch wrote")).toEqual(["A.", "B.", null]);
  expect(labelsOf("A. Larch\n\nN. Birch")).toEqual([null, null]);
});
