import { expect, it } from "vitest";
import { readStructure } from "../support/read-structure.ts";

const told = (notation: string) => {
  const { document, segments } = readStructure(notation);
  return segments
    .filter(({ kind }) => kind !== "prose")
    .map(({ kind, label, answers, action, due, words }) => [
      kind,
      label,
      words,
      kind === "action" ? `${action?.owner}${action?.closed ? ", closed" : ""}` : answers,
      due.map(({ start, end }) => document.text.slice(start, end)).join(" / "),
    ]);
};

it("reads an audit's recommendations with what management answers, each field in a paragraph of its own", () => {
  const offset = 1;
  expect(
    told(`
# Audit report: petty cash

## Finding 1: Receipts

Eleven payments had no receipt.

**Recommendation:** Every payment should have a receipt.

**Management response:** Agreed. A new form will be issued.

It is being printed now.

**Responsible officer:** Finance Manager

**Target date:** 30 April 2025`),
  ).toEqual([
    ["statement", null, "Every payment should have a receipt.", [], ""],
    ["reply", null, "Agreed. A new form will be issued. It is being printed now.", [offset], "30 April 2025"],
  ]);
});

it("reads fields that run on in one paragraph, and leaves out what was found", () => {
  expect(
    told(`
# Audit of fuel cards: report

Finding: Cards are shared.

Recommendation 1: Each card should be for one van. Management response: Agreed. Cards are on order. Owner: Fleet Manager Target date: 30 June 2024

Finding: Nobody reads the statement.

Recommendation 2: The manager should read it. Management response: Not agreed. Owner: None`),
  ).toEqual([
    ["statement", "1", "Each card should be for one van.", [], ""],
    ["reply", null, "Agreed. Cards are on order.", [0], "30 June 2024"],
    ["statement", "2", "The manager should read it.", [], ""],
    ["reply", null, "Not agreed.", [2], ""],
  ]);
});

it("reads the entries of an action log, with who acts, by when and how it stands", () => {
  expect(
    told(`
# Transport Panel: action tracker

Action 1: Send the panel the lift figures for 2023/24 Lead: Head of Stations Deadline: 31 July 2024 Status: Open

Ref: A14
Meeting date: 10 April 2024
Action: Write to the operator
Owner: Clerk
Due: 2 May 2024

Status: Closed`),
  ).toEqual([
    ["action", "1", "Send the panel the lift figures for 2023/24", "Head of Stations", "31 July 2024 / Open"],
    ["action", "A14", "Write to the operator", "Clerk, closed", "2 May 2024 / Closed"],
  ]);
});

it.each([
  ["a field alone", "Action: the Clerk to write to the operator by Friday."],
  ["words that are no field's", "Summary: the lifts are old.\n\nCost: nine pounds."],
  ["what says who acts and not what is to be done", "Owner: Clerk\nDeadline: 31 July 2024"],
])("leaves %s to others", (_, words) => {
  const { segments } = readStructure(`# Report on lifts\n\n${words}`);
  expect(segments.some(({ kind, action }) => kind === "statement" || action?.owner === "Clerk")).toBe(false);
});
