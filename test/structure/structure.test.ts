import fc from "fast-check";
import { expect, it } from "vitest";
import { structure } from "../../src/structure/structure.ts";
import { makeDocument } from "../support/make-document.ts";
import { rules } from "../support/read-structure.ts";

/** Pieces of which such documents are made, in any order. */
const PIECES = [
  "# Response to the report on ponds",
  "## Recommendation 4",
  "Dear Ms Moss",
  "Yours sincerely",
  "Tom Reed\nHead of Ponds",
  "4 March 2024",
  "Our ref: AB/12",
  "Thank you for your letter of 3 March about ponds. There are nine.",
  "Recommendation: The Council should count the ducks.",
  "Response:",
  "> We ask that the pond be dredged.",
  "= 8.2 We recommend that it be filled.",
  "- (a) a list item;\n- (b) another one.",
  "| Recommendation | Response |\n|---|---|\n| Count the ducks. | Accepted. |",
  "| Action | Owner | Status |\n| Count the ducks | Tom Reed | Open |",
  "Ada Moss AM: How many ducks are there?",
  "Photo of Ada Moss Ada Moss Green",
  "Question No: 2024/0102",
  "Answer",
  "The Mayor",
  "ACTION: Tom Reed to count.",
  "Action by: Tom Reed",
  "Recommendation 2: Count the newts. Management response: Agreed. Owner: Tom Reed",
  "Target date: 4 May 2024",
  "R1. The Council should count the newts. Trust response: Agreed.",
  "| Recommendation 3 | Count the swans. |\n|---|---|\n| Response | Accepted. |\n| Owner | Tom Reed |",
  "MINUTES",
  "1.1 RESOLVED: That it be noted.",
  "^1 A note on ducks.",
  "On Mon, 3 Jun 2024 at 09:15, Tom Reed wrote:",
  "Annex A",
  "---8<---",
  "There are many ducks on the top pond, and nobody has ever counted them.",
];

const documents = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 30 })
  .map((pieces) => makeDocument(pieces.join("\n\n")));

it("never lets segments overlap or leave their part, nor answers point anywhere but at what is asked in it", () => {
  fc.assert(
    fc.property(documents, (document) => {
      const { parts, segments } = structure(document, rules);
      const byId = new Map(parts.map((part) => [part.id, part]));
      let end = 0;
      for (const segment of segments) {
        const part = byId.get(segment.part)!;
        expect(segment.start).toBeLessThan(segment.end);
        expect(segment.start).toBeGreaterThanOrEqual(Math.max(end, part.anchor.start));
        expect(segment.end).toBeLessThanOrEqual(part.anchor.end);
        end = segment.end;
        for (const index of segment.answers) {
          expect(["statement", "question"]).toContain(segments[index]!.kind);
          expect(segments[index]!.part).toBe(segment.part);
        }
      }
    }),
    { numRuns: 150 },
  );
});

it("never lets parts overlap", () => {
  fc.assert(
    fc.property(documents, (document) => {
      const { parts } = structure(document, rules);
      parts.slice(1).forEach((part, index) => {
        expect(part.anchor.start).toBeGreaterThanOrEqual(parts[index]!.anchor.end);
      });
    }),
    { numRuns: 100 },
  );
});
