import fc from "fast-check";
import { expect, it } from "vitest";
import { maskQuotations } from "../../src/extract/quotation.ts";

const shown = (text: string) => maskQuotations(text).replace(/█+/g, "█");

it.each([
  ["She wrote: “Will you come?” and left.", "She wrote: “█” and left."],
  ['The sign said "keep out" in red.', 'The sign said "█" in red.'],
  ["He wrote ‘send it’ on it.", "He wrote ‘█’ on it."],
  ["He wrote 'send it' on it.", "He wrote '█' on it."],
  ["The boroughs' lists and the Mayor's plan", "The boroughs' lists and the Mayor's plan"],
  ["Don’t the families’ letters count?", "Don’t the families’ letters count?"],
  ['A gate 6" wide and a post 4" thick', 'A gate 6" wide and a post 4" thick'],
  ["“Will you come?”", "“Will you come?”"],
  ["An opening mark “that never closes", "An opening mark “that never closes"],
])("blots out what is quoted: %s", (text, expected) => {
  expect(shown(text)).toBe(expected);
});

it("keeps every offset", () => {
  const piece = fc.constantFrom("“", "”", '"', "'", "’", "‘", " ", "a", "word", ". ", "?", "\n");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
      const text = pieces.join("");
      const masked = maskQuotations(text);
      expect(masked.length).toBe(text.length);
      for (let at = 0; at < text.length; at++) expect([text[at], "█"]).toContain(masked[at]);
    }),
  );
});
