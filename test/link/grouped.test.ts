import { expect, it } from "vitest";
import { mannersFor } from "../../src/link/grouped.ts";
import { verdictOf } from "../../src/link/outcome.ts";
import { unitsOf } from "../../src/link/unit.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import { makeExtracted } from "../support/make-extracted.ts";

const { link: rules } = loadPipeline("gla-correspondence");

function outcomes(reply: string, ...labels: string[]) {
  const extracted = makeExtracted(reply, { parts: [{ kind: "response" }] });
  const units = unitsOf(extracted, rules);
  return labels.map((label) => verdictOf(mannersFor(new Set([label]), units, rules), "act", "noted").outcome);
}

it.each([
  ["We accept recommendations 1 to 3 but not 4.", ["accepted", "accepted", "declined"]],
  [
    "The Trust accepts recommendation 1, partially accepts recommendation 3 and rejects recommendation 4.",
    ["accepted", "partly-accepted", "declined"],
  ],
  ["We agree with recommendations 1 and 3; recommendation 4 is under review.", ["accepted", "accepted", "deferred"]],
  [
    "The Council accepts Recommendations 1 and 3. It does not accept Recommendation 4.",
    ["accepted", "accepted", "declined"],
  ],
  ["The Board has accepted all of these recommendations.", ["accepted", "accepted", "accepted"]],
] as const)("of one reply to several, each has its own verdict: %s", (reply, expected) => {
  expect(outcomes(reply, "1", "3", "4")).toEqual(expected);
});

it("another number that a reply only mentions takes nothing from its verdict", () => {
  expect(outcomes("We agree, for the reasons given under recommendation 2.", "7")).toEqual(["accepted"]);
});
