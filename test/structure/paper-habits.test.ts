import { expect, it } from "vitest";
import { readStructure, shown } from "../support/read-structure.ts";

type Told = { kind: string; date: string | null; from: readonly string[]; to: readonly string[] };

const papers: readonly [habit: string, notation: string, told: Told][] = [
  [
    "a coroner's report with its addressees numbered below the line that says so, and its day at the end",
    `
# REGULATION 28: REPORT TO PREVENT FUTURE DEATHS

THIS REPORT IS BEING SENT TO:
1. The Chief Executive, Mill Hill Ambulance Service
2. The Director of Highways, Exford Borough Council

I am Ada Moss, Area Coroner for Exford.

In my opinion there is a risk that further deaths will occur unless action is taken.

5 December 2022
A. Moss`,
    {
      kind: "report",
      date: "2022-12-05",
      from: ["Ada Moss | Area Coroner for Exford | –"],
      to: [
        "– | The Chief Executive | Mill Hill Ambulance Service",
        "– | The Director of Highways | Exford Borough Council",
      ],
    },
  ],
  [
    "a report in which prose stands where others name their body",
    `
# The last bus

## Findings

The Panel heard from four witnesses. They told us that the timetable was never printed.

## Recommendations

Recommendation 1

Exford Borough Council should print the timetable.`,
    { kind: "report", date: null, from: [], to: [] },
  ],
  [
    "an ombudsman's decision on a page, by its outcome",
    `
# A gate at Fen Road (24 001 002)

Category: Parks
Decision: Upheld
Decision date: 17 January 2024

The complaint

Mr X complained that the gate was locked.

The Ombudsman's role and powers

We investigate complaints.`,
    { kind: "report", date: "2024-01-17", from: [], to: [] },
  ],
  [
    "an ombudsman's decision in plain text, by its reference",
    `
Complaint reference: 24 001 002
Complaint against: Exford City Council

The Ombudsman's final decision

Summary: We found fault.

The complaint

1. Mr X complained that the gate was locked for nine months.

Agreed action

2. Within four weeks the Council will apologise to Mr X.`,
    { kind: "report", date: null, from: ["– | – | Ombudsman"], to: ["– | – | Exford City Council"] },
  ],
  [
    "a response to the report of a panel on something",
    `
# EXFORD CITY COUNCIL

Response to the report of the Housing Scrutiny Panel on Damp and Mould

Cabinet, 11 September 2023

Recommendation 1

That the Council publish its response times.

Response

Agreed. They will be published in January.`,
    {
      kind: "response",
      date: "2023-09-11",
      from: ["– | – | EXFORD CITY COUNCIL"],
      to: ["– | – | Housing Scrutiny Panel"],
    },
  ],
  [
    "a note with what came up at a meeting",
    `
# OFFICE OF THE COMMISSIONER

To: Cllr Ada Moss, Chair
From: Tom Reed, Governance Manager
Date: 14 March 2024
Subject: Matters arising from the Panel's meeting on 1 February

This note gives members what was promised on the day. The figures are in the table.`,
    {
      kind: "reply",
      date: "2024-03-14",
      from: ["Tom Reed | Governance Manager | –"],
      to: ["Ada Moss | Chair | –"],
    },
  ],
  [
    "a report to cabinet that asks it to decide",
    `
# Exford City Council

## Report to Cabinet – 14 March 2024

Title: Parking on verges

Report of: Director of Streets

1. Purpose of the report

1.1 To seek approval for a scheme on four streets in Mill Hill.

2. Recommendations

Cabinet is asked to:

(a) approve the scheme; and

(b) authorise the Director to publish the order.`,
    { kind: "report", date: "2024-03-14", from: ["– | – | Exford City Council"], to: [] },
  ],
  [
    "a delegated decision record",
    `
# Record of officer decision

Decision taker: Ada Moss, Director of Streets
Date of decision: 4 June 2024
Subject: Verge at Fen Road

Decision: To close the verge for six weeks while the tree is made safe.

Reasons: The tree was found to be rotten in May.

Signed: Ada Moss
Date: 4 June 2024`,
    { kind: "decision", date: "2024-06-04", from: ["Ada Moss | Director of Streets | –"], to: [] },
  ],
  [
    "minutes with Resolved and motions",
    `
# EXFORD TOWN COUNCIL

Minutes of the Planning Committee held on Tuesday 5 September 2023 at 7pm

Present: Cllrs Moss (Chair), Reed and Said

23/41 Apologies

Received from Cllr Ward.

23/42 Motion

Cllr Reed moved, and Cllr Said seconded, that the Council write to the bus company.

RESOLVED: That the Clerk write to the bus company by the end of the month.

The meeting closed at 8.15pm.`,
    { kind: "minutes", date: "2023-09-05", from: ["– | – | Planning Committee"], to: [] },
  ],
  [
    "notes of a meeting between two bodies",
    `
Note of meeting between the Pond Board and Fen Valley Water

20 May 2024, 10am, Teams

Attendees: Ada Moss (PB), Tom Reed (FVW)

Ada asked who would pay for the pump. Tom said that Fen Valley would.

Actions

- Tom to send the invoice by Friday

- Ada to tell the trustees`,
    { kind: "minutes", date: "2024-05-20", from: [], to: [] },
  ],
  [
    "an action log",
    `
# Safety Board: action log

Updated 7 February 2024

| Ref | Action | Owner | Due | Status |
|---|---|---|---|---|
| 1 | Send the plan to the Board | Ada Moss | March 2024 | Open |
| 2 | Mend the gate | Tom Reed | January 2024 | Closed |`,
    { kind: "other", date: "2024-02-07", from: ["– | – | Safety Board"], to: [] },
  ],
  [
    "an action plan that answers an audit's recommendations in a table",
    `
# Fen Valley Police: response to the Inspectorate's report on custody

Published 9 October 2023

| No. | Recommendation | Our response | Owner | Target date |
|---|---|---|---|---|
| 1 | Blankets should be issued at night. | Accepted. They are issued at ten. | Head of Custody | Done |
| 2 | Cells should be painted. | Not accepted. They were painted in May. | Head of Estates | n/a |`,
    { kind: "response", date: "2023-10-09", from: ["– | – | Fen Valley Police"], to: ["– | – | Inspectorate"] },
  ],
  [
    "an ombudsman's finding as a report",
    `
# Investigation report

## Complaint against Exford City Council

Reference number: 23 011 209

Date of decision: 11 December 2023

Summary: Mr Said complained that the Council did not assess his mother. We find fault.

The Ombudsman's role

We investigate complaints about councils.

Agreed action

Within four weeks the Council will apologise to Mr Said and pay him £300.`,
    { kind: "report", date: "2023-12-11", from: [], to: [] },
  ],
  [
    "a press notice",
    `
# More newts for Mill Hill

Press release

3 April 2024

Nine ponds are to be dug in Mill Hill under a plan announced today by the Pond Board.

Ada Moss, chair of the Board, said: "We will dig the first by June."

Notes to editors

The Pond Board was set up in 1974.`,
    { kind: "other", date: "2024-04-03", from: [], to: [] },
  ],
  [
    "oral evidence with Members and witnesses listed",
    `
# Ponds Committee

Oral evidence: Newts, HC 41

Tuesday 6 February 2024

Members present: Ada Moss (Chair); Tom Reed; Dame Lily Grant.

Witnesses: Lena Ward, Director of Ponds, Pond Board; and Dr Omar Said, Reader in Biology, Exford University.

Q1 Chair: Good morning. How many newts are there?

Lena Ward: There are nine.

Q2 Tom Reed: Has anybody counted?

Dr Said: I have.

Lena Ward: So he has.`,
    {
      kind: "transcript",
      date: "2024-02-06",
      from: ["Ada Moss | Chair | –", "Tom Reed | – | –"],
      to: ["Lena Ward | Director of Ponds | Pond Board", "Omar Said | Reader in Biology | Exford University"],
    },
  ],
  [
    "a question and answer session in capitals",
    `
# Scrutiny Panel, 9 May 2024

Transcript of item 4

CLLR MOSS (Chair): Who opens the gate?

MR REED: I do, at eight.

CLLR SAID: And on Sundays?

MR REED: It stays shut. I will look at that.`,
    {
      kind: "transcript",
      date: "2024-05-09",
      from: ["MOSS | Chair | –", "SAID | – | –"],
      to: ["REED | – | –"],
    },
  ],
  [
    "a council's questions from the public",
    `
# Council, 11 July 2024: public questions

Question 1

From Mrs Ada Moss to the Leader

When will the baths open again?

Answer

In September, when the roof is on.

Question 2

From Mr Tom Reed to the Cabinet Member for Streets

Who owns the verge?

Answer

The Council does.`,
    {
      kind: "written-questions",
      date: "2024-07-11",
      from: ["Ada Moss | – | –", "Tom Reed | – | –"],
      to: ["– | Leader | –", "– | Cabinet Member for Streets | –"],
    },
  ],
  [
    "a Member's question on a page of its own",
    `
# Newts in Mill Hill

Question reference: 2024/1181

Asked by: Ada Moss AM

Question to: The Mayor of London

Meeting date: 14 March 2024

How many newts are there in Mill Hill?

Answer

Date of response: 20 March 2024

There are nine.`,
    {
      kind: "written-questions",
      date: "2024-03-14",
      from: ["Ada Moss | – | –"],
      to: ["– | Mayor of London | –"],
    },
  ],
  [
    "a committee's report",
    `
# Who counts the newts? An inquiry into ponds

Ponds Committee

Third Report of Session 2023–24

Published on 8 March 2024

Summary

We found that nobody counts newts.

Conclusions and recommendations

1. We recommend that the Pond Board count them each spring.`,
    { kind: "report", date: "2024-03-08", from: ["– | – | Ponds Committee"], to: [] },
  ],
  [
    "a government's response to it",
    `
# Who counts the newts? Government response to the Committee's third report

Published 10 May 2024

The Government is grateful to the Ponds Committee for its report of 8 March.

Recommendation 1

> The Pond Board should count the newts each spring.

The Government accepts this recommendation. The Board will count them from 2025.`,
    { kind: "response", date: "2024-05-10", from: ["– | – | Government"], to: ["– | – | Committee"] },
  ],
  [
    "an officer's decision record with fields",
    `
OFFICER DECISION RECORD

Decision reference: ODR/24/117
Title: Grant to the Pond Club
Decision maker: Ada Moss, Director of Parks
Date of decision: 14 May 2024

Decision

To award a grant of £200.

Reasons for the decision

The pond leaks.`,
    { kind: "decision", date: "2024-05-14", from: ["Ada Moss | Director of Parks | –"], to: [] },
  ],
  [
    "an officer's report whose fields say to whom it goes and whose it is",
    `
CABINET MEMBER REPORT

Report to: Parks Committee
Date: 8 July 2024
Report of: Director of Parks, Ada Moss
Subject: Ponds

1. SUMMARY

1.1 This report updates Members on ponds.`,
    { kind: "report", date: "2024-07-08", from: ["Ada Moss | Director of Parks | –"], to: ["– | – | Parks Committee"] },
  ],
  [
    "a note of a call",
    `
Note of call between the Pond Board and Fen Water, 3 May 2024

Present: Ada Moss (PB), Tom Reed (FW)

Tom will send the plan of the pump by 17 May.`,
    { kind: "minutes", date: "2024-05-03", from: [], to: [] },
  ],
  [
    "a list of decisions taken",
    `
# Decisions taken by the Parks Committee on Tuesday 4 June 2024

1. Pond charges: the new charges were agreed.

2. Reeds: the Director is to report back in October.`,
    { kind: "minutes", date: "2024-06-04", from: ["– | – | Decisions taken by the Parks Committee"], to: [] },
  ],
  [
    "a response to a report whose day it names beside its own month",
    `
# Government response to the Ponds Committee's Third Report

Presented to Parliament by the Secretary of State for Ponds, November 2023

The Government welcomes the Committee's report, published on 4 September 2023.

**1. We recommend that ponds be counted. (Paragraph 23)**

The Government accepts this recommendation.`,
    { kind: "response", date: "2023-11-30", from: ["– | – | Government"], to: ["– | – | Ponds Committee"] },
  ],
  [
    "an action plan that answers an inspection in a table",
    `
# Action plan: the Inspectorate's inspection of ponds

Published 5 December 2025

We were sorry to read of the car park, and the key is now in a safe.

| Rec no. | Recommendation | Response | Owner |
| 1 | Count the newts each spring. | Agreed | Head of Ponds |
| 2 | Publish the count. | Not agreed | – |`,
    { kind: "response", date: "2025-12-05", from: [], to: [] },
  ],
  [
    "a response that bears its own day beside the report's",
    `
# Response to the Inspectorate's inspection

Publication date: 14 March 2024
Response date: 9 May 2024

Area for improvement 1

The Board should count newts.

The Board's comments

We shall.`,
    { kind: "response", date: "2024-05-09", from: [], to: ["– | – | Inspectorate"] },
  ],
  [
    "a response in which several governments answer each quoted recommendation",
    `
# Response to the Ponds Inquiry

Published 17 December 2025

## Recommendation 2: Newts

> The Inquiry recommends that newts be counted.

**UK Government:** Accept in full. A counter will be appointed.

**Scottish Government:** Accept in principle.

**Welsh Government:** Accept.`,
    { kind: "response", date: "2025-12-17", from: [], to: [] },
  ],
  [
    "a commissioner's decision notice",
    `
POLICE AND CRIME COMMISSIONER FOR EXFORD

DECISION NOTICE

Decision Reference Number: DN/24/31

Title: Lease of the hub

I hereby approve the recommendation above.

Signed: A Moss

Date: 4 September 2024`,
    { kind: "decision", date: "2024-09-04", from: [], to: [] },
  ],
  [
    "a report's page with its findings and recommendations",
    `
# Bus safety: what needs to change

Published 23 July 2024

## Key findings

Injuries rose by 12%.

## Our recommendations

- TfL should publish a table each quarter.

- The Mayor should set a target for zero deaths by 2030.`,
    { kind: "report", date: "2024-07-23", from: [], to: [] },
  ],
  [
    "an audit report whose first table has its fields in rows",
    `
# Final internal audit report

| Report reference | IA 24 118 |
|---|---|
| Date issued | 6 February 2024 |
| Audit sponsor | Ada Moss, Director of Ponds |
| Lead auditor | Tom Reed, Audit Manager |

## Executive summary

The ponds are counted but the count is not kept.`,
    {
      kind: "report",
      date: "2024-02-06",
      from: ["Tom Reed | Audit Manager | –"],
      to: ["Ada Moss | Director of Ponds | –"],
    },
  ],
  [
    "a report that says who prepared it and when, below the day of the meeting",
    `
# Review of lifts in tall buildings

Meeting: Thursday 11 June 2026, 10am, Chamber
Prepared by: Ada Moss, Senior Research Analyst, 4 June 2026

## Background

The Panel last looked at lifts in 2023.`,
    { kind: "report", date: "2026-06-04", from: ["Ada Moss | Senior Research Analyst | –"], to: [] },
  ],
  [
    "a decision form whose signature, name and date stand in one line",
    `
# MEMBER DELEGATED AUTHORITY FORM

MDA No.: 1742

Title: Letter on ponds

I confirm that I have no disclosable interests.

Signature: T. Reed Printed name: Tom Reed AM Date: 18 July 2025`,
    { kind: "decision", date: "2025-07-18", from: ["Tom Reed | – | –"], to: [] },
  ],
  [
    "an audit report that says all about itself in one paragraph, signed at its end",
    `
# NORTH EXFORD COMBINED AUTHORITY

## Internal audit: final report on grants

Report no. IA 24/17. Issued 29 November 2024. Distribution: Director of Skills; Audit Committee

The grants were paid before they were agreed in seven of the twenty cases that we saw.

| Recommendation 1 | Grants should be agreed before they are paid. |
|---|---|
| Management response | Agreed. |
| Owner and date | Grants Manager, 28 February 2025 |

Ada Moss CPFA
Head of Internal Audit`,
    {
      kind: "report",
      date: "2024-11-29",
      from: ["Ada Moss | Head of Internal Audit | NORTH EXFORD COMBINED AUTHORITY"],
      to: ["– | Director of Skills | –", "– | – | Audit Committee"],
    },
  ],
  [
    "a briefing note with its fields in a table",
    `
**BRIEFING NOTE**

| To: | Cllr Ada Moss, Portfolio Holder for Lifts; Tom Reed, Chief Executive |
|---|---|
| From: | Lena Ward, Policy Officer |
| Date: | 12 May 2025 |
| Subject: | Lifts at Fen Road |

The lifts are fourteen months late and the grant has to be spent by next March.`,
    {
      kind: "letter",
      date: "2025-05-12",
      from: ["Lena Ward | Policy Officer | –"],
      to: ["Ada Moss | Portfolio Holder for Lifts | –", "Tom Reed | Chief Executive | –"],
    },
  ],
  [
    "a coroner's report that says whose it is in its first paragraph",
    `
# Report to prevent future deaths

To: Managing Director, Mill Ferries Limited

1. CORONER. I am Ada Moss, assistant coroner for Exford.

2. The evidence revealed matters that give rise to concern. They are these.

18 March 2025`,
    {
      kind: "report",
      date: "2025-03-18",
      from: ["Ada Moss | assistant coroner for Exford | –"],
      to: ["– | Managing Director | Mill Ferries Limited"],
    },
  ],
  [
    "a log that an officer keeps, with the day of its position",
    `
# Exford Board: rolling action log

Position at 18 June 2025. Prepared by the Governance Officer (Ada Moss) for the Board of 25 June.

| Ref | What was agreed | Who | When | Status and remarks |
|---|---|---|---|---|
| 25/08 | Send the plan | TR | 25 June | Open |`,
    { kind: "other", date: "2025-06-18", from: ["Ada Moss | Governance Officer | –"], to: [] },
  ],
  [
    "a sheriff's determination",
    `
SHERIFFDOM OF EXFORD

DETERMINATION

BY SHERIFF ADA MOSS KC

Exford, 19 September 2025

The inquiry heard evidence on eleven days and I make two recommendations.`,
    { kind: "report", date: "2025-09-19", from: ["ADA MOSS | SHERIFF | –"], to: [] },
  ],
  [
    "a briefing for a committee, with who prepared it",
    `
# Heat in homes: briefing for the Ponds Committee

Prepared by: Ada Moss, Senior Analyst, 4 June 2026

Members may wish to ask how hot the homes are.`,
    { kind: "report", date: "2026-06-04", from: ["Ada Moss | Senior Analyst | –"], to: [] },
  ],
];

it.each(papers)("reads %s", (_, notation, told) => {
  const { parts } = readStructure(notation);
  expect(parts.map(({ kind, date, from, to }) => ({ kind, date, from: shown(from), to: shown(to) }))).toEqual([told]);
});
