import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extract } from "../../src/extract/extract.ts";
import { PartKind } from "../../src/records/part.ts";
import { makeDocument } from "../support/make-document.ts";
import { makeStructure } from "../support/make-structure.ts";
import { itemsIn, rules } from "../support/read-items.ts";

const sentence = fc.constantFrom(
  "Will you open the gate?",
  "Please send me the lease.",
  "I would be grateful for:",
  "- the name of the firm;",
  "(a) that the gate be opened; and",
  "We recommend that the Mayor open the gate.",
  "The Trust will send the lease by 4 May.",
  "“Will you come?”",
  "RESOLVED:",
  "The gate is old. It is red.",
  "## Recommendations",
  "2.1 That the report be noted.",
);
const text = fc.array(sentence, { minLength: 1, maxLength: 12 }).map((lines) => lines.join("\n\n"));
const segment = fc.constantFrom(
  "prose",
  "turn",
  "question",
  "answer",
  "statement",
  "reply",
  "action",
  "quoted",
  "note" as const,
);

describe("items", () => {
  it("are anchored in the text, in reading order, and share no words", () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...PartKind.options), segment, (words, part, kind) => {
        const document = makeDocument(words);
        const { items } = extract(document, makeStructure(document, part, kind), rules);
        let end = 0;
        for (const { anchor, points, leadIn } of items) {
          expect(document.text.slice(anchor.start, anchor.end)).toBe(anchor.exact);
          expect(anchor.start).toBeGreaterThanOrEqual(end);
          end = anchor.end;
          for (const point of points)
            expect(document.text.slice(point.anchor.start, point.anchor.end)).toBe(point.anchor.exact);
          if (leadIn) expect(document.text.slice(leadIn.start, leadIn.end)).toBe(leadIn.exact);
        }
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
      }),
    );
  });

  it("are the same whenever they are read", () => {
    fc.assert(
      fc.property(text, (words) => {
        expect(itemsIn(words, "letter")).toEqual(itemsIn(words, "letter"));
      }),
    );
  });

  it("say in words why they are items", () => {
    const [item] = itemsIn("Will you open the gate?", "letter");
    expect(item!.evidence.join(" ")).toContain("question");
    expect(item!.evidence.join(" ")).toContain("Will you open the gate?");
  });

  it("name who asks and who is asked", () => {
    const speaker = { name: "Ada Quist", role: null, organisation: null };
    const addressee = { name: null, role: "Director", organisation: "the Trust" };
    expect(itemsIn("Will you open the gate?", "transcript", "turn", { speaker, addressee })[0]).toMatchObject({
      by: ["Ada Quist"],
      to: ["the Trust"],
    });
  });
});
