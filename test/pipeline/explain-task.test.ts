import fc from "fast-check";
import { expect, it } from "vitest";
import { placesOf } from "../../src/pipeline/explain-task.ts";

it.each([
  ["Ms Hale-Moss to confirm", "It is for Ms  Hale-Moss\nto confirm this."],
  ["[posters]", "Replace these [posters] soon."],
  ["why? (a) £1.5m", "Say WHY? (a) £1.5m it is."],
  ["the chair's", "As the chair’s note says."],
])("finds %s", (words, text) => {
  expect(placesOf(text, words)).toHaveLength(1);
});

it("finds whatever stands in a text, whatever signs it has", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme-ascii", minLength: 1 }), (words) => {
      fc.pre(words.trim() !== "");
      expect(placesOf(`before ${words} after`, words)).not.toEqual([]);
    }),
  );
});
