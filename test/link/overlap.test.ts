import fc from "fast-check";
import { expect, it } from "vitest";
import { overlapWith } from "../../src/link/overlap.ts";

const terms = (...words: string[]) => new Map(words.map((word) => [word, 1]));

it("is nothing where no term is shared, and more where more is", () => {
  const shared = overlapWith(
    [terms("ferry", "pier"), terms("pier"), terms("kiosk")].map((each) => () => each),
    () => 1,
  )(terms("ferry", "pier"));
  expect(shared(2)).toBe(0);
  expect(shared(1)).toBeGreaterThan(0);
  expect(shared(0)).toBeGreaterThan(shared(1));
});

const words = fc.uniqueArray(fc.stringMatching(/^[a-d]$/), { minLength: 1 });

it("stays between 0 and 1 and grows with what is shared", () => {
  fc.assert(
    fc.property(words, words, (own, other) => {
      const overlap = overlapWith([() => terms(...own)], () => 2);
      const some = overlap(terms(...other))(0);
      const all = overlap(terms(...own, ...other))(0);
      expect(some).toBeGreaterThanOrEqual(0);
      expect(all).toBeLessThan(1);
      expect(all).toBeGreaterThanOrEqual(some);
    }),
  );
});

it("is the same to the last bit, whether a text is compared with one or with all of many", () => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 30 }), words, (others, own) => {
      const rare = (term: string) => Math.log(term.charCodeAt(0));
      const overlap = overlapWith(
        others.map((other) => () => terms(...other)),
        rare,
      );
      const many = overlap(terms(...own));
      others.forEach((_, other) => {
        expect(many(other)).toBe(overlap(terms(...own))(other));
      });
    }),
  );
});
