import { describe, expect, it } from "vitest";
import { readStructure, shown } from "../support/read-structure.ts";

const voices = (notation: string) =>
  readStructure(notation).segments.map(({ speaker, addressee, words }) => [
    speaker?.name ?? speaker?.role,
    addressee?.name ?? addressee?.role,
    words,
  ]);

describe("a transcript with a label before each turn", () => {
  const NOTATION = `
# Parks Panel – Tuesday 5 November 2024

Transcript of Agenda Item 6 – Ponds

Ada Moss AM (Chair): I welcome our guest. How many ponds are there?

Lena Ward (Director of Parks, Exford Council): There are nine, and I can --

Tom Reed AM: Ten.

Lena Ward (Director of Parks, Exford Council): -- and I can give you the list. Note: it is long.

Tom Reed AM: When?

Lena Ward (Director of Parks, Exford Council): By Friday.`;

  it("gives each turn to its speaker and to the other side", () => {
    expect(voices(NOTATION)).toEqual([
      ["Ada Moss", "Lena Ward", "I welcome our guest. How many ponds are there?"],
      ["Lena Ward", "Ada Moss", "There are nine, and I can --"],
      ["Tom Reed", "Lena Ward", "Ten."],
      ["Lena Ward", "Tom Reed", "-- and I can give you the list. Note: it is long."],
      ["Tom Reed", "Lena Ward", "When?"],
      ["Lena Ward", "Tom Reed", "By Friday."],
    ]);
  });

  it("is from those who ask to those who answer, on the day of the sitting", () => {
    const [part] = readStructure(NOTATION).parts;
    expect(part).toMatchObject({
      kind: "transcript",
      date: "2024-11-05",
      subject: "Transcript of Agenda Item 6 – Ponds",
    });
    expect(shown(part!.from)).toEqual(["Ada Moss | Chair | –", "Tom Reed | – | –"]);
    expect(shown(part!.to)).toEqual(["Lena Ward | Director of Parks | Exford Council"]);
  });
});

it("reads evidence with numbered questions", () => {
  const { segments, parts } = readStructure(`
# Oral evidence: Coastal erosion

Tuesday 12 March 2024

Members present: Dame Ruth Pell (Chair); Omar Said; Lily Grant.

Q1 Chair: Good morning. How many miles of the coast are at risk?

Dr Brook: About 200. I can write to the Committee with the list.

Q2 Omar Said: Will you publish the list?

Dr Brook: Yes, by the end of May.

Q3 Lily Grant: What has it cost?

Dr Brook: I do not have the figure with me.`);
  expect(segments.map(({ label, speaker }) => [label, speaker?.name ?? speaker?.role])).toEqual([
    ["1", "Dame Ruth Pell"],
    [null, "Brook"],
    ["2", "Omar Said"],
    [null, "Brook"],
    ["3", "Lily Grant"],
    [null, "Brook"],
  ]);
  expect(shown(parts[0]!.to)).toEqual(["Brook | – | –"]);
});

it.each([
  [
    "a picture's caption run together with the name",
    (name: string, rest: string) => `Photo of ${name} ${name} ${rest}`,
  ],
  ["a name in bold", (name: string, rest: string) => `**${name}** ${rest}`],
  ["a time, a name and a party", (name: string, rest: string) => `10:23 am ${name} ${rest}`],
  ["a name over an office", (name: string, rest: string) => `${name}\n\n${rest}`],
  [
    "a picture's own line over a name in bold",
    (name: string, rest: string) => `${name}, visiting\n\n**${name}** ${rest}`,
  ],
  [
    "a picture's own line that has an office too",
    (name: string, rest: string) =>
      `Dr ${name}, Head of ${name === "Ada Moss" ? "Lifts" : "Ponds"}\n\n**${name}** ${rest}`,
    "Head of Lifts",
  ],
])("reads speeches under %s", (_layout, caption, office = "–") => {
  const { parts, segments } = readStructure(`
# Ponds in Exford

Questions to the Mayor – answered on 29th November 2021.

${caption("Ada Moss", "Green")}

How many ponds are there?

${caption("Tom Reed", "Mayor of London")}

There are nine. The tenth was filled in.

It was a bad pond.

${caption("Ada Moss", "Green")}

Will you dig it again?

${caption("Tom Reed", "Mayor of London")}

I will look into it.`);
  expect(parts[0]).toMatchObject({ kind: "transcript", date: "2021-11-29", subject: "Ponds in Exford" });
  expect(shown(parts[0]!.from)).toEqual([`Ada Moss | ${office} | –`]);
  expect(shown(parts[0]!.to)).toEqual(["Tom Reed | Mayor of London | –"]);
  expect(segments.map(({ speaker, words }) => [speaker?.name, words])).toEqual([
    ["Ada Moss", "How many ponds are there?"],
    ["Tom Reed", "There are nine. The tenth was filled in. It was a bad pond."],
    ["Ada Moss", "Will you dig it again?"],
    ["Tom Reed", "I will look into it."],
  ]);
});

it("takes an office that stands over speeches for whoever speaks, and the hour below a name for no words of theirs", () => {
  const { parts, segments } = readStructure(`
# Ponds in Exford

**Ada Moss** Green

10:45

How many ponds are there?

The Mayor of London

There are nine. Ask the Mayor of Exford about the tenth.

**Ada Moss** Green

Will you dig it again?

**The Mayor of London** Labour

I will look into it.`);
  expect(shown(parts[0]!.to)).toEqual(["– | Mayor of London | –"]);
  expect(segments.map(({ speaker, words }) => [speaker?.name ?? speaker?.role, words])).toEqual([
    ["Ada Moss", "How many ponds are there?"],
    ["Mayor of London", "There are nine. Ask the Mayor of Exford about the tenth."],
    ["Ada Moss", "Will you dig it again?"],
    ["Mayor of London", "I will look into it."],
  ]);
});

it.each([
  [
    "labels of a form",
    "Signature: A. Moss\n\nPrinted Name: Ada Moss\n\nDate: 4 May 2024\n\nLegal Implications: None\n\nFinancial Implications: None",
  ],
  [
    "notes that cite",
    "The plan failed.\n\n1 The Example Group: our programme, 2010.\n\n2 The Example Panel: a review, 2011.\n\n3 The Other Group: findings, 2012.",
  ],
  [
    "people who are each named once in bold",
    "**Ada Moss**\n\nShe grew up in Exford.\n\n**Tom Reed**\n\nHe digs ponds.\n\n**Nell Frost**\n\nShe drives.",
  ],
  [
    "a table of who is on which board",
    "| Name | Board |\n| Ada Moss | Ponds |\n| Tom Reed | Lifts |\n| Ada Moss | Parks |",
  ],
  ["a list of members", "Present:\n\nAda Moss AM (Chair)\nTom Reed AM\nNell Frost AM"],
])("takes %s for no transcript", (_what, notation) => {
  expect(readStructure(notation).parts.map(({ kind }) => kind)).not.toContain("transcript");
});

it("knows speakers by the initials that the paper explains, and takes the list of them for no turns", () => {
  const { parts, segments } = readStructure(`
# Accountability meeting: transcript

Thursday 5 June 2025

PCC: Ada Moss, Police and Crime Commissioner
CC: Chief Constable Tom Reed

PCC: How many calls were late?

CC: Nine. I can send you a note.

PCC: Please do.

CC: I will.`);
  expect(parts[0]!.kind).toBe("transcript");
  expect(segments.filter(({ kind }) => kind === "turn").map(({ speaker, words }) => [speaker?.name, words])).toEqual([
    ["Ada Moss", "How many calls were late?"],
    ["Tom Reed", "Nine. I can send you a note."],
    ["Ada Moss", "Please do."],
    ["Tom Reed", "I will."],
  ]);
});

it("reads turns under a name and an office on a line of their own, with one who is only named among them", () => {
  const { parts, segments } = readStructure(`
Ponds Committee, 25 June 2024

Transcript

Ada Moss (Chair)

What is the overspend?

Tom Reed (Commissioner)

£4 million. It will come down.

Ada Moss (Chair)

When?

Tom Reed (Commissioner)

In May.

Nell Frost

Is there another plan?

Tom Reed (Commissioner)

Not yet.`);
  expect(parts.map(({ kind }) => kind)).toEqual(["transcript"]);
  expect(segments.map(({ speaker, words }) => `${speaker?.name}: ${words}`)).toEqual([
    "Ada Moss: What is the overspend?",
    "Tom Reed: £4 million. It will come down.",
    "Ada Moss: When?",
    "Tom Reed: In May.",
    "Nell Frost: Is there another plan?",
    "Tom Reed: Not yet.",
  ]);
});

it.each([
  ["names in bold over what is said", (name: string) => `**${name}**\n`],
  ["names in bold on the first line of a paragraph", (name: string) => `**${name}**`],
  [
    "names and offices with a dash between",
    (name: string) => `${name} - ${name === "Ada Moss" ? "Chair" : "Rivers Agency"}\n`,
  ],
  [
    "names and offices with a comma between",
    (name: string) => `${name}, ${name === "Ada Moss" ? "Chair" : "Director of Rivers"}\n`,
  ],
])("reads %s", (_, label) => {
  const { parts, segments } = readStructure(`
# Rivers Panel, 25 June 2024: transcript

${label("Ada Moss")}
What is the state of the weir?

${label("Tom Reed")}
It is poor.

${label("Ada Moss")}
Can you send us the survey?

${label("Tom Reed")}
I can.`);
  expect(parts.map(({ kind, date }) => [kind, date])).toEqual([["transcript", "2024-06-25"]]);
  expect(segments.map(({ speaker, words }) => `${speaker?.name}: ${words}`)).toEqual([
    "Ada Moss: What is the state of the weir?",
    "Tom Reed: It is poor.",
    "Ada Moss: Can you send us the survey?",
    "Tom Reed: I can.",
  ]);
});

it("reads a table of speakers and what they said", () => {
  const { parts, segments } = readStructure(`
# Verbatim record, 7 March 2024

| Speaker | Contribution |
| Cllr Ada Moss (Chair) | How many bins were missed? |
| Lena Ward, Director of Waste | There were 1,204. |
| Cllr Ada Moss (Chair) | Can we have that by ward? |
| Lena Ward, Director of Waste | Yes. |`);
  expect(parts[0]!.kind).toBe("transcript");
  expect(segments.map(({ speaker, words }) => `${speaker?.name}: ${words}`)).toEqual([
    "Ada Moss: How many bins were missed?",
    "Lena Ward: There were 1,204.",
    "Ada Moss: Can we have that by ward?",
    "Lena Ward: Yes.",
  ]);
});

it("knows initials behind names at the head, and takes who puts questions and has no office for one who asks", () => {
  const { parts, segments } = readStructure(`
# Buses: transcript, 9 May 2024

There: Ada Moss (AM), Chair; Tom Reed (TR); Lena Ward (LW), Director of Buses

AM: How many have left?

LW: 310 so far.

TR: Why is that?

LW: It is the pay.`);
  expect(parts[0]!.kind).toBe("transcript");
  expect(shown(parts[0]!.from)).toEqual(["Ada Moss | Chair | –", "Tom Reed | – | –"]);
  expect(shown(parts[0]!.to)).toEqual(["Lena Ward | Director of Buses | –"]);
  expect(segments.map(({ speaker }) => speaker?.name)).toEqual(["Ada Moss", "Lena Ward", "Tom Reed", "Lena Ward"]);
});

it("knows an office by its holder's name in brackets, and a constituency from a party", () => {
  const { parts } = readStructure(`
# Ponds

Tom Reed (Mill Hill) (Lab): Will the Minister meet me?

The Under-Secretary of State for Ponds (Ada Moss): I am happy to.

Tom Reed: When will it be?

Ada Moss: Before the summer.`);
  expect(parts[0]!.kind).toBe("transcript");
  expect(shown(parts[0]!.to)).toEqual(["Ada Moss | Under-Secretary of State for Ponds | –"]);
});

it("reads speakers in bold without a colon, by the initials in brackets of those present", () => {
  const { parts, segments } = readStructure(`
# Ponds: verbatim record

Present: the Mayor of London (TM); Ada Moss AM (Chair) (PA); members of the public.

**PA** Good evening. Who is first?

**Member of the public** Will the Mayor open the gate?

**TM** I will write to the keeper.

**Member of the public** When?

**TM** On Monday.`);
  expect(parts.map(({ kind }) => kind)).toEqual(["transcript"]);
  expect(segments.map(({ speaker, words }) => `${speaker?.name ?? speaker?.role}: ${words}`)).toEqual([
    "Ada Moss: Good evening. Who is first?",
    "Member of the public: Will the Mayor open the gate?",
    "Mayor of London: I will write to the keeper.",
    "Member of the public: When?",
    "Mayor of London: On Monday.",
  ]);
});

it("begins a transcript below minutes with its own heading, which bears its day", () => {
  const { parts } = readStructure(`
MINUTES

Meeting: Ponds Committee
Date: Wednesday 12 July 2023

1 Apologies for absence

1.1 Apologies for absence were received from Nell Frost, who had been called away to the county that day.

2 Newts

2.1 The Committee put questions to Tom Reed, Keeper, and a transcript of what was said is attached at Appendix 1.

2.2 Resolved: That authority be delegated to the Chair to agree what comes of the discussion of the newts.

3 Close of meeting

3.1 The meeting ended at 12.41pm, having gone on for two hours and some minutes more than was planned.

Appendix 1

Ponds Committee - Wednesday 12 July 2023

Transcript of Item 2 – Newts

Ada Moss AM (Chair): How many are there?

Tom Reed (Keeper): Nine.

Ada Moss AM (Chair): Are you sure?

Tom Reed (Keeper): I will count again.`);
  expect(parts.map(({ kind, date, subject }) => [kind, date, subject])).toEqual([
    ["minutes", "2023-07-12", "Ponds Committee"],
    ["transcript", "2023-07-12", "Transcript of Item 2 – Newts"],
  ]);
  expect(parts[1]!.anchor.exact).toMatch(/^Appendix 1/);
});

it("takes the clock before a name and what stands in brackets behind it for no words of a turn", () => {
  const { parts, segments } = readStructure(`
# Ponds: transcript

00:00:12 Ada Moss (Deputy Mayor)

Let us go to questions.

00:01:05 Nell Frost (Resident, Mill Hill)

Will the plan protect newts?

00:01:20 Ada Moss (Deputy Mayor)

Yes.

00:02:02 Ada Moss (Deputy Mayor)

The draft will be out in May.`);
  expect(parts.map(({ kind }) => kind)).toEqual(["transcript"]);
  expect(segments.map(({ speaker, words }) => `${speaker?.name}: ${words}`)).toEqual([
    "Ada Moss: Let us go to questions.",
    "Nell Frost: Will the plan protect newts?",
    "Ada Moss: Yes.",
    "Ada Moss: The draft will be out in May.",
  ]);
});

it("reads speakers before a dash, and takes a list of who was there for none", () => {
  const { parts, segments } = readStructure(`
# Ponds Panel: extract from the webcast

Cllr Moss – Can I ask when it ends?

Mr Reed – It ends in May.

Cllr Moss – Who pays?

Mr Reed – The Board.`);
  expect(parts.map(({ kind }) => kind)).toEqual(["transcript"]);
  expect(segments.map(({ speaker, words }) => `${speaker?.name}: ${words}`)).toEqual([
    "Moss: Can I ask when it ends?",
    "Reed: It ends in May.",
    "Moss: Who pays?",
    "Reed: The Board.",
  ]);
  const present = readStructure("Present\n\nCllr Moss – Chair\n\nMr Reed – Clerk\n\nCllr Said – Member");
  expect(present.parts.map(({ kind }) => kind)).not.toContain("transcript");
});

it("takes the office that the line under a speaker's picture gives, and no party's letters for a name", () => {
  const { parts } = readStructure(`
# Ponds: evidence session, 10 February 2026

Ada Moss, Convener

**Ada Moss SNP**

I welcome the Minister. How many ponds are finished?

Tom Reed, Minister for Ponds

**Tom Reed SNP, Minister for Ponds**

Three are finished. The other eight are not.

Ada Moss, Convener

**Ada Moss SNP**

For how many is there a contract?

Tom Reed, Minister for Ponds

**Tom Reed SNP, Minister for Ponds**

Two have a contract.`);
  expect(parts.map(({ kind, from, to }) => [kind, shown(from), shown(to)])).toEqual([
    ["transcript", ["Ada Moss | Convener | –"], ["Tom Reed | Minister for Ponds | –"]],
  ]);
});

it("knows speakers by a surname in capitals from the lists of the panel and of those attending", () => {
  const { parts } = readStructure(`
# Verbatim note, 24 September 2025

Panel: Cllr Ada Moss (in the chair), Cllr Omar Said,

Attending: Tom Reed, Assistant Chief Fire Officer

## CLLR MOSS

Good morning. I am going to go straight to Omar.

## CLLR SAID

What is the figure for Fen Road?

## MR REED

It is thirty-one per cent.

## CLLR SAID

Have you told people that?

## MR REED

Not in so many words, no.`);
  expect(parts.map(({ kind, from, to }) => [kind, shown(from), shown(to)])).toEqual([
    [
      "transcript",
      ["Ada Moss | in the chair | –", "Omar Said | – | –"],
      ["Tom Reed | Assistant Chief Fire Officer | –"],
    ],
  ]);
});

it("reads a hearing in which counsel and the witness are named once and then are letters", () => {
  const { parts, segments } = readStructure(`
Tuesday, 5 March 2024

MS WARD: Good morning. I call Mr Thomas Reed.

MR THOMAS REED (affirmed)

Questions from MS WARD

Q. When did you first see the report?

A. I think it was in May.

Q. Did you read it?

A. I read the summary.

THE CHAIRMAN: Who locked the gate?

A. The warden did.`);
  expect(parts.map(({ kind, from, to }) => [kind, shown(from), shown(to)])).toEqual([
    ["transcript", ["WARD | – | –", "– | THE CHAIRMAN | –"], ["THOMAS REED | – | –"]],
  ]);
  expect(segments.slice(1).map(({ speaker, words }) => [speaker?.name ?? speaker?.role, words])).toEqual([
    ["WARD", "When did you first see the report?"],
    ["THOMAS REED", "I think it was in May."],
    ["WARD", "Did you read it?"],
    ["THOMAS REED", "I read the summary."],
    ["THE CHAIRMAN", "Who locked the gate?"],
    ["THOMAS REED", "The warden did."],
  ]);
});

it("questions that were tabled stand under their number and who asks, before the first of those whose turns are labelled", () => {
  const { segments } = readStructure(
    "# Mayor's Question Time, 18 July 2024\n\nTranscript of Item 5 - Questions to the Mayor\n\n2024/1412 - Ponds\nAda Moss AM\n\nThe wardens tell us that the ponds are low. How deep are they?\n\nTom Reed (Mayor of London): They are four feet deep.\n\nAda Moss AM: When were they last dredged?\n\nTom Reed (Mayor of London): In May.\n\n2024/1413 - Boats\nBo Marr AM\n\nHow many boats are there?\n\nTom Reed (Mayor of London): There are nine.",
  );
  expect(segments.map(({ kind, words, speaker }) => [kind, speaker?.name, words])).toEqual([
    ["turn", "Ada Moss", "The wardens tell us that the ponds are low. How deep are they?"],
    ["turn", "Tom Reed", "They are four feet deep."],
    ["turn", "Ada Moss", "When were they last dredged?"],
    ["turn", "Tom Reed", "In May."],
    ["turn", "Bo Marr", "How many boats are there?"],
    ["turn", "Tom Reed", "There are nine."],
  ]);
});

it("what an office says behind its label is a turn where a title calls numbered questions a transcript", () => {
  const { parts, segments } = readStructure(
    "# Mayor's Question Time, 18 July 2024\n\nTranscript of Item 5 - Questions to the Mayor\n\n2024/1412 - Ponds\nAda Moss AM\n\nHow deep are the ponds in our parks?\n\nMayor of London: They are four feet deep.\n\nAda Moss AM: When were they last dredged?\n\nMayor of London: In May.\n\n2024/1413 - Boats\nBo Marr AM\n\nHow many boats are there on them today?\n\nMayor of London: There are nine.",
  );
  expect(parts.map(({ kind }) => kind)).toEqual(["transcript"]);
  expect(segments.map(({ kind, words }) => [kind, words])).toEqual([
    ["turn", "How deep are the ponds in our parks?"],
    ["turn", "They are four feet deep."],
    ["turn", "When were they last dredged?"],
    ["turn", "In May."],
    ["turn", "How many boats are there on them today?"],
    ["turn", "There are nine."],
  ]);
});
