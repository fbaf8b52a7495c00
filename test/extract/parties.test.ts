import { describe, expect, it } from "vitest";
import type { SegmentKind } from "../../src/document/structure.ts";
import type { PartKind } from "../../src/records/part.ts";
import { itemsIn } from "../support/read-items.ts";

const speaker = { name: "Ada Quist", role: "Chair of the Parks Panel", organisation: "Fenwick Council" };
const addressee = { name: "Bram Oduya", role: null, organisation: "the Trust" };

/** Who asks or promises, and who is to act, in one sentence that Ada Quist writes to Bram Oduya. */
function partiesIn(text: string, part: PartKind, segment: SegmentKind = "prose") {
  const [item] = itemsIn(text, part, segment, { speaker, addressee });
  return { by: item?.by, to: item?.to };
}

describe("who is to act on a promise", () => {
  it.each([
    ["I will send you the lease by 4 May.", "Ada Quist", "Ada Quist"],
    ["We will send you the lease by 4 May.", "Parks Panel", "Parks Panel"],
    ["TfL will send you the lease by 4 May.", "TfL", "TfL"],
    ["By the end of June, the Head of Estates will publish the lease.", "the Head of Estates", "the Head of Estates"],
    [
      "During the talks the Head of Estates undertook to publish the lease.",
      "the Head of Estates",
      "the Head of Estates",
    ],
    ["My officers will publish the lease by 4 May.", "Parks Panel", "My officers"],
    ["It was agreed that the Trust would publish the lease in May.", "the Trust", "the Trust"],
    ["Dr Okafor and the Trust will publish the lease in May.", "Dr Okafor and the Trust", "Dr Okafor and the Trust"],
    ["I have asked the Director of Parks to publish the lease.", "Ada Quist", "the Director of Parks"],
    ["The lease will be published by 4 May.", "Parks Panel", "Parks Panel"],
  ])("%s", (text, by, to) => {
    expect(partiesIn(text, "reply")).toEqual({ by: [by], to: [to] });
  });
});

it("is nobody known where the sentence says no more than who was named before, and not the meeting that its minutes are of", () => {
  expect(partiesIn("She undertook to publish the lease.", "minutes")).toEqual({ by: [], to: [] });
  expect(partiesIn("The Forum RESOLVED to write to the firm.", "minutes").to).not.toEqual(["The Forum RESOLVED"]);
});

it("is who the lead-in names, where an entry of its list names nobody", () => {
  const items = itemsIn("Within a month, the Council will:\n\n- publish the lease;\n- write to the tenants.", "reply");
  expect(items.map(({ to }) => to)).toEqual([["the Council"], ["the Council"]]);
});

describe("whom a recommendation addresses", () => {
  it.each([
    ["The Committee recommends that the Mayor review the fares.", "the Mayor"],
    ["We recommend that, by May, TfL should review the fares.", "TfL"],
    ["We urge the Home Office to review the formula.", "the Home Office"],
    ["It is recommended that fares be cut.", "Bram Oduya"],
  ])("%s", (text, to) => {
    expect(partiesIn(text, "report")).toEqual({ by: ["Parks Panel"], to: [to] });
  });
});

describe("whom an ask addresses", () => {
  it.each([
    ["Will you publish the lease?", "Bram Oduya"],
    ["Would the Committee tell us which of the two it prefers?", "the Committee"],
    ["I invite the Brigade to publish its log.", "the Brigade"],
    ["Please could your clerk send me the lease?", "your clerk"],
    ["Could the lease of the depot be published before the vote?", "Bram Oduya"],
  ])("%s", (text, to) => {
    expect(partiesIn(text, "letter")).toEqual({ by: ["Ada Quist"], to: [to] });
  });
});
