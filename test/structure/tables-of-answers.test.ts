import { expect, it } from "vitest";
import type { Document } from "../../src/document/document.ts";
import { structure } from "../../src/structure/structure.ts";
import { makeDocument } from "../support/make-document.ts";
import { readStructure, rules } from "../support/read-structure.ts";

const TABLE = `
# Response to the report on ponds

| Ref | Scrutiny said | Accept? | Cabinet says |
|---|---|---|---|
| R1 | Ponds should be dug. | Yes | Nine will be dug. |
| R2(a) | Newts should be counted. | – | |
| R2(b) | Gates should be painted. | No | They are new. |

Consultation. The Chair has seen this paper.`;

const told = ({ segments, text }: ReturnType<typeof structure> & { text: string }) =>
  segments
    .filter(({ kind }) => kind === "statement" || kind === "reply")
    .map(({ kind, label, answers, start, end }) => [
      kind,
      label,
      answers,
      text.slice(start, end).replace(/\n/g, " | "),
    ]);

const readDocument = (document: Document) => told({ ...structure(document, rules), text: document.text });

it("ties each answer to the recommendation of its row, with the number printed beside it, and ends with the table", () => {
  const offset = readStructure(TABLE).segments.findIndex(({ kind }) => kind === "statement");
  expect(offset).toBe(0);
  expect(readDocument(makeDocument(TABLE))).toEqual([
    ["statement", "R1", [], "Ponds should be dug."],
    ["reply", null, [0], "Yes | Nine will be dug."],
    ["statement", "R2(a)", [], "Newts should be counted."],
    ["statement", "R2(b)", [], "Gates should be painted."],
    ["reply", null, [3], "No | They are new."],
  ]);
});

it("gives an answer that stands in two rows to the recommendations of both", () => {
  const made = makeDocument(`
# Response to the report on ponds

| Recommendation | Response |
|---|---|
| Ponds should be dug. | We will do both. |
| Newts should be counted. | |
| Gates should be painted. | They are new. |`);
  const blocks = made.blocks.map((block) =>
    block.cell?.row === 1 && block.cell.column === 1 ? { ...block, cell: { ...block.cell, rows: 2 } } : block,
  );
  expect(readDocument({ ...made, blocks })).toEqual([
    ["statement", null, [], "Ponds should be dug."],
    ["reply", null, [0, 2], "We will do both."],
    ["statement", null, [], "Newts should be counted."],
    ["statement", null, [], "Gates should be painted."],
    ["reply", null, [3], "They are new."],
  ]);
});

it.each([
  ["Rec", "Recommendation text", "Airport's response"],
  ["No.", "The Panel recommended that", "Department's position"],
  ["#", "Recommendation", "Progress since last report"],
])("makes a response of a table headed %s, %s and %s", (number, recommendation, response) => {
  const made = makeDocument(`
# Noise at night

| ${number} | ${recommendation} | ${response} |
|---|---|---|
| 1 | Flights should end at ten. | They end at eleven. |
| 2 | The map should be published. | Done. |`);
  expect(structure(made, rules).parts.map(({ kind }) => kind)).toEqual(["response"]);
  expect(readDocument(made)).toEqual([
    ["statement", "1", [], "Flights should end at ten."],
    ["reply", null, [0], "They end at eleven."],
    ["statement", "2", [], "The map should be published."],
    ["reply", null, [2], "Done."],
  ]);
});
