import { describe, expect, it } from "vitest";
import { readStructure, shown } from "../support/read-structure.ts";

describe("a printed list of questions", () => {
  const { parts, segments } = readStructure(`
LONDON ASSEMBLY

Questions to the Mayor: written answers

Mayor's Question Time, Thursday 14 September 2023

Ponds in Exford
Question No: 2023/3104
Ada Moss

How many ponds are there, and which is the deepest?

Answer
The Mayor

There are nine. The top one is the deepest.

Pumps
Question No: 2023/3105
Tom Reed

Will you mend the pump?

Oral response

Benches
Question No: 2023/3110
Ada Moss

When were the benches painted?

Answer
The Mayor

Officers are drafting a response which will be sent shortly.

Answer provided on 9 October 2023

They were painted in May.`);

  it("is one part, from the askers to whoever answers", () => {
    expect(parts).toHaveLength(1);
    expect(parts[0]).toMatchObject({
      kind: "written-questions",
      date: "2023-09-14",
      subject: "Questions to the Mayor: written answers",
    });
    expect(shown(parts[0]!.from)).toEqual(["Ada Moss | – | –", "Tom Reed | – | –"]);
    expect(shown(parts[0]!.to)).toEqual(["– | Mayor of London | –"]);
  });

  it("ties each answer to its question, a later answer too, and none to a question answered elsewhere", () => {
    expect(segments.map(({ kind, label, heading, answers, words }) => [kind, label, heading, answers, words])).toEqual([
      ["question", "2023/3104", "Ponds in Exford", [], "How many ponds are there, and which is the deepest?"],
      ["answer", "2023/3104", "Ponds in Exford", [0], "There are nine. The top one is the deepest."],
      ["question", "2023/3105", "Pumps", [], "Will you mend the pump?"],
      ["question", "2023/3110", "Benches", [], "When were the benches painted?"],
      ["answer", "2023/3110", "Benches", [3], "Officers are drafting a response which will be sent shortly."],
      ["answer", "2023/3110", "Benches", [3], "They were painted in May."],
    ]);
  });
});

it("reads a page of one question with labelled fields", () => {
  const { parts, segments } = readStructure(`
# Air quality at bus stations

Reference: 2024/0188

Question by: Ada Moss

Meeting date: 18 January 2024

## Question

What was the level of particulates at each bus station in 2023?

## Answer

Answered by: The Mayor

The level at the west station was 12 and at the east station it was 14.`);
  expect(parts[0]).toMatchObject({
    kind: "written-questions",
    date: "2024-01-18",
    subject: "Air quality at bus stations",
  });
  expect(shown(parts[0]!.from)).toEqual(["Ada Moss | – | –"]);
  expect(segments.map(({ kind, speaker, words }) => [kind, speaker?.name ?? speaker?.role, words])).toEqual([
    ["question", "Ada Moss", "What was the level of particulates at each bus station in 2023?"],
    ["answer", "Mayor of London", "The level at the west station was 12 and at the east station it was 14."],
  ]);
});

it("takes a letter that cites questions by number for no list of them", () => {
  const { parts } = readStructure(
    "Dear Ms Moss\n\nYour question was this.\n\nMQ 2023/3104\n\nI have nothing to add.\n\nYours sincerely\n\nTom Reed",
  );
  expect(parts.map(({ kind }) => kind)).toEqual(["letter"]);
});

it("reads questions of the public under plain headings, with supplementary ones", () => {
  const { parts, segments } = readStructure(`
EXFORD BOROUGH COUNCIL

Council, 21 February 2023

PUBLIC QUESTION 1
From Mrs Ada Moss to the Cabinet Member for Parks

Where is the pond?

Answer from Councillor Reed

It was filled in.

Supplementary question

Will it be dug again?

Supplementary answer

No.

PUBLIC QUESTION 2
From Mr Tom Vale to the Leader

Are you sorry?

Answer from the Leader

Yes.`);
  expect(parts[0]).toMatchObject({ kind: "written-questions", date: "2023-02-21" });
  expect(
    segments.map(({ kind, label, speaker, answers }) => [kind, label, speaker?.name ?? speaker?.role, answers]),
  ).toEqual([
    ["question", "1", "Ada Moss", []],
    ["answer", "1", "Reed", [0]],
    ["question", "1", "Ada Moss", []],
    ["answer", "1", "Cabinet Member for Parks", [2]],
    ["question", "2", "Tom Vale", []],
    ["answer", "2", "Leader", [4]],
  ]);
});

it("reads an answer that begins in the line that says whose it is", () => {
  const { segments } = readStructure(
    "# Answers to written questions\n\n### Ponds\n\n**Question No: 2024/1907**\n\n**Ada Moss**\n\nHow many ponds are there?\n\n**The Mayor:** There are nine.",
  );
  expect(segments.map(({ kind, speaker, words }) => [kind, speaker?.name ?? speaker?.role, words])).toEqual([
    ["question", "Ada Moss", "How many ponds are there?"],
    ["answer", "Mayor of London", "There are nine."],
  ]);
});

it("finds the answers of a list under the office of whoever answers", () => {
  const { parts, segments } = readStructure(`
# Questions to the Mayor

## Ponds in Exford

Question No: 2023/3104

Ada Moss

How many ponds are there? I asked the Mayor in May.

The Mayor

There are nine.

## Pumps

Question No: 2023/3105

Tom Reed

Will you mend the pump?

The Mayor

I have asked for it to be mended.`);
  expect(shown(parts[0]!.to)).toEqual(["– | Mayor of London | –"]);
  expect(segments.map(({ kind, label, answers, words }) => [kind, label, answers, words])).toEqual([
    ["question", "2023/3104", [], "How many ponds are there? I asked the Mayor in May."],
    ["answer", "2023/3104", [0], "There are nine."],
    ["question", "2023/3105", [], "Will you mend the pump?"],
    ["answer", "2023/3105", [2], "I have asked for it to be mended."],
  ]);
});

it("reads a list of questions that wait for their answers", () => {
  const { parts, segments } = readStructure(`
Questions to the Mayor

Thursday 14 September 2023

Ponds in Exford
Question No: 2023/3104
Ada Moss
How many ponds are there?

Pumps
Question No: 2023/3105
Tom Reed
The pump has stood still since May. Will you mend it?`);
  expect(parts.map(({ kind, date, from }) => [kind, date, shown(from)])).toEqual([
    ["written-questions", "2023-09-14", ["Ada Moss | – | –", "Tom Reed | – | –"]],
  ]);
  expect(segments.map(({ kind, label }) => [kind, label])).toEqual([
    ["question", "2023/3104"],
    ["question", "2023/3105"],
  ]);
});

it("gives a supplementary question no other question's number", () => {
  const { segments } = readStructure(`
# Search questions

## Ponds in Exford

Reference: 2023/3104

Question by: Ada Moss

How many ponds are there?

## Pumps (Supplementary) [1]

Question by: Tom Reed

Will you mend the pump?

## Benches

Reference: 2023/3110

Question by: Ada Moss

When were the benches painted?`);
  expect(segments.map(({ label, words }) => [label, words])).toEqual([
    ["2023/3104", "How many ponds are there?"],
    [null, "Will you mend the pump?"],
    ["2023/3110", "When were the benches painted?"],
  ]);
});

it("reads answers under the question's title, each with the day on which it was given", () => {
  const { segments } = readStructure(`
Questions to the Mayor

Ponds in Exford
Question No: 2023/3104
Ada Moss
How many ponds are there?
Answer for Ponds in Exford
The Mayor
Last updated: 26 June, 2018
Officers are drafting a response
Answer for Ponds in Exford
The Mayor
Last updated: 06 July, 2018
There are nine.`);
  expect(segments.map(({ kind, words }) => [kind, words])).toEqual([
    ["question", "How many ponds are there?"],
    ["answer", "Officers are drafting a response"],
    ["answer", "There are nine."],
  ]);
});

it("gives a typed question the number and the member that stand over it", () => {
  const { parts, segments } = readStructure(`
# MAYOR'S QUESTION TIME

Questions for written answer, 20 November 2025

2025/3391 Ada Moss AM NIGHT BUSES IN EXFORD

Q. How many people were carried east of Mill Hill in the year before the change?

A. On an average night 212 people.

2025/3397 Tom Reed AM TREES ON THE A12

Q. Please tell me how many of the trees are in the ground.

A. By March 415 had been planted.`);
  expect(parts.map(({ kind, from }) => [kind, shown(from)])).toEqual([
    ["written-questions", ["Ada Moss | – | –", "Tom Reed | – | –"]],
  ]);
  const exchange = segments.filter(({ kind }) => kind !== "prose");
  expect(exchange.map(({ kind, label, speaker }) => [kind, label, speaker?.name ?? null])).toEqual([
    ["question", "2025/3391", "Ada Moss"],
    ["answer", "2025/3391", null],
    ["question", "2025/3397", "Tom Reed"],
    ["answer", "2025/3397", null],
  ]);
});
