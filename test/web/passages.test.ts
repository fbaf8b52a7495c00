import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joined, moved, wholeWords } from "../../src/web/passages.ts";

const view = { start: 10, text: "Please  send us\nthe plan." };
const wordsAt = ({ start, end }: { start: number; end: number }) => view.text.slice(start - 10, end - 10);

describe("a stretch moved by a word", () => {
  const us = { start: 18, end: 25 };
  it.each([
    ["its end forward", "end", 1, "send us\nthe"],
    ["its end back", "end", -1, "send"],
    ["its beginning forward", "start", 1, "us"],
    ["its beginning back", "start", -1, "Please  send us"],
  ] as const)("with %s", (_, edge, step, words) => {
    expect(wordsAt(moved(view, us, edge, step))).toBe(words);
  });

  it("is never empty, and never leaves the text", () => {
    const steps = fc.array(fc.tuple(fc.constantFrom("start", "end"), fc.constantFrom(1, -1)));
    fc.assert(
      fc.property(steps, (taken) => {
        const after = taken.reduce((span, [edge, step]) => moved(view, span, edge as "start", step as 1), us);
        expect(wordsAt(after).trim()).not.toBe("");
        expect(wordsAt(after)).toBe(wordsAt(after).trim());
      }),
    );
  });
});

it.each([
  ["cut words", { start: 20, end: 24 }, "send us"],
  ["white space around", { start: 16, end: 18 }, null],
  ["one letter", { start: 31, end: 32 }, "plan."],
] as const)("dragging over %s takes whole words", (_, span, words) => {
  const whole = wholeWords(view, span);
  expect(whole && wordsAt(whole)).toBe(words);
});

it("sentences that stand next to one another are one passage, others are not", () => {
  const sentences = [
    { start: 10, end: 16 },
    { start: 18, end: 22 },
    { start: 26, end: 29 },
  ];
  expect(joined(sentences, wordsAt)).toEqual([
    { start: 10, end: 22 },
    { start: 26, end: 29 },
  ]);
});
