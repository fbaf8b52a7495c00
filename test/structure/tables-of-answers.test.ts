import { expect, it } from "vitest";
import type { Document } from "../../src/document/document.ts";
import { structure } from "../../src/structure/structure.ts";
import { makeDocument } from "../support/make-document.ts";
import { readStructure, rules, shown } from "../support/read-structure.ts";

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

it("takes a table of answers after the signature of a letter for part of the letter, which then is a response", () => {
  const { parts, segments } = readStructure(`
4 March 2024

Dear Ada,

**Ponds: the report of the Panel**

Thank you for the Panel's report. Our responses to its recommendations are set out in the table.

Yours sincerely,

Tom Reed
Head of Ponds

| Recommendation | Response | Lead |
|---|---|---|
| 1. Ponds should be dug. | Accepted. Nine will be dug. | Parks |
| 2. Newts should be counted. | Not accepted. They will not keep still. | Parks |`);
  expect(parts.map(({ kind }) => kind)).toEqual(["response"]);
  expect(segments.slice(1).map(({ kind, answers }) => [kind, answers])).toEqual([
    ["statement", []],
    ["reply", [1]],
    ["statement", []],
    ["reply", [3]],
  ]);
  expect(shown(parts[0]!.from)).toEqual(["Tom Reed | Head of Ponds | –"]);
});

it("takes the line of a cell that numbers a recommendation for its heading", () => {
  const made = makeDocument(TABLE.replace("Ponds should be dug.", "Recommendation 7 ¶ Ponds should be dug."));
  const at = made.text.indexOf(" ¶ ");
  const cell = made.blocks.find(({ start, end }) => start < at && at < end)!;
  const blocks = made.blocks.flatMap((block) =>
    block === cell
      ? [
          { ...cell, end: at, bold: true },
          { ...cell, start: at + 3, body: at + 3 },
        ]
      : [block],
  );
  expect(readDocument({ ...made, blocks })[0]).toEqual(["statement", "7", [], "Ponds should be dug."]);
});

it("gives an answer the day of its row, and a recommendation that nobody answers yet the same; a number typed in the cell is its label", () => {
  const days = (notation: string) => {
    const { document, segments } = readStructure(notation);
    return segments.flatMap(({ kind, label, due }) =>
      due.map(({ start, end }) => [kind, label, document.text.slice(start, end)]),
    );
  };
  const answered = "# Response to the report on ponds\n\n| Recommendation | Response | Target date |\n|---|---|---|\n";
  expect(days(`${answered}| 1. That ponds be dug. | Nine will be dug. | May 2024 |`)).toEqual([
    ["reply", null, "May 2024"],
  ]);
  const asked = "# Report of the Parks Board\n\n| Recommendation | Owner | By when |\n|---|---|---|\n";
  expect(days(`${asked}| 1. That ponds be dug. | Clerk | May 2024 |`)).toEqual([["statement", "1", "May 2024"]]);
});

it.each([
  ["Recommendation of the Committee", "Position"],
  ["Requested by the Committee", "Position at 13 February"],
])("tells what was said from the answers under %s and %s, a row at a time", (said, answer) => {
  const table = `# Report to the Panel\n\n| ${said} | ${answer} |\n|---|---|\n| To count the newts | Done. |\n| To dig the pond | |\n| To paint the gate | In May. |`;
  expect(readDocument(makeDocument(table)).map(([kind, , , words]) => [kind, words])).toEqual([
    ["statement", "To count the newts"],
    ["reply", "Done."],
    ["statement", "To dig the pond"],
    ["statement", "To paint the gate"],
    ["reply", "In May."],
  ]);
});

it.each([
  ["Action taken or planned", "Yes | Nine will be dug."],
  ["Commentary", "Yes | Nine will be dug."],
  ["Rationale", "Yes | Nine will be dug."],
  ["Owner", "Yes"],
  ["Target date", "Yes"],
])("reads what stands under '%s' beside an answer", (head, said) => {
  const table = `
# Response to the report on ponds

| Recommendation | Response | ${head} |
|---|---|---|
| Ponds should be dug. | Yes | Nine will be dug. |`;
  expect(readDocument(makeDocument(table))).toEqual([
    ["statement", null, [], "Ponds should be dug."],
    ["reply", null, [0], said],
  ]);
});

it("reads a table that names what it answers by numbers alone, in what answers and nowhere else", () => {
  const rows = `
| No. | Position | Comment | Lead |
|---|---|---|---|
| R1 | Agreed in part | Nine will be dug. | A. Quist |
| R2 | – | Not for the council. | – |`;
  expect(readDocument(makeDocument(`# Response to the report on ponds\n${rows}`))).toEqual([
    ["reply", "R1", [], "Agreed in part | Nine will be dug."],
    ["reply", "R2", [], "Not for the council."],
  ]);
  expect(readDocument(makeDocument(`# A report on ponds\n${rows}`))).toEqual([]);
});

it("ties an answer to the recommendation of its row where its column comes first", () => {
  const table = `
# Response to the report on ponds: progress

| Status | Progress | Recommendation | No. |
|---|---|---|---|
| Complete | Nine were dug. | Ponds should be dug. | 1 |
| In progress | A count begins in May. | Newts should be counted. | 2 |`;
  expect(readDocument(makeDocument(table))).toEqual([
    ["reply", null, [1], "Nine were dug."],
    ["statement", "1", [], "Ponds should be dug."],
    ["reply", null, [3], "A count begins in May."],
    ["statement", "2", [], "Newts should be counted."],
  ]);
});

it("takes what is recommended, and not what was found beside it", () => {
  const made = makeDocument(`
# Audit of grants

| Ref | Finding | Recommendation | Management response | Responsible officer and date |
|---|---|---|---|---|
| 1 | Visits were missed. | Every group should be visited. | Agreed. | Grants Manager, 30 May 2024 |`);
  expect(readDocument(made)).toEqual([
    ["statement", "1", [], "Every group should be visited."],
    ["reply", null, [0], "Agreed."],
  ]);
});

it("reads tables of two columns that say in the first what stands in the second, one for each recommendation or for several", () => {
  const made = makeDocument(`
# Audit of agency staff

| Recommendation 1 | Managers should check each worker. |
|---|---|
| Priority | High |
| Management response | Agreed. The form will change. |
| Target date | 1 May 2024 |

| Recommendation 2 | Rates should be approved. |
|---|---|
| Management response | Not agreed. |
| Recommendation 3 | The list should be kept. |
| Management response | Agreed in part. |`);
  const { segments } = structure(made, rules);
  expect(told({ ...structure(made, rules), text: made.text })).toEqual([
    ["statement", "1", [], "Managers should check each worker."],
    ["reply", null, [0], "Agreed. The form will change."],
    ["statement", "2", [], "Rates should be approved."],
    ["reply", null, [2], "Not agreed."],
    ["statement", "3", [], "The list should be kept."],
    ["reply", null, [4], "Agreed in part."],
  ]);
  expect(segments[1]!.due.map(({ start, end }) => made.text.slice(start, end))).toEqual(["1 May 2024"]);
});

it("gives what stands below a table of one recommendation and no answer to that recommendation", () => {
  const made = makeDocument(`
# Response to the report on crossings

| Recommendation | Response |
|---|---|
| Recommendation 1 The posts should be filled. | |

Accepted. Interviews are under way.

| Recommendation | Response |
|---|---|
| Recommendation 2 Crossings should be assessed. | |

Not accepted. It is too soon.`);
  expect(readDocument(made)).toEqual([
    ["statement", "1", [], "The posts should be filled."],
    ["reply", null, [0], "Accepted. Interviews are under way."],
    ["statement", "2", [], "Crossings should be assessed."],
    ["reply", null, [2], "Not accepted. It is too soon."],
  ]);
});

it("reads what minutes say in a table beside its actions, and leaves out a cell that only says who is to act", () => {
  const { segments } = readStructure(`
# SAFER STREETS PANEL

Minutes of the meeting held on 12 March 2025

| Item | Discussion | Action |
|---|---|---|
| 2 | Tom Reed reported that burglary had fallen by four per cent in a year. | TR to send the number of visits to the Panel |
| 3 | The Panel agreed that the lights were too dim. Ada Moss will write to the Council. | AM |`);
  expect(segments.slice(1).map(({ kind, words }) => [kind, words])).toEqual([
    ["prose", "Tom Reed reported that burglary had fallen by four per cent in a year."],
    ["action", "TR to send the number of visits to the Panel"],
    ["prose", "The Panel agreed that the lights were too dim. Ada Moss will write to the Council."],
  ]);
});

it("makes a response of an appendix that answers a report's recommendations by their numbers alone", () => {
  const { parts, segments } = readStructure(`
# Review of hydrants

Report of the Head of Water, 5 May 2025

## Executive summary

One hydrant in nine had not been inspected. The response is at Appendix A.

## Recommendations

| No. | Recommendation | Lead |
|---|---|---|
| 1 | The Service should inspect every hydrant once a year. | Head of Water |
| 2 | The Service should publish the results by ward. | Head of Data |

## Appendix A: response of the Chief Fire Officer

| Recommendation | Response |
|---|---|
| 1 | Accepted. They will be inspected every year from April 2026. |
| 2 | Partly accepted. Results will be published by district and not by ward. |`);
  expect(parts.map(({ kind }) => kind)).toEqual(["report", "response"]);
  expect(segments.flatMap(({ kind, label, words }) => (kind === "prose" ? [] : [[kind, label, words]]))).toEqual([
    ["statement", "1", "The Service should inspect every hydrant once a year."],
    ["statement", "2", "The Service should publish the results by ward."],
    ["reply", "1", "Accepted. They will be inspected every year from April 2026."],
    ["reply", "2", "Partly accepted. Results will be published by district and not by ward."],
  ]);
});

const ROWS =
  "| 4.1 | Ponds should be dug. | Agreed | Nine will be dug. | Ada Moss | May |\n| 4.2 | Gates should be painted. | Not agreed | They are new. | Ada Moss | – |";
const READ = [
  ["statement", "4.1", [], "Ponds should be dug."],
  ["reply", null, [0], "Agreed | Nine will be dug."],
  ["statement", "4.2", [], "Gates should be painted."],
  ["reply", null, [2], "Not agreed | They are new."],
];

it.each([
  [
    "numbered",
    "| 1. Rec. No | 2. Recommendation | 3. Agreed/ Partly Agreed/ Not Agreed | 4. Response: Action Taken/Planned | 5. Responsible Owner | 6. Target Date |",
  ],
  [
    "with what is asked of whoever fills them in",
    "| Ref | Recommendation | Organisational response. Please set out the actions planned | Commentary | Responsible officer (title) | Completion date. Please say by when |",
  ],
  [
    "that name the decision",
    "| Ref | Recommendation | Cabinet decision | Response and action to be taken | Lead officer | Timescale |",
  ],
  ["of which one stands over nothing but verdicts", "| Ref | Recommendation | View | Comment | Owner | Due |"],
])("knows columns by heads %s", (_how, head) => {
  const table = `# Response to the report on ponds\n\n${head}\n|---|---|---|---|---|---|\n${ROWS}`;
  expect(readDocument(makeDocument(table))).toEqual(READ);
});

it("finds the header of a table below another one that nothing parts from it", () => {
  const table = `# Response to the report on ponds

| Agreed | It will be done. | All of it | | | |
|---|---|---|---|---|---|
| Not agreed | It will not be done. | None of it | | | |
| Ref | Recommendation | Position | Comment | Owner | Due |
${ROWS}`;
  expect(readDocument(makeDocument(table))).toEqual(READ);
});

it("takes a box's first row for the heading of the recommendation below it", () => {
  const table = "# Report on ponds\n\n| Recommendation 7 |\n|---|\n| Ponds should be dug. |\n\nThey are shallow.";
  expect(readDocument(makeDocument(table))).toEqual([["statement", "7", [], "Ponds should be dug."]]);
});

it("takes Y and N in a column of verdicts for answers, and a dash for none", () => {
  const table =
    "# Response to the report on ponds\n\n| No | Recommendation | Accept (Y/N) | Comment |\n|---|---|---|---|\n| 1 | Ponds should be dug. | Y | In May. |\n| 2 | Gates should be painted. | – | |";
  expect(readDocument(makeDocument(table))).toEqual([
    ["statement", "1", [], "Ponds should be dug."],
    ["reply", null, [0], "Y | In May."],
    ["statement", "2", [], "Gates should be painted."],
  ]);
});
