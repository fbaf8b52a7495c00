import { describe, expect, it } from "vitest";
import { readStructure, shown } from "../support/read-structure.ts";

describe("a letter with a letterhead, an address and two who sign", () => {
  const { parts, segments } = readStructure(`
Greater Exford Council
Town Hall, Market Street
Exford EX1 2AB

Our ref: ENV/24/0099
Your ref: PB-17

3rd of May, 2024

By email

Sir Piers Lomax
Chief Executive
Northern Bus Company

Dear Sir Piers,

**Bus lane cameras on the ring road**

Further to your e-mail of 12 April, we have looked at the figures for the ring road.

Could you let us have the number of buses delayed each week?

Yours sincerely,

Cllr Maud Okonkwo
Cabinet Member for Transport

Dr Ivor Penn
Director of Highways

cc: Leader of the Council`);
  const [part] = parts;

  it("is one part that says what it answers", () => {
    expect(parts).toHaveLength(1);
    expect(part).toMatchObject({ kind: "reply", date: "2024-05-03", dateInferred: false });
    expect(part!.subject).toBe("Bus lane cameras on the ring road");
    expect(part!.ownReferences).toEqual(["ENV/24/0099"]);
    expect(part!.inReplyTo).toEqual({ date: "2024-04-12", subject: null, references: ["PB-17"] });
  });

  it("names who wrote and to whom", () => {
    expect(shown(part!.from)).toEqual([
      "Maud Okonkwo | Cabinet Member for Transport | Greater Exford Council",
      "Ivor Penn | Director of Highways | Greater Exford Council",
    ]);
    expect(shown(part!.to)).toEqual(["Sir Piers Lomax | Chief Executive | Northern Bus Company"]);
  });

  it("keeps subject, addresses, signatures and copies out of the voices", () => {
    expect(segments.map(({ kind, words }) => `${kind}: ${words}`)).toEqual([
      "prose: Further to your e-mail of 12 April, we have looked at the figures for the ring road. Could you let us have the number of buses delayed each week?",
    ]);
  });
});

it.each([
  [
    "Dear Sir or Madam",
    "The Chief Executive\nExample Hospitals NHS Trust",
    ["– | The Chief Executive | Example Hospitals NHS Trust"],
  ],
  ["Dear Ms Moss,", "Ada Moss\nHead of Lifts", ["Ada Moss | Head of Lifts | –"]],
  ["Dear Ada", "Ada Moss\nHead of Lifts", ["Ada Moss | Head of Lifts | –"]],
  ["Dear Home Secretary,", "Rt Hon Ada Moss MP\nHome Secretary", ["Ada Moss | Home Secretary | –"]],
  ["Chair,", "Ada Moss AM\nChair, Budget Panel", ["Ada Moss | Chair, Budget Panel | –"]],
  ["Dear Mr Reed", "", ["Reed | – | –"]],
])("addresses %j to whom it greets", (salutation, address, to) => {
  const { parts } = readStructure(
    `${address}\n\n03.05.24\n\n${salutation}\n\nPlease tell me when the lift will be mended.\n\nYours faithfully\n\nJane Roe`,
  );
  expect(shown(parts[0]!.to)).toEqual(to);
  expect(parts[0]!.date).toBe("2024-05-03");
  expect(shown(parts[0]!.from)).toEqual(["Jane Roe | – | –"]);
});

it.each([
  ["Thank you for your letter dated 5 March about the ponds.", "reply", "2024-03-05"],
  ["I refer to your letter of 28 December.", "reply", "2023-12-28"],
  ["Thank you for your e-mail.", "reply", null],
  ["I said when I came before the Panel that I would write on two matters.", "reply", null],
  ["You asked me at the meeting how many ponds there are.", "reply", null],
  ["Thank you for your request for information received on 10 January.", "reply", null],
  ["Thank you for coming to the Panel on 5 March.", "letter", null],
  ["I am writing to ask about the ponds.", "letter", null],
  ["Thank you for your reply of 5 March, which leaves two questions open.", "letter", null],
])("takes a letter that begins %j for a %s", (opening, kind, date) => {
  const { parts } = readStructure(
    `12 March 2024\n\nDear Ms Moss\n\n${opening}\n\nThere are nine ponds.\n\nYours sincerely\n\nTom Reed`,
  );
  expect(parts[0]).toMatchObject({ kind, date: "2024-03-12" });
  expect(parts[0]!.inReplyTo?.date ?? null).toBe(date);
});

it("reads a memorandum without salutation and sign-off", () => {
  const { parts, segments } = readStructure(`
MEMORANDUM

To: Head of Scrutiny
From: Priya Nair, Director of Finance
Date: 14 June 2024
Subject: Overspend on agency staff

The overspend at the end of May was £2.1 million. Please let me have your questions by 30 June.`);
  expect(parts[0]).toMatchObject({ kind: "letter", date: "2024-06-14", subject: "Overspend on agency staff" });
  expect(shown(parts[0]!.from)).toEqual(["Priya Nair | Director of Finance | –"]);
  expect(shown(parts[0]!.to)).toEqual(["– | Head of Scrutiny | –"]);
  expect(segments.map(({ kind }) => kind)).toEqual(["prose"]);
});

it("keeps the notes after a signature, and leaves out what asks the reader of the page for something", () => {
  const { segments } = readStructure(`
Dear Ms Moss

I ask that the ponds be dredged.

Yours sincerely

Tom Reed

^1 Ponds of Exford, 2019.

Do you want this page in another format?

Please tell us which format you would like and why.`);
  expect(segments.map(({ kind, words }) => [kind, words])).toEqual([
    ["prose", "I ask that the ponds be dredged."],
    ["note", "Ponds of Exford, 2019."],
  ]);
});

it("sets apart the questions that a reply prints in order to answer them", () => {
  const { parts, segments } = readStructure(`
Dear Councillor Marsh

Thank you for your letter of 3 June. I answer your questions in turn.

_How many libraries will close in the next financial year, and which are they?_

None will close.

_Will you publish the results of the survey of library users done in April?_

Yes, by the end of August.

Yours sincerely

Ned Flint`);
  expect(parts[0]!.kind).toBe("reply");
  expect(segments.map(({ kind, answers }) => [kind, answers])).toEqual([
    ["prose", []],
    ["statement", []],
    ["reply", [1]],
    ["statement", []],
    ["reply", [3]],
  ]);
});

it("sets apart what a reply quotes in whole paragraphs in order to answer it", () => {
  const { segments } = readStructure(`
Dear Ms Moss,

Thank you for your letter of 4 March, which told me of the Council's motion. I take its points in turn.

"To count the newts in every pond before the summer."

They were counted in May.

"To write to the Secretary of State about the gate at Mill Hill."

I wrote last week.

Yours sincerely,

Tom Reed`);
  expect(segments.map(({ kind, answers }) => [kind, answers])).toEqual([
    ["prose", []],
    ["statement", []],
    ["reply", [1]],
    ["statement", []],
    ["reply", [3]],
  ]);
});

it.each([
  ["Your ref: PB-17", "I write about the ponds.", "letter"],
  ["Your ref: PB-17", "Thank you for your letter of 4 May.", "reply"],
  ["Our ref: PB-17", "Thank you for your letter of 4 May.", "reply"],
])("%s with the opening %j makes a %s", (reference, opening, kind) => {
  const notation = `Ada Moss\nChair of the Parks Board\n\n${reference}\n\n12 May 2024\n\nDear Ada,\n\n${opening}\n\nThe ponds are dry and will stay so until the autumn.\n\nYours sincerely,\n\nTom Reed\nDirector of Ponds`;
  expect(readStructure(notation).parts.map((part) => part.kind)).toEqual([kind]);
});

it("a greeting without a mark says who is addressed", () => {
  const notation =
    "12 May 2024\n\nHi Ada\n\nThe ponds are dry and will stay so until the autumn.\n\nKind regards\n\nTom Reed\nDirector of Ponds";
  expect(readStructure(notation).parts[0]!.to).toMatchObject([{ name: "Ada" }]);
});

it("takes what a reply lists as asked for the asks, and what follows for the answers to them all", () => {
  const { segments } = readStructure(`
9 December 2020

Dear Ms Moss

Thank you for your letter of 19 October 2020. You asked for the following:

- 1. How many ponds are there?
- 2. Please send me the survey.
- 3. What did the survey cost?

There are nine ponds, and we enclose the survey.

Yours sincerely

Tom Reed`);
  expect(segments.map(({ kind, label, answers }) => [kind, label, answers])).toEqual([
    ["prose", null, []],
    ["statement", "1", []],
    ["statement", "2", []],
    ["statement", "3", []],
    ["reply", null, [1, 2, 3]],
  ]);
});

it("takes a line that says for whom a letter is as a part of its address", () => {
  const { parts, segments } = readStructure(
    "For the attention of Ada Moss, Head of Ponds\n\nDear Head of Ponds\n\nThe ponds are dry again this year. Will you fill them by May?\n\nYours sincerely\n\nTom Reed\nClerk",
  );
  expect(parts).toHaveLength(1);
  expect(segments.map(({ words }) => words)).toEqual(["The ponds are dry again this year. Will you fill them by May?"]);
});

it("takes numbered questions that a reply sets out for what was asked, with the answers under them", () => {
  const { segments } = readStructure(`
Dear Ada,

Thank you for your letter of 5 February.

Q1. When will it open?

In the summer.

Q2. Who pays?

The Board does.

Yours ever,

Tom Reed`);
  expect(segments.slice(1).map(({ kind, label, answers, words }) => [kind, label, [...answers], words])).toEqual([
    ["statement", "1", [], "When will it open?"],
    ["reply", null, [1], "In the summer."],
    ["statement", "2", [], "Who pays?"],
    ["reply", null, [3], "The Board does."],
  ]);
});

it("takes a letter back that is headed as a response but restates nothing for a reply", () => {
  const { parts } = readStructure(`
# Letters about ponds

## The Committee's letter

Tom Reed
Mayor of Exford

4 June 2024

Dear Tom,

The Committee asks you to publish the count of newts.

Best wishes,

Ada Moss AM
Chair of the Ponds and Pools Committee

## The Mayor's response

Ada Moss AM
Chair of the Ponds and Pools Committee

8 July 2024

Dear Ada,

The count is on the website.

Tom Reed`);
  expect(parts.map(({ kind, date }) => [kind, date])).toEqual([
    ["letter", "2024-06-04"],
    ["reply", "2024-07-08"],
  ]);
});

it("takes numbers in a list that ask, each by itself over an answer, for what was asked, and leaves a reply's own points", () => {
  const stated = (points: readonly string[]) =>
    readStructure(
      `6 March 2026\n\nDear Ms Moss,\n\nThank you for your letter of 30 January.\n\n${points.map((point, at) => `- ${at + 1}. ${point}\n\nNothing more can be said of it.`).join("\n\n")}\n\nYours sincerely,\n\nTom Reed`,
    ).segments.filter(({ kind }) => kind === "statement").length;
  expect(stated(["To release the figures for May.", "Whether the gate is shut.", "That the plan be withdrawn."])).toBe(
    3,
  );
  expect(stated(["We have released the figures.", "The gate is shut.", "The plan stands."])).toBe(0);
});

it("takes the plain numbered paragraphs of a reply that ask, each with an answer below it, for what was asked", () => {
  const { segments } = readStructure(`
6 March 2026

Dear Ms Moss,

Thank you for your letter of 30 January.

1a. Please provide the longest wait, for children and for adults.

It was 212 weeks for a child.

1b. Are people who moved included in the figures?

They are not.

1c. A breakdown by district, as you requested in July.

None is held.

Yours sincerely,

Tom Reed`);
  expect(segments.flatMap(({ kind, label, words }) => (kind === "statement" ? [`${label}: ${words}`] : []))).toEqual([
    "1a: Please provide the longest wait, for children and for adults.",
    "1b: Are people who moved included in the figures?",
    "1c: A breakdown by district, as you requested in July.",
  ]);
  expect(segments.flatMap(({ kind, words }) => (kind === "reply" ? [words] : []))).toEqual([
    "It was 212 weeks for a child.",
    "They are not.",
    "None is held.",
  ]);
});

it("leaves numbered paragraphs of a reply that ask nothing in its running text", () => {
  const { segments } = readStructure(`
6 March 2026

Dear Ms Moss,

Thank you for your letter of 30 January.

1. The longest wait was 212 weeks.

It was for a child.

2. People who moved are not included.

They never were.

Yours sincerely,

Tom Reed`);
  expect(segments.map(({ kind }) => kind)).toEqual(["prose"]);
});
