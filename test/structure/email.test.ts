import { expect, it } from "vitest";
import { readStructure, shown } from "../support/read-structure.ts";

const HEADERS = {
  mediaType: "message/rfc822",
  metadata: {
    date: "2024-06-13T15:42:07.000Z",
    from: "Ada Moss <ada@example.org>",
    to: '"Tom Reed" <tom@example.org>',
    subject: "Re: Ponds",
  },
};

it("takes date, subject and people of a message from its headers where its words leave them out", () => {
  const [part] = readStructure("Thank you for your message of 3 June.\n\nThere are nine ponds.", HEADERS).parts;
  expect(part).toMatchObject({ kind: "reply", date: "2024-06-13", subject: "Re: Ponds" });
  expect(part!.inReplyTo?.date).toBe("2024-06-03");
  expect(shown(part!.from)).toEqual(["Ada Moss | – | –"]);
  expect(shown(part!.to)).toEqual(["Tom Reed | – | –"]);
});

it("makes a part of each earlier message quoted below, from the line that introduces it", () => {
  const { parts, segments } = readStructure(
    `
Dear Mr Reed

Thank you for your message of 3 June. There are nine ponds.

With best wishes

Ada

Ada Moss
Head of Ponds
Our ref: PON/24/0118

This message may be confidential: if it is not for you, please delete it.

On Mon, 3 Jun 2024 at 09:15, Tom Reed AM <tom@example.org> wrote:

Dear Ms Moss

How many ponds are there?

Regards

Tom Reed AM`,
    HEADERS,
  );
  expect(parts.map(({ kind, date }) => [kind, date])).toEqual([
    ["reply", "2024-06-13"],
    ["letter", "2024-06-03"],
  ]);
  expect(parts[0]!.ownReferences).toEqual(["PON/24/0118"]);
  expect(parts[1]!.anchor.exact.startsWith("On Mon, 3 Jun 2024")).toBe(true);
  expect(segments.map(({ words }) => words)).toEqual([
    "Thank you for your message of 3 June. There are nine ponds.",
    "How many ponds are there?",
  ]);
});

it("parts a chain printed with its headers", () => {
  const { parts } = readStructure(`
From: Tara Quinn
Sent: 18 March 2024 10:11
To: Bill Noakes
Subject: RE: Number 9

Dear Bill

Thank you for your message. The number 9 will run on Sundays from 2 June.

Kind regards
Tara

-----Original Message-----

From: Bill Noakes
Sent: 4 March 2024 09:00
To: Tara Quinn
Subject: Number 9

Dear Tara

When will the number 9 run on Sundays again?

Regards

Bill`);
  expect(parts.map(({ kind, date, subject, from, to }) => [kind, date, subject, shown(from), shown(to)])).toEqual([
    ["reply", "2024-03-18", "RE: Number 9", ["Tara Quinn | – | –"], ["Bill Noakes | – | –"]],
    ["letter", "2024-03-04", "Number 9", ["Bill Noakes | – | –"], ["Tara Quinn | – | –"]],
  ]);
});

it("keeps what is written between the lines of an earlier message apart from it", () => {
  const { parts, segments } = readStructure(
    `
Thanks Tara. My comments below, in line.

> Good afternoon Mr Noakes,

> Thank you for your e-mail of 11 October. The lift has been mended.

It was out again on Sunday. What would it take to replace it?

> Kind regards

> Tara Quinn

Somebody needs to look at the roof this week.

Bill`,
    {
      mediaType: "message/rfc822",
      metadata: {
        date: "2024-10-22T21:47:13+01:00",
        from: "Bill Noakes <b@example.org>",
        to: "Tara Quinn <t@example.org>",
        subject: "Re: Lift",
      },
    },
  );
  expect(parts.map(({ kind, from }) => [kind, shown(from)])).toEqual([
    ["reply", ["Bill Noakes | – | –"]],
    ["reply", ["Tara Quinn | – | –"]],
  ]);
  expect(segments.map(({ part, words }) => [part, words])).toEqual([
    ["p1", "Thanks Tara. My comments below, in line."],
    ["p1", "It was out again on Sunday. What would it take to replace it?"],
    ["p1", "Somebody needs to look at the roof this week. Bill"],
    ["p2", "Thank you for your e-mail of 11 October. The lift has been mended."],
  ]);
});

it("ends a message without a sign-off at its signature", () => {
  const { parts, segments } = readStructure(
    "Amias,\n\nThe number is 611.\n\nHilary Moss\nPolicy Officer, Exford Council\n\nIs your street ready for winter? Visit our website.",
    {
      mediaType: "message/rfc822",
      metadata: {
        date: "2024-11-08",
        from: "Moss, Hilary <h@example.org>",
        to: "Amias Pell <a@example.org>",
        subject: "RE: Streets",
      },
    },
  );
  expect(shown(parts[0]!.from)).toEqual(["Hilary Moss | Policy Officer | Exford Council"]);
  expect(shown(parts[0]!.to)).toEqual(["Amias Pell | – | –"]);
  expect(segments.map(({ words }) => words)).toEqual(["The number is 611."]);
});

it("ends where the message that it answers is quoted whole, signs itself, and is to whoever signed that one", () => {
  const { parts, segments } = readStructure(
    `
Dear Mr Reed,

Thank you for your e-mail. The gate will be mended by Friday.

Kind regards

Ada Moss
Casework Officer, Exford Council

> From: Customer Services
> Sent: Monday, March 4, 2024 9:12 AM
> To: Casework
> Subject: The gate at Mill Hill

> Dear colleagues,

> I saw the gate on 2 February. When will it be mended?

> Regards

> Tom Reed
> Customer Services Manager, Mill Hill Homes`,
    {
      mediaType: "message/rfc822",
      metadata: {
        from: "Casework <c@example.org>",
        to: "Customer Services <s@example.org>",
        date: "2024-03-05",
        subject: "RE: gate",
      },
    },
  );
  expect(parts.map(({ kind, date, from, to }) => [kind, date, from[0]?.name, to[0]?.name])).toEqual([
    ["reply", "2024-03-05", "Ada Moss", "Tom Reed"],
    ["letter", "2024-03-04", "Tom Reed", null],
  ]);
  expect(segments.map(({ part, words }) => [part, words])).toEqual([
    ["p1", "Thank you for your e-mail. The gate will be mended by Friday."],
    ["p2", "I saw the gate on 2 February. When will it be mended?"],
  ]);
});

it("names who wrote a quoted message from the line over it, and takes what goes back to its writer for a reply", () => {
  const { parts } = readStructure(
    `
Thanks Tom. One more thing: who has the key?

Ada

On Fri, 24 May 2024 at 16:02, Tom Reed <tom@example.org> wrote:

Hi Ada

Here is what we have so far.

Best

Tom

On Mon, 20 May 2024 at 10:11, Ada Moss <ada@example.org> wrote:

Dear Tom,

Could you send the list of ponds?

Many thanks

Ada Moss`,
    HEADERS,
  );
  expect(parts.map(({ kind, from }) => [kind, shown(from)[0]])).toEqual([
    ["reply", "Ada Moss | – | –"],
    ["reply", "Tom Reed | – | –"],
    ["letter", "Ada Moss | – | –"],
  ]);
});

it("makes a part of each message under headers of its own, in either case, and of what is introduced below them", () => {
  const { parts, segments } = readStructure(
    `
Dear Ms Ward,

Please see below.

Ada Moss

From: Tom Reed
Sent: 12 June 2024 15:02
To: Ada Moss
Subject: RE: Ponds

The answer to her first question is nine.

Tom

from: Ada Moss
sent: 11 June 2024 11:40
to: Tom Reed
subject: Ponds

Tom, the Gazette asks how many there are. Can you get back to me by three?

Ada

On 10 Jun 2024, at 17:21, Lena Ward <lena@example.org> wrote:

Dear Press Office

How many ponds are there?

Kind regards
Lena Ward`,
    HEADERS,
  );
  expect(parts.map(({ kind, date, from }) => [kind, date, ...shown(from)])).toEqual([
    ["reply", "2024-06-13", "Ada Moss | – | –"],
    ["reply", "2024-06-12", "Tom Reed | – | –"],
    ["letter", "2024-06-11", "Ada Moss | – | –"],
    ["letter", "2024-06-10", "Lena Ward | – | –"],
  ]);
  expect(segments.map(({ words }) => words)).toContain(
    "Tom, the Gazette asks how many there are. Can you get back to me by three?",
  );
});

it("leaves out a greeting before other words in its line, and a farewell right below the last of them", () => {
  const { parts, segments } = readStructure(
    "Dear Clerk, could you tell me when it opens? It was shut on Monday.\n\nPlease send me the plan as well.\nMany thanks, Ada",
    HEADERS,
  );
  expect(segments.map(({ words }) => words)).toEqual([
    "could you tell me when it opens? It was shut on Monday. Please send me the plan as well.",
  ]);
  expect(shown(parts[0]!.to)).toEqual(["– | Clerk | –"]);
});
