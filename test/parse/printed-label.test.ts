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

it("a number with a dash or colon is a label where such numbers count up from 1, a range or a single one is none", () => {
  const labelsOf = (notation: string) => {
    const { text, blocks } = makeDocument(notation);
    return labelBlocks(text, blocks).map(({ label }) => label);
  };
  expect(labelsOf("1 - not yet\n\n2 – in May\n\n3: nobody knows")).toEqual(["1 -", "2 –", "3:"]);
  expect(labelsOf("1 - the old one\n\nand so on")).toEqual([null, null]);
  expect(labelsOf("3 - Mill Lane\n\n5 - Mill Lane")).toEqual([null, null]);
  expect(labelsOf("1 - 3 days\n\n2 - 4 days")).toEqual([null, null]);
});
