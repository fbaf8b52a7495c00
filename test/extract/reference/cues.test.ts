import { describe, expect, it } from "vitest";
import { compileSchemes, findMentions } from "../../../src/extract/reference/mention.ts";
import { loadPipeline } from "../../../src/pipeline/load.ts";

const rules = loadPipeline("gla-correspondence").extract.references;
const cues = rules.schemes.flatMap((scheme) =>
  scheme.cues.map((cue) => ({ scheme, cue, name: `${scheme.name} ${cue.name}` })),
);

describe.each(cues)("$name", ({ scheme, cue }) => {
  const own = compileSchemes({ words: rules.words, schemes: [{ ...scheme, cues: [cue] }] });

  it.each(cue.finds)("finds %s", (text) => {
    expect(findMentions(text, own, cue.parts[0] ?? null)).not.toEqual([]);
  });

  it.each(cue.ignores)("ignores %s", (text) => {
    expect(findMentions(text, own, cue.parts[0] ?? null).map(({ start, end }) => text.slice(start, end))).toEqual([]);
  });
});
