import fc from "fast-check";
import { expect, it } from "vitest";
import { loadPipeline } from "../../src/pipeline/load.ts";
import { extractRecords, linkItems, readDocument } from "../../src/pipeline/run.ts";
import { letterText, replyText } from "../support/letters.ts";

const pipeline = loadPipeline("gla-correspondence");
const lines = [
  ...letterText(31).split("\n"),
  ...replyText(45).split("\n"),
  "Minutes",
  "1.2 Resolved:",
  "- to write by May",
  "| a | b |",
  "Question No: 2019/17",
  "\f",
];
const anyText = fc.array(
  fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...lines) }, { weight: 1, arbitrary: fc.string() }),
  { minLength: 1, maxLength: 40 },
);

it.each([".txt", ".md", ".html", ".eml"])(
  "no order of lines ends the reading, and every anchor's words stand at its place: %s",
  async (extension) => {
    await fc.assert(
      fc.asyncProperty(anyText, async (some) => {
        const bytes = Buffer.from(`Dear Chair,\n${some.join("\n")}`);
        const found = extractRecords(await readDocument({ name: `note${extension}`, bytes }, pipeline), pipeline);
        const { text } = found.document;
        for (const { anchor } of [...found.structure.parts, ...found.items, ...found.deadlines, ...found.references])
          expect(text.slice(anchor.start, anchor.end)).toBe(anchor.exact);
        for (const { replies } of linkItems(found, [], pipeline))
          for (const { anchor } of replies) expect(text.slice(anchor.start, anchor.end)).toBe(anchor.exact);
      }),
      { numRuns: 40, seed: 20_240_301 },
    );
  },
);
