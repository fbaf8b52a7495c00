import fc from "fast-check";
import { expect, it } from "vitest";
import { compileCues } from "../../src/extract/cue.ts";
import type { ReplyCue } from "../../src/link/rules.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import { sieveOf } from "../../src/wording/sieve.ts";

const { extract, link } = loadPipeline("gla-correspondence");
const cues = compileCues(extract.cues, extract.words).cues.map(({ fits, finds }) => ({ fits, finds }));
const lists: readonly ReplyCue[][] = [link.outcomes, link.courtesies, link.information, link.echoes];
const replies = lists.flat().map(({ pattern, finds }) => ({ fits: new RegExp(pattern, "iu"), finds }));
const patterns = [...cues, ...replies];
const sieve = sieveOf(patterns.map(({ fits }) => fits.source));

const fitting = (text: string): number[] => patterns.flatMap(({ fits }, index) => (fits.test(text) ? [index] : []));

it("lets through every cue of the pipeline that fits a sentence, and few others", () => {
  const sentences = patterns.flatMap(({ finds }) => finds);
  const passed = sentences.map((sentence) => sieve(sentence));
  sentences.forEach((sentence, at) => {
    expect(passed[at]).toEqual(expect.arrayContaining(fitting(sentence)));
  });
  const tried = passed.reduce((sum, indexes) => sum + indexes.length, 0) / sentences.length;
  expect(tried).toBeLessThan(patterns.length / 8);
});

/** Small patterns of everything that patterns are made of, with texts of the same few letters, so that many fit. */
const atom = fc.constantFrom(
  ..."a b ab ba \\b \\s+ \\W . [ab] [^a] a? (?:ab)? (?=a) (?!b) (?<!a) [’'] \\p{L} \\? A".split(" "),
);
const pattern = fc
  .array(fc.array(atom, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 })
  .map((sides) => {
    const [first, ...rest] = sides.map((side) => side.join(""));
    return rest.length > 0 ? `(?:${first}|${rest[0]})+${rest.slice(1).join("")}` : first!;
  });
const text = fc.string({ unit: fc.constantFrom(..."abABſ ’'?.k\u212a"), maxLength: 12 });

it("lets through whatever fits", () => {
  fc.assert(
    fc.property(pattern, text, (source, words) => {
      if (new RegExp(source, "iu").test(words)) expect(sieveOf([source])(words)).toEqual([0]);
    }),
    { numRuns: 3000 },
  );
});

it("keeps out what has none of the words, or only some of those that must all be there", () => {
  const two = sieveOf(["\\bplease\\b.*\\b(?:send|publish)\\b", "\\bthank you\\b"]);
  expect(two("Please publish it. Thank you.")).toEqual([0, 1]);
  expect(two("Thank  you; they publish it.")).toEqual([1]);
  expect(two("You were displeased, thankful you are not.")).toEqual([]);
});
