import { describe, expect, it } from "vitest";
import { loadPipeline } from "../../src/pipeline/load.ts";
import { compile } from "../../src/structure/rules.ts";

const rules = loadPipeline("gla-correspondence").structure;
const compiled = compile(rules);

describe("each wording of a sign finds its examples and leaves its near misses alone", () => {
  const alone = (wording: (typeof rules.signs)[number]) => compile({ ...rules, signs: [wording] });
  const rows = rules.signs.flatMap((wording) => [
    ...wording.finds.map((text) => [wording.name, text, true, wording] as const),
    ...wording.ignores.map((text) => [wording.name, text, false, wording] as const),
  ]);
  it.each(rows)("%s: %s → %s", (_name, text, found, wording) => {
    expect(alone(wording).shows(text, wording.sign)).toBe(found);
  });
});

describe("each signal of a kind finds its examples and leaves its near misses alone", () => {
  const rows = compiled.kinds.flatMap(({ name, fits, finds, ignores }) => [
    ...finds.map((text) => [name, text, true, fits] as const),
    ...ignores.map((text) => [name, text, false, fits] as const),
  ]);
  it.each(rows)("%s: %s → %s", (_name, text, found, fits) => {
    expect(fits.test(text)).toBe(found);
  });
});

it("names the wording whose pattern cannot be read", () => {
  const broken = { ...rules.signs[0]!, name: "broken-one", pattern: "(" };
  expect(() => compile({ ...rules, signs: [broken] })).toThrow(/broken-one/);
  expect(() => compile({ ...rules, signs: [{ ...broken, pattern: "{nowhere}" }] })).toThrow(/nowhere/);
});
