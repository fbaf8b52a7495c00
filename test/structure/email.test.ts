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

This message may be confidential and is meant only for the person to whom it is addressed. Please delete it.

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
