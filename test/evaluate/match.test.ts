import fc from "fast-check";
import { expect, it } from "vitest";
import { matchItems, quoted } from "../../src/evaluate/match.ts";
import { bagOf, mapWords, sharedWords, wordOverlap, wordsIn } from "../../src/evaluate/words.ts";

// few words, so that equal and overlapping quotations are common
const words = fc
  .array(fc.constantFrom("lift", "bus", "gate", "the", "is"), { minLength: 1, maxLength: 6 })
  .map((list) => list.join(" "));
const items = fc.array(fc.tuple(fc.constantFrom("ask", "undertaking"), words), { maxLength: 8 });

it("matches one to one, and nothing with less than half of its words in common", () => {
  fc.assert(
    fc.property(items, items, (a, b) => {
      const gold = a.map(([kind, text]) => quoted(kind, text));
      const predicted = b.map(([kind, text]) => quoted(kind, text));
      const matches = matchItems(gold, predicted);
      expect(new Set(matches.map((m) => m.gold)).size).toBe(matches.length);
      expect(new Set(matches.map((m) => m.predicted)).size).toBe(matches.length);
      for (const match of matches) expect(match.overlap).toBeGreaterThanOrEqual(0.5);
    }),
  );
});

it("matches every item with itself", () => {
  fc.assert(
    fc.property(items, (list) => {
      const all = list.map(([kind, text]) => quoted(kind, text));
      const matches = matchItems(all, all);
      expect(matches).toHaveLength(all.length);
      expect(matches.every(({ overlap }) => overlap === 1)).toBe(true);
    }),
  );
});

it("prefers the same kind, then the same place, among equal wordings", () => {
  const gold = [quoted("ask", "shut the gate"), quoted("undertaking", "shut the gate")];
  const predicted = [quoted("undertaking", "shut the gate"), quoted("ask", "shut the gate")];
  expect(matchItems(gold, predicted).map((m) => [m.gold, m.predicted])).toEqual(
    expect.arrayContaining([
      [0, 1],
      [1, 0],
    ]),
  );
});

it("overlaps are between 0 and 1, the same both ways, and 1 for the same words", () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const overlap = wordOverlap(bagOf(a), bagOf(b));
      expect(overlap).toBe(wordOverlap(bagOf(b), bagOf(a)));
      expect(overlap).toBeGreaterThanOrEqual(0);
      expect(overlap).toBeLessThanOrEqual(1);
      expect(wordOverlap(bagOf(a), bagOf(a))).toBe(1);
      expect(sharedWords(bagOf(a), bagOf(b))).toBeLessThanOrEqual(wordsIn(a).length);
    }),
  );
});

it.each([
  ["Soft\u00adly", ["softly"]],
  ["cross-\n  ing", ["crossing"]],
  ["cross-ing", ["cross", "ing"]],
  ["the “ﬁrst” day", ["the", "first", "day"]],
])("reads %j as %j", (text, expected) => {
  expect(wordsIn(text)).toEqual(expected);
});

it("finds every place of a run of words, also where they overlap", () => {
  const map = mapWords("the bus the bus the gate");
  expect(map.placesOf(["the", "bus", "the"])).toEqual([0, 2]);
  expect([...map.within(4, 11)]).toEqual([1, 2]);
});
