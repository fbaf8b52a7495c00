import fc from "fast-check";
import { expect, it } from "vitest";
import { hasMoreWords } from "../../src/document/few-words.ts";

it("tells whether there are more words than so many, however they are parted", () => {
  const text = fc
    .array(fc.constantFrom("pier", "lift,", " ", "\n", "\u00a0"), { maxLength: 12 })
    .map((all) => all.join(""));
  fc.assert(
    fc.property(text, fc.integer({ min: 0, max: 8 }), (words, most) => {
      expect(hasMoreWords(words, most)).toBe(words.trim().split(/\s+/).length > most);
    }),
  );
});
