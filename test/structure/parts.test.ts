import { expect, it } from "vitest";
import { readStructure, shown } from "../support/read-structure.ts";

const LETTER_AND_REPLY = `
# Letter to the Fire Commissioner on ladders

## Letter from the Panel

Dear Commissioner

How many ladders are there, and when were they last seen?

Yours sincerely

Ada Moss AM
Chair of the Safety Panel

## Response from the Fire Commissioner

30 July 2024

Our ref: FC/24-7

Dear Ms Moss

Thank you for your letter of 20 June. There are nine ladders.

Yours sincerely

Tom Reed
Fire Commissioner`;

it("parts a page into a letter and the reply to it, each with the heading that names it", () => {
  const { parts } = readStructure(LETTER_AND_REPLY);
  expect(parts.map(({ kind, anchor }) => [kind, anchor.exact.slice(0, 22)])).toEqual([
    ["letter", "Letter from the Panel\n"],
    ["reply", "Response from the Fire"],
  ]);
});

it("infers a letter's date and addressee from the reply in the same file", () => {
  const [letter, reply] = readStructure(LETTER_AND_REPLY).parts;
  expect(letter).toMatchObject({ date: "2024-06-20", dateInferred: true });
  expect(shown(letter!.to)).toEqual(["Tom Reed | Fire Commissioner | –"]);
  expect(reply).toMatchObject({ date: "2024-07-30", dateInferred: false, ownReferences: ["FC/24-7"] });
  expect(shown(reply!.to)).toEqual(["Ada Moss | Chair of the Safety Panel | –"]);
});

it("parts two letters where a page ends", () => {
  const { parts } = readStructure(`
Exford Bus Users
3 High Road
Exford

4 March 2024

Ms Tara Quinn
Managing Director
Exford Buses

Dear Ms Quinn

When will the number 9 run on Sundays again?

Yours sincerely

Bill Noakes
Secretary

---8<---

Exford Buses
Depot Road
Exford

18 March 2024

Mr Bill Noakes
Secretary
Exford Bus Users

Dear Mr Noakes

Thank you for your letter of 4 March about the number 9. It will run on Sundays from 2 June.

Yours sincerely

Tara Quinn
Managing Director`);
  expect(parts.map(({ kind, date, anchor }) => [kind, date, anchor.exact.slice(0, 12)])).toEqual([
    ["letter", "2024-03-04", "Exford Bus U"],
    ["reply", "2024-03-18", "Exford Buses"],
  ]);
  expect(parts[1]!.inReplyTo).toEqual({ date: "2024-03-04", subject: "the number 9", references: [] });
});

it("parts a decision form and the letter attached to it, and dates the form by whoever took the decision", () => {
  const { parts, segments } = readStructure(`
MDA No.: 2044

Title: Letter on ponds

## 1. Executive Summary

1.1 The Panel resolved that authority be delegated to the Chair to agree a letter on ponds.

1.2 The Chair has agreed the letter that is attached at Appendix 1.

## 2. Decision

2.1 That the letter at Appendix 1 be sent.

I confirm that I have no interests to disclose in this decision.

Signature:

Printed Name: Ada Moss AM, Chair of the Parks Panel

Date: 9 August 2023

Signature (Legal):

Printed Name: Tom Reed, Monitoring Officer

Date: 3.8.23

Is there a part 2 form? NO

---8<---

Ada Moss AM
Chair of the Parks Panel

Lena Ward
Director of Parks
Exford Council

10 August 2023

Dear Lena

The Panel would like to know how many ponds there are.

Yours sincerely

Ada Moss AM
Chair of the Parks Panel`);
  expect(parts.map(({ kind, date }) => [kind, date])).toEqual([
    ["decision", "2023-08-09"],
    ["letter", "2023-08-10"],
  ]);
  expect(parts[0]!.ownReferences).toEqual(["MDA2044"]);
  expect(parts[0]!.subject).toBe("Letter on ponds");
  expect(shown(parts[0]!.from)).toEqual(["Ada Moss | Chair of the Parks Panel | –"]);
  expect(shown(parts[1]!.to)).toEqual(["Lena Ward | Director of Parks | Exford Council"]);
  expect(segments.filter(({ words }) => /part 2|Printed|Signature/.test(words))).toEqual([]);
});

it("parts minutes and the transcript attached to them", () => {
  const { parts } = readStructure(`
MINUTES

Meeting: Parks Panel
Date: Monday 8 January 2024

1.1 An apology was received from Nell Frost, who had been called away to the coast that morning.

2.1 RESOLVED: That the minutes of the last meeting be signed by the Chair as a true record.

3.1 A transcript of the discussion of ponds with the Director is attached at Appendix 1 to these minutes.

3.2 The Chair undertook to write to the Director about the pump at the top pond within a week.

4.1 The meeting ended at 8.15 pm, as nobody had anything else to raise.

Appendix 1

Ada Moss AM (Chair): How many ponds are there?

Lena Ward (Director of Parks): There are nine.

Tom Reed AM: Which is the deepest?

Lena Ward (Director of Parks): The top one.`);
  expect(parts.map(({ kind }) => kind)).toEqual(["minutes", "transcript"]);
});

it("keeps an annex with its letter, which makes the two a formal response", () => {
  const { parts, segments } = readStructure(`
12 June 2024

Dear Chair

Thank you for the Panel's report on buses. I enclose our response to its recommendations at Annex A.

Yours sincerely

Wes Craig
Director of Buses
Example Transport

## Annex A: response to recommendations

### Recommendation 1

Example Transport should run more night buses.

We agree, and will do so from October 2024.`);
  expect(parts.map(({ kind }) => kind)).toEqual(["response"]);
  expect(
    segments
      .filter(({ kind }) => kind === "statement" || kind === "reply")
      .map(({ label, answers }) => [label, answers]),
  ).toEqual([
    ["1", []],
    [null, [2]],
  ]);
});

it("makes one part of what it cannot name, and none of nothing", () => {
  expect(readStructure("Ponds are wet. They freeze in winter.").parts.map(({ kind }) => kind)).toEqual(["other"]);
  expect(readStructure("").parts).toEqual([]);
});

it("leaves questions under numbered headings to the letter that answers them above its signature", () => {
  const { parts, segments } = readStructure(`
18 August 2025

Dear Sir or Madam

Please review the answer that I was given about the camera.

Yours faithfully

Ada Moss

15 September 2025

Dear Ms Moss

Thank you for your letter of 18 August. I set out each question with my decision.

## Question 1

How many times was the camera activated in each month of 2024?

The first answer was wrong. The figures are attached.

## Question 3

Please provide the speed at which the camera was set.

This remains refused.

Yours sincerely

Tom Reed
Information Manager`);
  expect(parts.map(({ kind, date }) => [kind, date])).toEqual([
    ["letter", "2025-08-18"],
    ["reply", "2025-09-15"],
  ]);
  expect(segments.flatMap(({ kind, label }) => (kind === "statement" ? [label] : []))).toEqual(["1", "3"]);
});

const MINUTES = `
# Exford Airport Committee

Notes of the meeting held on 19 February 2026

Present: Ada Moss (Chair), Tom Reed

The noise of the night flights was discussed. Tom Reed will map ten of them.

## Action tracker
`;
const TRACKER = `
| Ref | Action | Who | Due | Status |
|---|---|---|---|---|
| 59/02 | Find out whether the monitor was insured | TR | 20 March 2026 | Open |`;

it("takes a log of actions under minutes for a part of its own where it bears a day of its own", () => {
  const { parts } = readStructure(`${MINUTES}\nKept by the secretary. As at 5 March 2026.\n${TRACKER}`);
  expect(parts.map(({ kind, date, subject, from }) => [kind, date, subject, shown(from)])).toEqual([
    ["minutes", "2026-02-19", expect.any(String), ["– | – | Exford Airport Committee"]],
    ["other", "2026-03-05", "Action tracker", ["– | – | Exford Airport Committee"]],
  ]);
});

it("leaves a log without a day of its own to the minutes above it", () => {
  const { parts, segments } = readStructure(`${MINUTES}${TRACKER}`);
  expect(parts.map(({ kind }) => kind)).toEqual(["minutes"]);
  expect(segments.filter(({ kind }) => kind === "action")).toHaveLength(1);
});

it("reads what somebody sent by a web form, above the answer to it", () => {
  const { parts } = readStructure(`
# Case 88

## Complaint (web form)

Submitted: 23 November 2024, 01:14
Name: Tom Reed

I reported the wall in February and again in April, and nobody has come to look at it.

I want to know who decided in June that it was nothing. Will you tell me?

## Stage 1 response

6 December 2024

Dear Mr Reed,

I have looked at your complaint. The surveyor will come on 9 December.

Yours sincerely,

Ada Moss
Complaints Officer`);
  expect(parts.map(({ kind, date, from, to }) => [kind, date, shown(from), shown(to)])).toEqual([
    ["letter", "2024-11-23", ["Tom Reed | – | –"], ["Ada Moss | Complaints Officer | –"]],
    ["reply", "2024-12-06", ["Ada Moss | Complaints Officer | –"], ["Tom Reed | – | –"]],
  ]);
});

it("gives the letterhead over the next letter to that letter, and not to the signature above it", () => {
  const { parts } = readStructure(`
18 August 2025

Dear Sir or Madam

Please review the answer that I was given about the camera.

Yours faithfully

Tom Reed

EXFORD CONSTABULARY
Information Unit, Force Headquarters

15 September 2025

Dear Mr Reed

Thank you for your letter of 18 August. I have looked at the answer again.

Yours sincerely

Ada Moss
Information Manager`);
  expect(parts.map(({ kind, from }) => [kind, shown(from)])).toEqual([
    ["letter", ["Tom Reed | – | –"]],
    ["reply", ["Ada Moss | Information Manager | EXFORD CONSTABULARY"]],
  ]);
});

it("leaves the public's questions to the minutes in which they stand, each with its answer", () => {
  const { parts, segments } = readStructure(`
# Exford Panel

## Minutes of a meeting held on 6 February 2025

Present: Ada Moss (Chair), Tom Reed

Apologies for absence

### 1. Public question time

**Question 1 – Mr Alan Frith**

Why has the counter been closed since June?

Answer: The Chair replied that nobody came.

**Question 2 – Mrs Lena Ward**

Will the Panel count the newts?

Answer: The Chair said that it would.

### 2. Budget

Tom Reed undertook to send the cost within 14 days.

Resolved: That the budget be supported.`);
  expect(parts.map(({ kind }) => kind)).toEqual(["minutes"]);
  const asked = segments.filter(({ kind }) => kind === "question" || kind === "answer");
  expect(asked.map(({ kind, label }) => `${kind} ${label}`)).toEqual([
    "question 1",
    "answer 1",
    "question 2",
    "answer 2",
  ]);
  expect(segments.at(-1)).toMatchObject({ kind: "prose", words: expect.stringContaining("Tom Reed undertook") });
});

it('takes numbered lines under "Actions" that say who is to do what for actions, with the day behind them', () => {
  const { document, segments } = readStructure(`
Notes of our meeting, 2 July 2024

We talked about the gates and the log, and nothing was settled.

Actions

1. TR to send the invoices – 12 July

2. AM to ask for dates for a visit

Next meeting: 6 August`);
  const actions = segments.filter(({ kind }) => kind === "action");
  const due = actions.map((each) => each.due.map(({ start, end }) => document.text.slice(start, end)));
  expect(actions.map(({ action }) => action?.owner)).toEqual(["TR", "AM"]);
  expect(due).toEqual([["12 July"], []]);
});

it("parts a page of messages where each begins with who wrote it and the day behind the name", () => {
  const { parts } = readStructure(`
# Ponds on the moor

From: Ada Moss 8 October 2025

Dear Moss Council,

How many ponds are there?

Yours faithfully,

Ada Moss

From: Information Compliance, Moss Council 9 October 2025

Dear Ms Moss,

Thank you for your request. There are nine ponds on the moor.

Information Compliance Team

From: Ada Moss 17 November 2025

Dear Information Compliance,

You have left out the one at the mill, so please count them again.

Ada Moss`);
  expect(parts.map(({ kind, date, from }) => [kind, date, ...shown(from)])).toEqual([
    ["letter", "2025-10-08", "Ada Moss | – | –"],
    ["reply", "2025-10-09", "– | – | Information Compliance, Moss Council"],
    ["letter", "2025-11-17", "Ada Moss | – | –"],
  ]);
});
