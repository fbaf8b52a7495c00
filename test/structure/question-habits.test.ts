import { expect, it } from "vitest";
import { readStructure, shown } from "../support/read-structure.ts";

type Said = [kind: string, label: string | null, speaker: string | null | undefined, answers: number[], words: string];

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
    "the number with the asker behind it, and the day on which the response was updated",
    `
# Mayor's Question Time: 14 March 2024

## Ponds

2024/0412 / Ada Moss AM

How deep is the pond?

**Response: Updated 7 April 2024**

Nine feet.

## Lifts

2024/0413 / Tom Reed AM

Who owns the lift?

**Response:**

The Council.`,
    ["Ada Moss | – | –", "Tom Reed | – | –"],
    [
      ["question", "2024/0412", "Ada Moss", [], "How deep is the pond?"],
      ["answer", "2024/0412", "Mayor of London", [0], "Nine feet."],
      ["question", "2024/0413", "Tom Reed", [], "Who owns the lift?"],
      ["answer", "2024/0413", "Mayor of London", [2], "The Council."],
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
      ["answer", "1", "Commissioner", [0], "It is being cleaned."],
      ["question", "2", "Tom Reed", [], "When will it open?"],
      ["answer", "2", "Commissioner", [2], "In July."],
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
    "a register's page with its number in a field of its own, and what the question is asked at",
    `
# Pond (2)

MQ ref

2024/0413

Asked by

Ada Moss

Asked to

The Mayor

Meeting

Mayor's Question Time

## Question

How deep is the pond? Who owns it?

## Answer

Date: Tuesday 26 March 2024

Nine feet. The Council does.`,
    ["Ada Moss | – | –"],
    [
      ["question", "2024/0413", "Ada Moss", [], "How deep is the pond? Who owns it?"],
      ["answer", "2024/0413", "Mayor of London", [0], "Nine feet. The Council does."],
    ],
  ],
  [
    "the number and the title in one line, and labels in the lines below",
    `
# Questions to the Mayor

14 March 2024

## MQ2024/0412 - Ponds

**Asked by:** Ada Moss AM
**Question:** How deep is the pond?

**Answer** (answered 19 March 2024)

Nine feet.

## MQ2024/0413 - Lifts

**Asked by:** Tom Reed AM
**Question:** Who owns the lift?

**Answer** (answered 19 March 2024)

The Council.`,
    ["Ada Moss | – | –", "Tom Reed | – | –"],
    [
      ["question", "2024/0412", "Ada Moss", [], "How deep is the pond?"],
      ["answer", "2024/0412", "Mayor of London", [0], "Nine feet."],
      ["question", "2024/0413", "Tom Reed", [], "Who owns the lift?"],
      ["answer", "2024/0413", "Mayor of London", [2], "The Council."],
    ],
  ],
  [
    "from whom and to whom in two lines under each number",
    `
AGENDA ITEM 7: QUESTIONS FROM THE PUBLIC

20 March 2024

**Question 1**

From: Mrs Ada Moss
To: Councillor Lamb, Leader of the Council

How deep is the pond?

**Reply**

Nine feet.

**Question 2**

From: Mr Tom Reed
To: Councillor Lamb, Leader of the Council

Who owns it?

**Reply**

The Council.`,
    ["Ada Moss | – | –", "Tom Reed | – | –"],
    [
      ["question", "1", "Ada Moss", [], "How deep is the pond?"],
      ["answer", "1", "Lamb", [0], "Nine feet."],
      ["question", "2", "Tom Reed", [], "Who owns it?"],
      ["answer", "2", "Lamb", [2], "The Council."],
    ],
  ],
  [
    "numbered questions first, and numbered answers under a heading below",
    `
# Pension Board, 12 June 2024

## Questions

1. How many left?

2. Will the letter be published?

## Answers

1. Nine did.

2. Yes.

With the papers for July.`,
    [],
    [
      ["question", "1", undefined, [], "How many left?"],
      ["question", "2", undefined, [], "Will the letter be published?"],
      ["answer", "1", undefined, [0], "Nine did."],
      ["answer", "2", undefined, [1], "Yes. With the papers for July."],
    ],
  ],
  [
    "typed questions with the name of whoever asks between number and question",
    `
# Written questions from Members to the Commissioner

5 September 2024

**Q1. Ada Moss AM:** How many have none?

**A1.** Eleven have none.

**Q2. Tom Reed AM:** Which are they?

**A2.** They are listed below.

**Q3. Tom Reed AM:** Why?

**A3.** They are old.`,
    ["Ada Moss | – | –", "Tom Reed | – | –"],
    [
      ["prose", null, undefined, [], "5 September 2024"],
      ["question", "1", "Ada Moss", [], "How many have none?"],
      ["answer", "1", undefined, [1], "Eleven have none."],
      ["question", "2", "Tom Reed", [], "Which are they?"],
      ["answer", "2", undefined, [3], "They are listed below."],
      ["question", "3", "Tom Reed", [], "Why?"],
      ["answer", "3", undefined, [5], "They are old."],
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
      ["question", "1", "Moss", [], "How deep is it?"],
      ["answer", null, undefined, [0], "Nine feet."],
      ["question", "2", "Reed", [], "Who owns it?"],
      ["answer", null, undefined, [2], "The Council."],
    ],
  ],
  [
    "a table of what the public asked a board, with words on how to ask around it",
    `
# Fenland Hospitals NHS Trust

Questions from the public: Board meeting, 9 May 2024

Could you not find yours? Write to us.

| No | Question | From | Answer |
| 1 | How deep is it? | Friends of Ponds Group | Nine feet. |
| 2 | Who owns it? | Mr T Reed | The Council. |

Please send us questions for July by noon on 1 July.`,
    ["– | – | Friends of Ponds Group", "T Reed | – | –"],
    [
      ["question", "1", null, [], "How deep is it?"],
      ["answer", null, null, [0], "Nine feet."],
      ["question", "2", "T Reed", [], "Who owns it?"],
      ["answer", null, null, [2], "The Council."],
    ],
  ],
  [
    "a label over each title, numbers before the year, and headings between them",
    `
# Written answers, 9 May 2024

## Ponds

Subject

Depth of ponds

Question No. 1003 / 2024

Ada Moss AM

How deep is it?

The Mayor

It is nine feet deep.

## Gates

Subject

Gate of the park

Question No. 1004 / 2024

Tom Reed AM

Who opens it?

The Mayor

The keeper does that.`,
    ["Ada Moss | – | –", "Tom Reed | – | –"],
    [
      ["question", "1003 / 2024", "Ada Moss", [], "How deep is it?"],
      ["answer", "1003 / 2024", "Mayor of London", [0], "It is nine feet deep."],
      ["question", "1004 / 2024", "Tom Reed", [], "Who opens it?"],
      ["answer", "1004 / 2024", "Mayor of London", [2], "The keeper does that."],
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

it("says of each answer in a table of what the public asked that the body at its head gave it, and to whom", () => {
  const { parts, segments } = readStructure(`
# Fenland Hospitals NHS Trust

Questions from the public, 9 May 2024

| No | Question | From | Answer |
| 1 | How deep is it? | Mr T Reed | Nine feet. |`);
  expect(shown(parts[0]!.to)).toEqual(["– | – | Fenland Hospitals NHS Trust"]);
  expect(segments.map(({ speaker, addressee }) => shown([speaker, addressee].flatMap((each) => each ?? [])))).toEqual([
    ["T Reed | – | –"],
    ["– | – | Fenland Hospitals NHS Trust", "T Reed | – | –"],
  ]);
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
    "a list of questions in a letter, with an answer to another",
    "Dear Ms Moss,\n\n**Questions**\n\n1. How deep is it?\n\n2. Who owns it?\n\n**Answers**\n\nWe had none to our last letter.\n\nYours sincerely,\n\nTom Reed",
  ],
  [
    "questions numbered otherwise than what stands under the answers",
    "# Pond\n\n## Questions\n\n1. How deep is it?\n\n2. Who owns it?\n\n## Answers\n\n7. Nine feet.\n\n8. The Council.",
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

it("names the askers of a table with a number, a subject, a member, a question and an answer in each row", () => {
  const { parts } = readStructure(`
# Written questions to the Mayor – 26 February 2024

| Ref | Subject | Member | Question | Answer |
| 2024/0311 | Ponds | Ada Moss | How deep is the pond? | Nine feet. |
| 2024/0312 | Lifts | Tom Reed | Who owns the lift? | The Council. |`);
  expect(parts.map(({ kind, from, to }) => [kind, shown(from), shown(to)])).toEqual([
    ["written-questions", ["Ada Moss | – | –", "Tom Reed | – | –"], ["– | Mayor of London | –"]],
  ]);
});
