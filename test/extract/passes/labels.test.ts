import { describe, expect, it } from "vitest";
import type { PartKind } from "../../../src/records/part.ts";
import { itemsIn } from "../../support/read-items.ts";

/** The labels of what a text of one part asks or promises, in reading order. */
const labelsIn = (text: string, part: PartKind): (string | null)[] => itemsIn(text, part).map(({ label }) => label);

describe("the label of an ask", () => {
  it.each([
    ["(a) Who has the key?\n\n(b) When will the gate open?", ["a", "b"]],
    ["1) Who has the key?\n\n2) When will the gate open?", ["1", "2"]],
    ["(iv) Who has the key?", ["iv"]],
    [
      "Q1. Has the key of the gate been lost since May?\n\nQ2. When will the gate be open again to everybody?",
      ["Q1", "Q2"],
    ],
    ["Question B. Has the key of the gate been lost since May?", ["B"]],
    ["Question 4: Has the key of the gate been lost since May?", ["4"]],
  ])("is what is printed before it, without brackets and the word for it: %j", (text, labels) => {
    expect(labelsIn(text, "letter")).toEqual(labels);
  });

  it("has the number of the section before a letter", () => {
    const text =
      "1. The gate\n\nIt has been shut for a year.\n\na) Who has the key?\n\nb) When will it open?\n\n2. The roof\n\na) Who is to mend it?";
    expect(labelsIn(text, "letter")).toEqual(["1(a)", "1(b)", "2(a)"]);
  });

  it("is the letter alone below a heading without a number", () => {
    const text = "1. We met in May.\n\n## The gate\n\n(a) Who has the key?";
    expect(labelsIn(text, "letter")).toEqual(["a"]);
  });
});

describe("the label of a recommendation", () => {
  it.each([
    ["The Trust should open the gate by May (Recommendation 4).", "4", "The Trust should open the gate by May"],
    ["The Trust should open the gate by May [Recommendation 2.1]", "2.1", "The Trust should open the gate by May"],
    ["The Trust should open the gate by May (Paragraph 4).", null, "The Trust should open the gate by May"],
    [
      "The Trust should open the gate named in (Recommendation 4) by May.",
      null,
      "The Trust should open the gate named in (Recommendation 4) by May.",
    ],
  ])("is what closes it in brackets, which is none of its words: %s", (text, label, words) => {
    expect(itemsIn(text, "report").map((item) => [item.label, item.anchor.exact])).toEqual([[label, words]]);
  });
});

describe("the number of a paragraph", () => {
  it.each<[string, PartKind]>([
    ["2.1 The firm will send the Board a report by 4 May.", "decision"],
    ["6.4 The Clerk undertook to send members the log.", "minutes"],
  ])("is not that of a promise made in it: %s", (text, part) => {
    expect(labelsIn(text, part)).toEqual([null]);
  });
});

describe("the label of what an answer answers", () => {
  it("is not that of what is promised in the answer", () => {
    const said = "The gate will be mended by 4 May, and I will write to the Member.";
    const items = itemsIn(said, "written-questions", "answer", { label: "2031/0417" });
    expect(items.map(({ kind, label }) => [kind, label])).toEqual([["undertaking", null]]);
  });

  it("is that of the question, without brackets", () => {
    const items = itemsIn("When will the gate be mended?", "written-questions", "question", { label: "(2)" });
    expect(items.map(({ label }) => label)).toEqual(["2"]);
  });
});
