import { expect, it } from "vitest";
import { wantOf } from "../../src/link/want.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import type { Item } from "../../src/records/item.ts";

const { link } = loadPipeline("gla-correspondence");
const anchor = (exact: string) => ({ exact }) as Item["anchor"];
const want = (words: string, leadIn: string | null = null, kind: Item["kind"] = "ask") =>
  wantOf({ kind, anchor: anchor(words), leadIn: leadIn === null ? null : anchor(leadIn) }, link);

it.each([
  ["information", "How many gates are shut at night?"],
  ["information", "Is it true that the gate is shut?"],
  ["information", "If the grant ends, is there another plan?"],
  ["information", "You said that there was a map. Where is it?"],
  ["information", "Would you agree with me that the gate is too low?"],
  ["information", "To ask the Minister when the gate will open."],
  ["information", "Please tell me whether the gate is shut."],
  ["telling", "Please tell me who shut the gate."],
  ["particulars", "Could you write to the Panel about the gate?"],
  ["particulars", "Please send me a list of the gates."],
  ["particulars", "I would be grateful for a copy of the map."],
  ["act", "Will you have the gate mended?"],
  ["act", "Are you willing to meet the walkers?"],
  ["act", "Does the Department accept our recommendation that the gate be mended?"],
  ["act", "I ask that the gate be mended before winter."],
  ["act", "Would you look into the case if I send you the details?"],
] as const)("there is wanted %s: %s", (wanted, words) => {
  expect(want(words)).toBe(wanted);
});

it("a lead-in tells what its points want where they do not say it themselves", () => {
  expect(want("the five longest paths, with their lengths", "Please provide, for each park:")).toBe("particulars");
  expect(want("the five longest paths, with their lengths", "We ask that you mend:")).toBe("act");
});

it("a recommendation wants an act, whatever words it has", () => {
  expect(want("The Council should tell walkers when the gate is shut.", null, "recommendation")).toBe("act");
});
