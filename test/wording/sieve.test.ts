import fc from "fast-check";
import { expect, it } from "vitest";
import { compileCues } from "../../src/extract/cue.ts";
import type { ReplyCue } from "../../src/link/rules.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import { sideSieveOf, sieveOf } from "../../src/wording/sieve.ts";

const { extract, link } = loadPipeline("gla-correspondence");
const cues = compileCues(extract.cues, extract.words).cues.map(({ fits, finds }) => ({ fits, finds }));
const lists: readonly ReplyCue[][] = [link.outcomes, link.courtesies, link.information, link.echoes];
const replies = lists.flat().map(({ pattern, finds }) => ({ fits: new RegExp(pattern, "iu"), finds }));
const patterns = [...cues, ...replies];
const sieve = sieveOf(patterns, ({ fits }) => fits);

const fitting = (text: string) => patterns.filter(({ fits }) => fits.test(text));

it("lets through every cue of the pipeline that fits a sentence, and few others", () => {
  const sentences = patterns.flatMap(({ finds }) => finds);
  const passed = sentences.map((sentence) => sieve(sentence));
  sentences.forEach((sentence, at) => {
    expect(passed[at]).toEqual(expect.arrayContaining(fitting(sentence)));
  });
  const tried = passed.reduce((sum, some) => sum + some.length, 0) / sentences.length;
  expect(tried).toBeLessThan(patterns.length / 8);
});

/** Small patterns of everything that patterns are made of, with texts of the same few letters, so that many fit. */
const atom = fc.constantFrom(
  ..."a b ab ba \\b \\s+ \\W . [ab] [^a] a? (?:ab)? (?=a) (?=.*b) (?!b) (?<!a) (?<![\\w-]) (?!\\w) [’'] \\p{L} \\? A ^ $ [1-9]".split(
    " ",
  ),
);
const pattern = fc
  .array(fc.array(atom, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 })
  .map((sides) => {
    const [first, ...rest] = sides.map((side) => side.join(""));
    return rest.length > 0 ? `(?:${first}|${rest[0]})+${rest.slice(1).join("")}` : first!;
  });
const text = fc.string({ unit: fc.constantFrom(..."abABſ ’'?.-2k\u212a"), maxLength: 12 });

it("lets through whatever fits", () => {
  fc.assert(
    fc.property(pattern, text, (source, words) => {
      const fits = new RegExp(source, "iu");
      if (fits.test(words)) expect(sieveOf([fits], (each) => each)(words)).toEqual([fits]);
    }),
    { numRuns: 3000 },
  );
});

it("finds with the sides of a pattern what the whole finds, in its place", () => {
  fc.assert(
    fc.property(fc.array(pattern, { minLength: 1, maxLength: 4 }), text, (sources, words) => {
      const whole = new RegExp(`\\b(?:${sources.join("|")})\\b|${sources[0]}`, "iu");
      const passed = sideSieveOf([whole], (each) => each)(words).toSorted((a, b) => a.at - b.at);
      const sides = passed.map(({ fits }) => fits.exec(words));
      const found = sides.filter((side) => side !== null).toSorted((a, b) => a.index - b.index)[0];
      const expected = whole.exec(words);
      expect([found?.index, found?.[0]]).toEqual([expected?.index, expected?.[0]]);
    }),
    { numRuns: 2000 },
  );
});

it("keeps out what has none of the words, or only some of those that must all be there", () => {
  const both = [/\bplease\b.*\b(?:send|publish)\b/iu, /\bthank you\b/iu];
  const two = sieveOf(both, (each) => each);
  expect(two("Please publish it. Thank you.")).toEqual(both);
  expect(two("Thank  you; they publish it.")).toEqual([both[1]]);
  expect(two("You were displeased, thankful you are not.")).toEqual([]);
});

it("lets through what begins a text only where a text begins", () => {
  const first = [/^\W*(?:please )?send\b/iu];
  const sieve = sieveOf(first, (each) => each);
  expect(sieve("“Please send it.”")).toEqual(first);
  expect(sieve("They can send it.")).toEqual([]);
  expect(sieve("They can.", "Send it.")).toEqual(first);
});
