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

it("gives every cue of the pipeline a name of its own", () => {
  const names = cues.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
