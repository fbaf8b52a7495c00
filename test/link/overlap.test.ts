import fc from "fast-check";
import { expect, it } from "vitest";
import { overlapWith } from "../../src/link/overlap.ts";

const terms = (...words: string[]) => new Map(words.map((word) => [word, 1]));

it("names only the texts that share a term, the one that shares more above the other", () => {
  const overlap = overlapWith([terms("ferry", "pier"), terms("pier"), terms("kiosk")], () => 1);
  const shared = overlap(terms("ferry", "pier", "tide"));
  expect([...shared.keys()].sort()).toEqual([0, 1]);
  expect(shared.get(0)!).toBeGreaterThan(shared.get(1)!);
});

it("stays between 0 and 1 and grows with what is shared", () => {
  const words = fc.uniqueArray(fc.stringMatching(/^[a-d]$/), { minLength: 1 });
  fc.assert(
    fc.property(words, words, (own, other) => {
      const overlap = overlapWith([terms(...own)], () => 2);
      const some = overlap(terms(...other)).get(0) ?? 0;
      const all = overlap(terms(...own, ...other)).get(0)!;
      expect(some).toBeGreaterThanOrEqual(0);
      expect(all).toBeLessThan(1);
      expect(all).toBeGreaterThanOrEqual(some);
    }),
  );
});
