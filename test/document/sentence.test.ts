import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sentencesIn } from "../../src/document/sentence.ts";

const split = (text: string) =>
  sentencesIn(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

describe("sentences", () => {
  it.each<[string, string[]]>([
    ["He said no. See the note.", ["He said no.", "See the note."]],
    ["The licence (No. 4) has lapsed. It was late.", ["The licence (No. 4) has lapsed.", "It was late."]],
    ["See paras. 4 and 5 above. We agree.", ["See paras. 4 and 5 above.", "We agree."]],
    ["Cllr. Obi met Dr. Hale. They agreed.", ["Cllr. Obi met Dr. Hale.", "They agreed."]],
    ["They are listed in Annex A. Most are small.", ["They are listed in Annex A.", "Most are small."]],
    ["Councillor John A. Most spoke.", ["Councillor John A. Most spoke."]],
    ["It took 36 hrs. We were told of it.", ["It took 36 hrs.", "We were told of it."]],
    ["It cost £1.5m. Why was that?", ["It cost £1.5m.", "Why was that?"]],
    ["Doors open at 9 a.m. The clerk has the keys.", ["Doors open at 9 a.m.", "The clerk has the keys."]],
    ["This is so.[2] The rest is not.", ["This is so.[2]", "The rest is not."]],
    [
      "She asked: “Who signed it?” The Director did not say.",
      ["She asked: “Who signed it?”", "The Director did not say."],
    ],
    ["1. Who signed it? 2. When was it?", ["1. Who signed it?", "2. When was it?"]],
    ["No end mark here", ["No end mark here"]],
    [
      "Up 9 percentage points (pp) and 4 pp. respectively in May.",
      ["Up 9 percentage points (pp) and 4 pp. respectively in May."],
    ],
  ])("splits %s", (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  const word = fc.constantFrom(
    "No.",
    "the",
    "Mayor",
    "said",
    "p.",
    "4",
    "“Why?”",
    "(b)",
    "a.m.",
    "Dr.",
    "report",
    "1.",
    "\n",
    "…",
    "ok!",
    "😀",
  );
  const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(" "));

  it("tile the stretch: in order, trimmed, with nothing but white space between", () => {
    fc.assert(
      fc.property(text, fc.nat(40), fc.nat(400), (words, from, length) => {
        const span = { start: Math.min(from, words.length), end: Math.min(words.length, from + length) };
        const found = sentencesIn(words, span);
        let at = span.start;
        for (const { start, end } of found) {
          expect(words.slice(at, start).trim()).toBe("");
          expect(words.slice(start, end)).toBe(words.slice(start, end).trim());
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(words.slice(at, span.end).trim()).toBe("");
      }),
    );
  });

  it("do not depend on what stands outside the stretch", () => {
    fc.assert(
      fc.property(text, text, (before, words) => {
        const here = sentencesIn(words, { start: 0, end: words.length });
        const there = sentencesIn(before + words, { start: before.length, end: before.length + words.length });
        expect(there.map(({ start, end }) => ({ start: start - before.length, end: end - before.length }))).toEqual(
          here,
        );
      }),
    );
  });

  it("of a run-away stretch are cut between words", () => {
    const words = "number ".repeat(10_000);
    const found = split(words);
    expect(found.length).toBeGreaterThan(1);
    expect(found.every((each) => /^(?:number ?)+$/.test(each))).toBe(true);
  });
});
