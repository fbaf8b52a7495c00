import { expect, it } from "vitest";
import { readStructure, shown } from "../support/read-structure.ts";

type Told = { kind: string; date: string | null; from: readonly string[]; to: readonly string[] };

const letters: readonly [habit: string, notation: string, told: Told][] = [
  [
    "an address with the reference and the day in a column beside it",
    `
# Brackendale Hospitals Trust

| Ms Ada Moss | Our ref: CEO/12 |
| HM Senior Coroner for Exford | Date: 14 May 2024 |

Dear Ms Moss

I write about the gate at the infirmary.

Yours sincerely

Tom Reed
Chief Executive`,
    {
      kind: "letter",
      date: "2024-05-14",
      from: ["Tom Reed | Chief Executive | Brackendale Hospitals Trust"],
      to: ["Ada Moss | HM Senior Coroner for Exford | –"],
    },
  ],
  [
    "two people greeted by rank and by name, and both addressed in one block",
    `
Commander Ada Moss, Northern Police
Tom Reed, Director of Buses, Northern Bus Company

7 March 2024

Dear Commander Moss and Mr Reed,

Will you mend the gate?

Yours sincerely,

Lena Ward
Chair of the Parks Committee`,
    {
      kind: "letter",
      date: "2024-03-07",
      from: ["Lena Ward | Chair of the Parks Committee | –"],
      to: ["Ada Moss | Commander | Northern Police", "Tom Reed | Director of Buses | Northern Bus Company"],
    },
  ],
  [
    "Welsh and English beside one another",
    `
Ein cyf/Our ref: AM/12/24

19 April 2024

Annwyl Gadeirydd / Dear Tom,

Thank you for your letter of 3 March about the gate. It was mended.

Yn gywir / Yours sincerely,

Ada Moss AS/MS
Y Gweinidog Pyllau`,
    { kind: "reply", date: "2024-04-19", from: ["Ada Moss | Y Gweinidog Pyllau | –"], to: ["– | Gadeirydd | –"] },
  ],
  [
    "a first name under the farewell and the whole name in the block below it",
    `
4 May 2024

Dear Mr Reed,

Could you tell me who mends the gate?

Best wishes,

Toby

Tobias Moss
Member for Mill Ward`,
    { kind: "letter", date: "2024-05-04", from: ["Tobias Moss | Member for Mill Ward | –"], to: ["Reed | – | –"] },
  ],
  [
    "no farewell, and a name over the place where the writer lives",
    `
4 May 2024

Dear Information Team,

Please tell me who mends the gate. I look forward to hearing from you.

Ada Moss
12 Fen Road`,
    { kind: "letter", date: "2024-05-04", from: ["Ada Moss | – | –"], to: ["– | – | Information Team"] },
  ],
  [
    "the letterhead on the left, the address below it",
    `
Exford Housing Ombudsman
PO Box 9, Exford EX1 1AA

Ms Ada Moss
Chief Executive
Mill Hill Homes Ltd

12 March 2024
Our ref: HO/2024/118

Dear Ms Moss

Complaint of Mr Said

I have decided that there was maladministration by your landlord in the way it handled the leak. You are ordered to apologise within four weeks.

Yours sincerely

Tom Reed
Ombudsman`,
    {
      kind: "letter",
      date: "2024-03-12",
      from: ["Tom Reed | Ombudsman | Exford Housing Ombudsman"],
      to: ["Ada Moss | Chief Executive | Mill Hill Homes Ltd"],
    },
  ],
  [
    "the address first and the writer's letterhead after it",
    `
Ada Moss MP
House of Commons
London SW1A 0AA

Department for Ponds
2 Water Lane
London SW1P 9ZZ

4 May 2023

Dear Ada,

Thank you for your letter of 11 April about newts, on behalf of your constituent, Mr Reed of Fen Road. The Department has no plans to count them.

Yours ever,

**LENA WARD MP**
Minister of State for Ponds`,
    {
      kind: "reply",
      date: "2023-05-04",
      from: ["LENA WARD | Minister of State for Ponds | –"],
      to: ["Ada Moss | – | House of Commons"],
    },
  ],
  [
    "a memorandum with its fields in lines",
    `
MEMORANDUM

To: Head of Lifts
From: Ada Moss, Director of Stations
Date: 9 June 2022
Subject: Lift 4 at Fen Road

Lift 4 has been out of use for six weeks and nobody can say why. Please let me have the contractor's report by Friday.`,
    {
      kind: "letter",
      date: "2022-06-09",
      from: ["Ada Moss | Director of Stations | –"],
      to: ["– | Head of Lifts | –"],
    },
  ],
  [
    "a letter without a sign-off",
    `
Mill Hill Residents' Association

3 July 2024

Dear Councillor Reed,

The bins in Fen Road were not emptied on Tuesday, nor on the Tuesday before. When will the Council empty them? We should be glad of a reply by Monday.

Ada Moss
Secretary`,
    {
      kind: "letter",
      date: "2024-07-03",
      from: ["Ada Moss | Secretary | Mill Hill Residents' Association"],
      to: ["Reed | – | –"],
    },
  ],
  [
    "a letter without a salutation",
    `
Exford City Council
Town Hall, Exford

17 January 2023

To: The Chief Constable

NOTICE OF REQUEST FOR INFORMATION

The Council's scrutiny panel will meet on 2 March and asks the force to provide, by 20 February, the number of calls that it answered late in 2022.

Yours faithfully

Lena Ward
Clerk to the Panel`,
    {
      kind: "letter",
      date: "2023-01-17",
      from: ["Lena Ward | Clerk to the Panel | Exford City Council"],
      to: ["– | The Chief Constable | –"],
    },
  ],
  [
    "a letter under a title that says to whom and when",
    `
# Letter to the Minister for Ponds, 16 December 2021

I wrote in October to ask you about newts. It would be helpful to have your views in writing.

Kind regards

Lena Ward
Convener`,
    {
      kind: "letter",
      date: "2021-12-16",
      from: ["Lena Ward | Convener | –"],
      to: ["– | Minister for Ponds | –"],
    },
  ],
  [
    "two who sign",
    `
Sir Omar Said
Permanent Secretary
Department for Ponds

21 September 2024

Dear Sir Omar,

We write together as chairs of two committees that have looked at newts. Could you tell us who owns the survey?

Yours sincerely,

Ada Moss MP
Chair, Ponds Committee

Tom Reed MP
Chair, Public Money Committee`,
    {
      kind: "letter",
      date: "2024-09-21",
      from: ["Ada Moss | Chair, Ponds Committee | –", "Tom Reed | Chair, Public Money Committee | –"],
      to: ["Sir Omar Said | Permanent Secretary | Department for Ponds"],
    },
  ],
  [
    "a request under the Freedom of Information Act",
    `
Freedom of Information Team
Exford City Council

14 February 2024

Dear FOI Team,

Under the Freedom of Information Act 2000, please provide the following for the year 2023:

1. The number of bins that were not emptied.

2. What was paid to the contractor.

I look forward to hearing from you within twenty working days.

Yours faithfully,

Omar Said`,
    {
      kind: "letter",
      date: "2024-02-14",
      from: ["Omar Said | – | –"],
      to: ["– | – | Freedom of Information Team, Exford City Council"],
    },
  ],
  [
    "a response to such a request",
    `
Exford City Council

Our ref: FOI 24/0193
Date: 12 March 2024

Dear Mr Said,

Freedom of Information Act 2000

Thank you for your request for information received on 14 February 2024 about bins. We have completed our searches and our answers are set out below.

1. The number of bins that were not emptied.

We hold this. There were 1,204.

2. What was paid to the contractor.

We are withholding this under section 43.

Yours sincerely,

Lena Ward
Information Officer`,
    {
      kind: "reply",
      date: "2024-03-12",
      from: ["Lena Ward | Information Officer | Exford City Council"],
      to: ["Said | – | –"],
    },
  ],
  [
    "an enforcement letter to a company's officer",
    `
Fen Valley Fire and Rescue Service
Protection Department

The Company Secretary
Mill Hill Hostels Ltd
4 Fen Road

Date: 8 November 2023
Reference: FP/2231

Dear Sir/Madam

Fire safety audit of 4 Fen Road

At our audit on 1 November the following did not comply. You must put them right within 28 days.

1. The door at the foot of the stairs does not close.

Yours faithfully

T. Reed
Fire Safety Inspector`,
    {
      kind: "letter",
      date: "2023-11-08",
      from: ["T. Reed | Fire Safety Inspector | Fen Valley Fire and Rescue Service"],
      to: ["– | The Company Secretary | Mill Hill Hostels Ltd"],
    },
  ],
  [
    "the chair's office in the letterhead",
    `
Ponds Committee
House of Commons

From the Chair

Lena Ward MP
Secretary of State for Ponds

6 December 2022

Dear Secretary of State,

The Committee met on 29 November and agreed that I should write. How many newts were moved?

Yours sincerely,

Ada Moss MP`,
    {
      kind: "letter",
      date: "2022-12-06",
      from: ["Ada Moss | Chair | Ponds Committee"],
      to: ["Lena Ward | Secretary of State for Ponds | –"],
    },
  ],
  [
    "the office and the name in one line of the letterhead",
    `
Exford City Council

Cabinet Member for Streets, Councillor Ada Moss

Tom Reed
Regional Director
Fen Valley Buses

1 October 2024

Dear Tom,

I should be grateful if the 47 were to stop at the clinic.

Yours,

Ada Moss`,
    {
      kind: "letter",
      date: "2024-10-01",
      from: ["Ada Moss | Cabinet Member for Streets | Exford City Council"],
      to: ["Tom Reed | Regional Director | Fen Valley Buses"],
    },
  ],
  [
    "a coroner's report as a letter",
    `
REGULATION 28 REPORT TO PREVENT FUTURE DEATHS

THIS REPORT IS BEING SENT TO:

- Chief Executive, Fen Valley Hospitals NHS Trust

1 CORONER

I am Ada Moss, area coroner for Exford.

2 INVESTIGATION and INQUEST

On 4 May 2023 I began an investigation into the death of Omar Said. It ended with the inquest on 9 January 2024.

3 CORONER'S CONCERNS

In my opinion there is a risk that future deaths will occur unless action is taken. The alarm could not be heard in the day room.

4 ACTION SHOULD BE TAKEN

In my opinion your organisation has the power to take such action. You are under a duty to respond within 56 days.

23 January 2024

Ada Moss
Area Coroner`,
    {
      kind: "report",
      date: "2024-01-23",
      from: ["Ada Moss | area coroner for Exford | –"],
      to: ["– | Chief Executive | Fen Valley Hospitals NHS Trust"],
    },
  ],
  [
    "a response to a coroner",
    `
Fen Valley Hospitals NHS Trust

Private and confidential

Ms Ada Moss
Area Coroner for Exford

18 March 2024

Dear Ms Moss,

Regulation 28 report: Mr Omar Said

Thank you for your report dated 23 January 2024, made under paragraph 7 of Schedule 5 to the Coroners and Justice Act 2009. This letter sets out the Trust's response to your matters of concern.

The alarm has been moved to the day room.

Yours sincerely,

Lena Ward
Chief Executive`,
    {
      kind: "response",
      date: "2024-03-18",
      from: ["Lena Ward | Chief Executive | Fen Valley Hospitals NHS Trust"],
      to: ["Ada Moss | Area Coroner for Exford | –"],
    },
  ],
  [
    "a progress update to a committee",
    `
Tom Reed
Chair, Transport Panel

30 April 2024

Dear Chair,

Progress update: step-free access

I promised when I appeared before the Panel in January that I would write with an update on the lifts. Four of the nine are open.

With best wishes,

Ada Moss
Commissioner of Exford Transport`,
    {
      kind: "reply",
      date: "2024-04-30",
      from: ["Ada Moss | Commissioner of Exford Transport | –"],
      to: ["Tom Reed | Chair, Transport Panel | –"],
    },
  ],
  [
    "a letter with the date under the name",
    `
The Rt Hon Lena Ward MP
Home Secretary

Dear Home Secretary,

I write about the closure of the custody suite at Fen Road. Will you meet the Panel before it closes?

Yours sincerely,

Ada Moss
Police and Crime Commissioner
Dated 14 August 2023`,
    {
      kind: "letter",
      date: "2023-08-14",
      from: ["Ada Moss | Police and Crime Commissioner | –"],
      to: ["Lena Ward | Home Secretary | –"],
    },
  ],
  [
    "several addressees, each in a block",
    `
Tom Reed
Chief Executive
Fen Valley Water

Lena Ward
Area Manager
Rivers Board

5 March 2024

Dear Tom and Lena,

We were told on Monday that nobody owns the sluice. Which of you does?

Kind regards,

Cllr Ada Moss
Chair of the Flood Forum`,
    {
      kind: "letter",
      date: "2024-03-05",
      from: ["Ada Moss | Chair of the Flood Forum | –"],
      to: ["Tom Reed | Chief Executive | Fen Valley Water", "Lena Ward | Area Manager | Rivers Board"],
    },
  ],
  [
    "an office alone for a salutation",
    `
Inspectorate of Ponds
5th Floor, Globe House

Chief Constable Tom Reed QPM
Pond Police

2 May 2023

Chief Constable

POND POLICE – REVISIT

In February we came again to see what had been done. I would like you to send me a plan within 28 days of this letter.

Regards

Dr Ada Moss
HM Chief Inspector of Ponds`,
    {
      kind: "letter",
      date: "2023-05-02",
      from: ["Ada Moss | HM Chief Inspector of Ponds | Inspectorate of Ponds"],
      to: ["Tom Reed | Chief Constable | Pond Police"],
    },
  ],
  [
    "who writes and to whom in running hand over the address",
    `
Ponds Committee

From Ada Moss MP, Chair

To the Chief Executive, Fen Valley Water

11 June 2024

Dear Ms Lowther

Please tell us how many pumps are out of order, and since when.

Yours sincerely

Ada Moss MP
Chair, Ponds Committee`,
    {
      kind: "letter",
      date: "2024-06-11",
      from: ["Ada Moss | Chair, Ponds Committee | Ponds Committee"],
      to: ["Lowther | Chief Executive | Fen Valley Water"],
    },
  ],
  [
    "an answer to a coroner's report",
    `
Dr Tom Reed
Medical Director

Ms Ada Moss
Assistant Coroner

22 August 2023

Dear Ms Moss

Thank you for your report dated 28 June 2023. You raised the following matters of concern:

1. Nobody watched the pond.

A keeper has been engaged.

Yours sincerely

Dr Tom Reed
Medical Director`,
    {
      kind: "response",
      date: "2023-08-22",
      from: ["Tom Reed | Medical Director | –"],
      to: ["Ada Moss | Assistant Coroner | –"],
    },
  ],
  [
    "an answer to a request under the Act, which is no response to recommendations",
    `
# Freedom of Information response: pond agency

Date of response: 18 June 2024

Dear requester

Thank you for your request of 21 May 2024 under the Freedom of Information Act 2000. You asked:

> 1. How much was spent on ponds?

Our response

£200.`,
    { kind: "reply", date: "2024-06-18", from: [], to: [] },
  ],
  [
    "both sides' references on one line and a team for a salutation",
    `
Fen Valley Water

24 April 2026

Your ref: TC/2026/03 Our ref: COM-26-0418

Dear Complaints Team,

Please tell us by Friday which of the pumps has been mended.

Yours sincerely,

Tom Reed (deputy superintendent, 1984-2011)`,
    {
      kind: "letter",
      date: "2026-04-24",
      from: ["Tom Reed | deputy superintendent, 1984-2011 | Fen Valley Water"],
      to: ["– | – | Complaints Team"],
    },
  ],
  [
    "no word of farewell, but a name at the end",
    `
Ada Moss
Head of Ponds

3 July 2023

Dear Ada,

Taking your points as I come to them, the pump is for the Rivers Board and not for us.

Tom Reed`,
    { kind: "letter", date: "2023-07-03", from: ["Tom Reed | – | –"], to: ["Ada Moss | Head of Ponds | –"] },
  ],
  [
    "a rank before the name in the address, and a first name in the greeting",
    `
Detective Chief Superintendent Owen Moss
Mill Hill Command Unit

9 January 2026

Dear Owen,

How many bins were emptied in December? I should be glad to have the figure by the 20th.

Best wishes,

Ada Reed`,
    {
      kind: "letter",
      date: "2026-01-09",
      from: ["Ada Reed | – | –"],
      to: ["Owen Moss | Detective Chief Superintendent | Mill Hill Command Unit"],
    },
  ],
  [
    "two signatures side by side",
    `
Ada Moss
Chair, Parks Panel

6 March 2026

Dear Ada,

Thank you for your letter of 30 January. This is a joint reply, and the pond will be dug.

Yours sincerely

| Tom Reed | Lena Ward |
|---|---|
| Medical Officer | Operating Officer |
| Exford Board | Mill Hill Trust |`,
    {
      kind: "reply",
      date: "2026-03-06",
      from: ["Tom Reed | Medical Officer | Exford Board", "Lena Ward | Operating Officer | Mill Hill Trust"],
      to: ["Ada Moss | Chair, Parks Panel | –"],
    },
  ],
];

it.each(letters)("reads %s", (_, notation, told) => {
  const { parts } = readStructure(notation);
  expect(parts.map(({ kind, date, from, to }) => ({ kind, date, from: shown(from), to: shown(to) }))).toEqual([told]);
});

it("takes the points of a numbered list in a reply for what was asked where most ask, each or several with an answer below", () => {
  const { segments } = readStructure(`
6 March 2026

Dear Ms Moss,

Thank you for your letter of 30 January.

- 1. When is the ferry coming back? The school asks.

With any luck, in May.

- 2. Please let me know who pays for the paint.

- 3. And the book that your aunt lent us?

We do, and it is lost.

Tom Reed`);
  const kinds = segments.map(({ kind, label, words }) => `${kind} ${label ?? "–"}: ${words}`);
  expect(kinds.slice(1)).toEqual([
    "statement 1: When is the ferry coming back? The school asks.",
    "reply –: With any luck, in May.",
    "statement 2: Please let me know who pays for the paint.",
    "statement 3: And the book that your aunt lent us?",
    "reply –: We do, and it is lost.",
  ]);
});

it("leaves the points of a numbered list that tell in its running text, whatever stands below them", () => {
  const { segments } = readStructure(`
6 March 2026

Dear Ms Moss,

Thank you for your letter of 30 January. We have done three things.

- 1. The ferry was painted.

It is blue.

- 2. The book was found.

Would you like it back?

- 3. The aunt was thanked.

She was glad.

Tom Reed`);
  expect(segments.map(({ kind }) => kind)).not.toContain("statement");
});
