import { expect, it } from "vitest";
import { readStructure, shown } from "../support/read-structure.ts";

type Said = [kind: string, label: string | null, speaker: string | undefined, answers: number[], words: string];

const lists: readonly [habit: string, notation: string, from: string[], said: Said[]][] = [
  [
    "numbered headings that say who asks whom, with a response under each",
    `
EXFORD COUNCIL – 20 MARCH 2024

WRITTEN QUESTIONS FROM MEMBERS

## 1. Question from Councillor Moss to Councillor Lamb, Cabinet Member for Ponds

How deep is the pond?

Response

Nine feet.

## 2. Question from Councillor Reed to Councillor Vale, Leader of the Council

Will it be drained?

Response

No.`,
    ["Moss | – | –", "Reed | – | –"],
    [
      ["question", "1", "Moss", [], "How deep is the pond?"],
      ["answer", "1", "Lamb", [0], "Nine feet."],
      ["question", "2", "Reed", [], "Will it be drained?"],
      ["answer", "2", "Vale", [2], "No."],
    ],
  ],
  [
    "the asker's name behind the number",
    `
# Written questions to the Commissioner, 6 June 2024

## Question 1: Cllr Ada Moss

Why is the pond shut?

**Response:**

It is being cleaned.

## Question 2: Mr Tom Reed

When will it open?

**Response:**

In July.`,
    ["Ada Moss | – | –", "Tom Reed | – | –"],
    [
      ["question", "1", "Ada Moss", [], "Why is the pond shut?"],
      ["answer", "1", undefined, [0], "It is being cleaned."],
      ["question", "2", "Tom Reed", [], "When will it open?"],
      ["answer", "2", undefined, [2], "In July."],
    ],
  ],
  [
    "the questions of all, with all the answers below them under headings of their own",
    `
# Questions from the public, 22 January 2026

**From Mrs A Moss, Fen Road**

Where is the pond?

**From Mr T Reed, on behalf of Friends of the Pond**

Who owns it?

## Answers

**Ownership**

The Council owns it.

**The place**

It is behind the mill.`,
    ["A Moss | – | –", "T Reed | – | –"],
    [
      ["question", null, "A Moss", [], "Where is the pond?"],
      ["question", null, "T Reed", [], "Who owns it?"],
      ["answer", null, undefined, [], "The Council owns it."],
      ["answer", null, undefined, [], "It is behind the mill."],
    ],
  ],
  [
    "a register's page, each field over its words",
    `
# Pond (1)

Question by

Ada Moss

Asked of

The Mayor

Meeting

MQT on 21 March 2024

## Question

How deep is the pond?

## Answer

Date: Tuesday 26 March 2024

Nine feet.`,
    ["Ada Moss | – | –"],
    [
      ["question", null, "Ada Moss", [], "How deep is the pond?"],
      ["answer", null, "Mayor of London", [0], "Nine feet."],
    ],
  ],
  [
    "what was asked and said on in the meeting",
    `
COUNCIL, 25 FEBRUARY 2026

Question 1 from Mr Tom Reed to the Cabinet Member for Ponds, Councillor Lena Ward

Why is the pond to close?

Reply

It is not to close.

Supplementary

Mr Reed: Did anybody look at the gate?

Councillor Ward: I will have it looked at.

Question 2 from Ms Ada Moss to the Leader

When?

Reply

In May.`,
    ["Tom Reed | – | –", "Ada Moss | – | –"],
    [
      ["question", "1", "Tom Reed", [], "Why is the pond to close?"],
      ["answer", "1", "Lena Ward", [0], "It is not to close."],
      ["question", "1", "Tom Reed", [], "Did anybody look at the gate?"],
      ["answer", "1", "Ward", [2], "I will have it looked at."],
      ["question", "2", "Ada Moss", [], "When?"],
      ["answer", "2", "Leader", [4], "In May."],
    ],
  ],
  [
    "questions and answers typed as such under a title that says what they are",
    `
# Questions submitted to the annual meeting and our answers

Published 3 July 2024

**Q1. Who opens the gate?**

A. The keeper does.

**Q2. Who shuts it?**

A. Nobody does.`,
    [],
    [
      ["prose", null, undefined, [], "Published 3 July 2024"],
      ["question", "1", undefined, [], "Who opens the gate?"],
      ["answer", "1", undefined, [1], "The keeper does."],
      ["question", "2", undefined, [], "Who shuts it?"],
      ["answer", "2", undefined, [3], "Nobody does."],
    ],
  ],
  [
    "a table of questions, those who ask, and answers",
    `
# Questions ahead of the meeting on 9 May 2024

| No | Member | Question | Answer |
| 1 | Cllr Moss | How deep is it? | Nine feet. |
| 2 | Cllr Reed | Who owns it? | The Council. |`,
    ["Moss | – | –", "Reed | – | –"],
    [
      ["statement", "1", undefined, [], "How deep is it?"],
      ["reply", null, undefined, [0], "Nine feet."],
      ["statement", "2", undefined, [], "Who owns it?"],
      ["reply", null, undefined, [2], "The Council."],
    ],
  ],
  [
    "a register's entries with the question behind its field",
    `
Question No: 2025/1711
Title: Ponds
Asked by: Ada Moss AM
Date of question: 22/05/2025
Question: How deep is the pond in the park?
Answer: Nine feet.

Question No: 2025/1712
Title: Newts
Asked by: Tom Reed AM
Date of question: 22/05/2025
Question: Who counts the newts, and when?
Answer: Nobody does.`,
    ["Ada Moss | – | –", "Tom Reed | – | –"],
    [
      ["question", "2025/1711", "Ada Moss", [], "How deep is the pond in the park?"],
      ["answer", "2025/1711", undefined, [0], "Nine feet."],
      ["question", "2025/1712", "Tom Reed", [], "Who counts the newts, and when?"],
      ["answer", "2025/1712", undefined, [2], "Nobody does."],
    ],
  ],
];

it.each(lists)("reads a list with %s", (_, notation, from, said) => {
  const { parts, segments } = readStructure(notation);
  expect(parts.map(({ kind }) => kind)).toEqual(["written-questions"]);
  expect(shown(parts[0]!.from)).toEqual(from);
  expect(
    segments.map(({ kind, label, speaker, answers, words }) => [
      kind,
      label,
      speaker?.name ?? speaker?.role,
      [...answers],
      words,
    ]),
  ).toEqual(said);
});

it.each([
  [
    "questions and answers of a notice that nobody put",
    "# What's next for the pond?\n\nQ1. Who opens it?\n\nA. We do.\n\nQ2. When?\n\nA. In May.",
  ],
  [
    "a table of questions in a memorandum",
    "To: Ada Moss\n\nFrom: Tom Reed\n\nDate: 7 January 2025\n\nHere is what we could not find out.\n\n| No | Question | Your answer |\n| 1 | How deep is it? | |",
  ],
  [
    "one paragraph that is headed by whom it came from",
    "# Newsletter\n\n**From Mrs A Moss, Fen Road**\n\nThe pond is lovely in May.",
  ],
])("takes %s for no list", (_, notation) => {
  expect(readStructure(notation).parts.map(({ kind }) => kind)).not.toContain("written-questions");
});

it("reads questions with the names of members before them, in a briefing that answers them, as no transcript", () => {
  const { parts, segments } = readStructure(`
# Members' briefing

From: Ada Moss
To: Members of the Authority
Date: 21 April 2026

Purpose. To answer the questions that you sent.

## Your questions

Cllr Reed: How deep is the pond?

Nine feet.

Mr Said (independent member): I should like to see the survey.

It will come in July.

Cllr Reed: Who pays?

We do.

## Next steps

We will write again.`);
  expect(parts.map(({ kind }) => kind)).toEqual(["report"]);
  expect(
    segments.filter(({ kind }) => kind !== "prose").map(({ kind, speaker, words }) => [kind, speaker?.name, words]),
  ).toEqual([
    ["question", "Reed", "How deep is the pond?"],
    ["answer", undefined, "Nine feet."],
    ["question", "Said", "I should like to see the survey."],
    ["answer", undefined, "It will come in July."],
    ["question", "Reed", "Who pays?"],
    ["answer", undefined, "We do."],
  ]);
});
