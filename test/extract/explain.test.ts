import { describe, expect, it } from "vitest";
import { explainExtraction } from "../../src/extract/explain.ts";
import { makeDocument } from "../support/make-document.ts";
import { makeStructure } from "../support/make-structure.ts";
import { rules } from "../support/read-items.ts";

function explain(text: string, words = text) {
  const document = makeDocument(text);
  const start = document.text.indexOf(words);
  return explainExtraction(document, makeStructure(document, "letter", "prose"), rules, {
    start,
    end: start + words.length,
  });
}

describe("an explanation", () => {
  it("names the cues that saw an item, with their words and weights", () => {
    const [asked] = explain("Will you open the gate?");
    expect(asked).toMatchObject({ kind: "ask", letGo: null });
    expect(asked!.cues.map(({ name }) => name)).toContain("modal-question");
    expect(asked!.weights.map(({ feature }) => feature)).toContain("cue:modal-question");
    expect(asked!.confidence).toBeGreaterThan(0.5);
  });

  it.each([
    ["She wrote: “Will you open the gate?” That was all.", "quoted", "quotation marks"],
    ["In March I asked why the gate was shut?", "weigh", "reported-ask"],
    ["I would be grateful for:\n\n- the lease;\n- the key.", "lead-in", "each entry"],
  ])("names the pass that let a candidate go, and why: %s", (text, pass, why) => {
    const gone = explain(text).filter(({ letGo }) => letGo?.pass === pass);
    expect(gone.map(({ letGo }) => letGo!.why).join(" ")).toContain(why);
  });

  it("is empty where no cue saw anything", () => {
    expect(explain("The gate is red.")).toEqual([]);
  });

  it("holds what overlaps the words asked about, and no more", () => {
    const text = "Will you open the gate? Please send me the lease.";
    expect(explain(text, "the lease").map(({ start }) => start)).toEqual([text.indexOf("Please")]);
  });
});
