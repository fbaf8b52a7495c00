import { describe, expect, it } from "vitest";
import { unitsOf } from "../../src/link/unit.ts";
import { commonOutcome, verdictsBy } from "../../src/link/verdicts-by.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import { makeExtracted } from "../support/make-extracted.ts";

const { link: rules } = loadPipeline("gla-correspondence");

/** The verdicts of a reply on a recommendation with the points (a) and (b). */
function verdicts(reply: string) {
  const asked = "The two should (a) mend the gate and (b) light the path.";
  const extracted = makeExtracted(`${asked}\n\n${reply}`, {
    parts: [{ kind: "response" }],
    segments: [{ kind: "prose", words: reply }],
    items: [{ words: asked, kind: "recommendation" }],
  });
  const [item] = extracted.items;
  const points = ["(a)", "(b)"].map((label) => ({ label, anchor: item!.anchor }));
  return verdictsBy({ ...item!, points }, unitsOf(extracted, rules), "act", extracted.document, rules);
}

const told = (reply: string) => verdicts(reply).map(({ by, points, outcome }) => [by ?? points.join(" "), outcome]);

describe("several verdicts in one reply", () => {
  it("are told apart by the governments that give them", () => {
    expect(
      told("The Welsh Government accepts this recommendation. The Scottish Government does not accept it."),
    ).toEqual([
      ["Welsh Government", "accepted"],
      ["Scottish Government", "declined"],
    ]);
  });

  it("are told apart by the headings under which governments give them", () => {
    const reply =
      "## UK Government: Accept in full\n\nA gate is on order.\n\n## Scottish Government: Reject\n\nIt has a gate.";
    const extracted = makeExtracted(`Mend the gate.\n\n${reply}`, {
      parts: [{ kind: "response" }],
      segments: [{ kind: "reply", words: reply.replace(/## /g, "") }],
      items: [{ words: "Mend the gate.", kind: "recommendation" }],
    });
    const units = unitsOf(extracted, rules);
    const found = verdictsBy(extracted.items[0]!, units, "act", extracted.document, rules);
    expect(found.map(({ by, outcome }) => [by, outcome])).toEqual([
      ["UK Government", "accepted"],
      ["Scottish Government", "declined"],
    ]);
  });

  it("are told apart by a body's name or by any initials before a colon", () => {
    expect(told("DHSC: this is not a matter for us. LPTB: we agree and will ask the operators.")).toEqual([
      ["Department of Health and Social Care", "declined"],
      ["LPTB", "accepted"],
    ]);
  });

  it("are told apart by the points that they answer, and a sentence without one goes with the one before it", () => {
    const reply = "(a) Accepted. The gate will be mended in May. (b) Not supported. Nobody walks there at night.";
    expect(told(reply)).toEqual([
      ["(a)", "accepted"],
      ["(b)", "declined"],
    ]);
  });

  it("are none where one alone is given", () => {
    expect(told("DfT: we agree and will ask the operators.")).toEqual([]);
    expect(told("The gate will be mended in May. The path is lit already.")).toEqual([]);
  });
});

it("the whole item has the common verdict, or is accepted in part", () => {
  const whole = { outcome: "noted", because: null } as const;
  const of = (reply: string) => commonOutcome(verdicts(reply), whole);
  expect(of("(a) Accepted. (b) Agreed.")).toBe("accepted");
  expect(of("(a) Accepted. (b) Not supported.")).toBe("partly-accepted");
  expect(of("We shall see.")).toBe("noted");
});
