import { describe, expect, it } from "vitest";
import { compileCues } from "../../src/extract/cue.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";

const { cues, words } = loadPipeline("gla-correspondence").extract;
const compiled = compileCues(cues, words);

describe.each(compiled.cues.map((cue) => ({ cue, name: cue.name })))("the cue $name", ({ cue }) => {
  it.each(cue.finds)("finds: %s", (sentence) => {
    expect(cue.fits.test(sentence)).toBe(true);
  });

  it.each(cue.ignores)("leaves alone: %s", (sentence) => {
    expect(cue.fits.test(sentence)).toBe(false);
  });
});

it.each(compiled.cues.flatMap(({ name, finds, quick }) => finds.map((sentence) => ({ name, sentence, quick }))))(
  "what $name needs is in what it finds: $sentence",
  ({ sentence, quick }) => {
    expect(quick.test(sentence.toLowerCase())).toBe(true);
  },
);

it("gives every cue of the pipeline a name of its own", () => {
  const names = cues.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
