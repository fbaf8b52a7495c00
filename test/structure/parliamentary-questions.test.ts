import { describe, expect, it } from "vitest";
import { readStructure, shown } from "../support/read-structure.ts";

const told = (notation: string) =>
  readStructure(notation).segments.map(({ kind, label, speaker, answers, words }) => [
    kind,
    label,
    speaker?.name ?? speaker?.role,
    answers,
    words,
  ]);

describe("a page of written answers of the Commons", () => {
  const NOTATION = `
# Written answers, Monday 4 March 2024

## Department for Ponds

### Newts

Ada Moss (Mill Hill) (Lab) [20411]

To ask the Secretary of State for Ponds, how many newts there are.

Tom Reed (Fen) [20412]

To ask the Secretary of State for Ponds, whether she will count them.

Lena Ward

There are nine.

The count is kept by the Pond Board.

## Home Office

### Gates

Ada Moss (Mill Hill) (Lab) [20500]

To ask the Secretary of State for the Home Department, who opens the gate.

The Minister for Gates (Omar Said)

The keeper does.`;

  it("gives each question its number and its asker, and one answer to all that stand above it", () => {
    expect(told(NOTATION)).toEqual([
      ["question", "20411", "Ada Moss", [], "To ask the Secretary of State for Ponds, how many newts there are."],
      ["question", "20412", "Tom Reed", [], "To ask the Secretary of State for Ponds, whether she will count them."],
      ["answer", "20411", "Lena Ward", [0, 1], "There are nine. The count is kept by the Pond Board."],
      [
        "question",
        "20500",
        "Ada Moss",
        [],
        "To ask the Secretary of State for the Home Department, who opens the gate.",
      ],
      ["answer", "20500", "Omar Said", [3], "The keeper does."],
    ]);
  });

  it("is from those who ask to those who answer, each for the department above", () => {
    const [part] = readStructure(NOTATION).parts;
    expect(part).toMatchObject({ kind: "written-questions", date: "2024-03-04" });
    expect(shown(part!.from)).toEqual(["Ada Moss | – | –", "Tom Reed | – | –"]);
    expect(shown(part!.to)).toEqual([
      "Lena Ward | – | Department for Ponds",
      "Omar Said | The Minister for Gates | Home Office",
    ]);
  });
});

it("reads questions with the asker before the words and the answerer before the answer", () => {
  expect(
    told(`
# Written answers

S6W-20411 Ada Moss: To ask the Scottish Government how many newts there are.

Lena Ward: There are nine.

S6W-20412 Tom Reed: To ask the Scottish Government whether it will count them.

Lena Ward: It will.`),
  ).toEqual([
    ["question", "S6W-20411", "Ada Moss", [], "To ask the Scottish Government how many newts there are."],
    ["answer", "S6W-20411", "Lena Ward", [0], "There are nine."],
    ["question", "S6W-20412", "Tom Reed", [], "To ask the Scottish Government whether it will count them."],
    ["answer", "S6W-20412", "Lena Ward", [2], "It will."],
  ]);
});

it("reads questions of the Lords", () => {
  const { parts, segments } = readStructure(`
# Written Answers

Asked by Baroness Moss [HL411]

To ask His Majesty's Government how many newts there are.

The Parliamentary Under-Secretary of State, Department for Ponds (Lord Reed of Fen) (Con)

There are nine.

Asked by Lord Said [HL412]

To ask His Majesty's Government whether they will count them.

Lord Reed of Fen (Con): They will.`);
  expect(segments.map(({ kind, label, speaker }) => [kind, label, speaker?.name])).toEqual([
    ["question", "HL411", "Baroness Moss"],
    ["answer", "HL411", "Lord Reed of Fen"],
    ["question", "HL412", "Lord Said"],
    ["answer", "HL412", "Lord Reed of Fen"],
  ]);
  expect(parts).toHaveLength(1);
});

it("takes a debate that opens with such a question for a transcript: the minister answers, all others ask", () => {
  const { parts } = readStructure(`
# Ponds

Thursday 7 March 2024

Asked by Baroness Moss

To ask His Majesty's Government how many newts there are.

The Minister of State, Department for Ponds (Lord Reed of Fen) (Con)

My Lords, there are nine.

## Baroness Moss (Lab)

Can the Minister count?

## Lord Reed of Fen (Con)

I can.

## The Lord Bishop of Fen

Who feeds them?

## Lord Reed of Fen (Con)

I will write.`);
  expect(parts.map(({ kind, date }) => [kind, date])).toEqual([["transcript", "2024-03-07"]]);
  expect(shown(parts[0]!.from)).toEqual(["Baroness Moss | – | –", "Lord Bishop of Fen | – | –"]);
  expect(shown(parts[0]!.to)).toEqual(["Lord Reed of Fen | The Minister of State | Department for Ponds"]);
});

it("leaves a letter that quotes such a question a letter", () => {
  const { parts } = readStructure(`
Dear Ms Moss,

I write about the question that you put down last week, which the Table Office has returned to you.

To ask the Secretary of State for Ponds, how many newts there are.

It is a matter for the Pond Board.

Yours sincerely,

Lena Ward`);
  expect(parts.map(({ kind }) => kind)).toEqual(["letter"]);
});

it("knows who asks and who answers by lines that end with the day", () => {
  const { parts } = readStructure(`
Asked by Lord Reed of Mill Hill, 4 March 2025

To ask His Majesty's Government how many ponds are shut.

Answered by Baroness Moss of Fen, 18 March 2025

There are nine.

Asked by Lord Reed of Mill Hill, 4 March 2025

To ask His Majesty's Government when they will open.

Answered by Baroness Moss of Fen, 19 March 2025

In May.`);
  expect(parts.map(({ kind, date }) => [kind, date])).toEqual([["written-questions", "2025-03-04"]]);
  expect(shown(parts[0]!.from)).toEqual(["Lord Reed of Mill Hill | – | –"]);
  expect(shown(parts[0]!.to)).toEqual(["Baroness Moss of Fen | – | –"]);
});

describe("a page of a parliament's site", () => {
  const NOTATION = `
Ponds: Finance

Question for Department of Ponds

UIN 18823, tabled on 3 February 2025

Asked by

Ada Moss (Labour, Marsh and Weald)

To ask the Secretary of State for Ponds, how much each pond cost.

Answered on

11 February 2025

Answered by

Tom Reed

The information requested is not held centrally.

Ponds: Newts

Question for Department of Ponds

UIN 18824, tabled on 3 February 2025

Lena Ward

Commons

To ask the Secretary of State for Ponds, how many newts there are.

Answer

Tom Reed

Labour

Answered on 11 February 2025

Nine.

The count was made in May by the keepers.`;

  it("gives each question its number, heading and asker, and its answer without what says by whom and when", () => {
    expect(told(NOTATION)).toEqual([
      ["question", "18823", "Ada Moss", [], "To ask the Secretary of State for Ponds, how much each pond cost."],
      ["answer", "18823", "Tom Reed", [0], "The information requested is not held centrally."],
      ["question", "18824", "Lena Ward", [], "To ask the Secretary of State for Ponds, how many newts there are."],
      ["answer", "18824", "Tom Reed", [2], "Nine. The count was made in May by the keepers."],
    ]);
  });

  it("names those who ask, and those who answer with the department that was asked", () => {
    const [part] = readStructure(NOTATION).parts;
    expect(part).toMatchObject({ kind: "written-questions", date: "2025-02-03", subject: "Ponds: Finance" });
    expect(shown(part!.from)).toEqual(["Ada Moss | – | –", "Lena Ward | – | –"]);
    expect(shown(part!.to)).toEqual(["Tom Reed | – | Department of Ponds"]);
  });

  it("may hold one question that waits for its answer", () => {
    expect(
      told("Question for the Home Office\n\nUIN 912\n\nAda Moss\n\nTo ask the Secretary of State, who opens the gate."),
    ).toEqual([["question", "912", "Ada Moss", [], "To ask the Secretary of State, who opens the gate."]]);
  });
});

const ASK = "To ask the Secretary of State for Ponds, how many ponds were drained in 2022.";

it.each([
  ["names on lines of their own", `# Ponds\n\n**Ada Moss**\n\n${ASK}\n\n**Mr. Reed**\n\nNine were drained.`, "Reed"],
  [
    "fields, with when it was asked and answered",
    `# Ponds\n\nAsked by: Ada Moss (Labour - Mill Hill)\n\nAsked on: 4 March 2024\n\n${ASK}\n\n**Answered by: Tom Reed**\n\nAnswered on: 9 March 2024\n\nNine were drained.`,
    "Tom Reed",
  ],
  [
    "who answers with his office behind a dash",
    `# Ponds\n\nAsked by: Ada Moss (Labour - Mill Hill)\n\n${ASK}\n\nAnswered by Tom Reed - Minister of State (Department for Ponds)\n\nNine were drained.`,
    "Tom Reed",
  ],
])("one question on a page is read with its answer: %s", (_habit, notation, answerer) => {
  const { parts, segments } = readStructure(notation);
  expect(parts.map(({ kind, from }) => [kind, from.map(({ name }) => name)])).toEqual([
    ["written-questions", ["Ada Moss"]],
  ]);
  expect(segments.map(({ kind, words, speaker }) => [kind, words, speaker?.name])).toEqual([
    ["question", ASK, "Ada Moss"],
    ["answer", "Nine were drained.", answerer],
  ]);
});

it("a letter that quotes one question is a letter", () => {
  const { parts } = readStructure(
    `Dear Ms Moss,\n\nI put down this question in March:\n\n${ASK}\n\nNobody has answered it.\n\nYours sincerely,\n\nTom Reed`,
  );
  expect(parts.map(({ kind }) => kind)).toEqual(["letter"]);
});
