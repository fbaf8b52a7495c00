import { describe, expect, it } from "vitest";
import { outline, read } from "../support/read.ts";

const HEAD =
  "From: Ada Brill <ada@row.example>\r\nTo: Harbour Board <board@port.example>\r\nSubject: =?utf-8?b?U2xpcHdheSDigJMgTWF5?=\r\nDate: Wed, 1 May 2024 00:15:00 +0100\r\nMessage-ID: <1@row.example>\r\nMIME-Version: 1.0\r\n";
const plain = (text: string): string =>
  `${HEAD}Content-Type: text/plain; charset=utf-8\r\n\r\n${text.replaceAll("\n", "\r\n")}`;

describe("e-mail", () => {
  it("keeps its headers as metadata, the day as the sender's clock had it", async () => {
    const { metadata, title, text } = await read("a.eml", plain("Dear Board\n\nWhen will it open?"));
    expect(title).toBe("Slipway – May");
    expect(metadata).toMatchObject({
      from: "Ada Brill <ada@row.example>",
      to: "Harbour Board <board@port.example>",
      date: "2024-05-01T00:15:00+01:00",
      "message-id": "<1@row.example>",
    });
    expect(text).toBe("Dear Board\n\nWhen will it open?");
  });

  it("has the day on which a message saved as text says that it was sent", async () => {
    const saved =
      "From: Ada Brill\r\nSent: 03 July 2023 14:22\r\nTo: Harbour Board\r\nSubject: Slipway\r\n\r\nWhen will it open?";
    const { metadata } = await read("a.txt", saved);
    expect(metadata.date).toBe("03 July 2023 14:22");
  });

  it("keeps names together that a saved message prints with the surname first", async () => {
    const saved =
      "From: Brill, Ada <ada@row.example>\r\nSent: 03 July 2023 14:22\r\nTo: Reed, Tom <tom@port.example>; Harbour Board\r\nSubject: Slipway\r\n\r\nWhen will it open?";
    const { metadata } = await read("a.txt", saved);
    expect(metadata.from).toBe("Brill, Ada <ada@row.example>");
    expect(metadata.to).toBe("Reed, Tom <tom@port.example>; Harbour Board");
  });

  it("joins the lines that it was broken into, however short it is and however many headers are printed in it", async () => {
    const forwarded = `Ada,

Please see below.

From: Reed, Tom <tom.reed@port.example>
Sent: 3 July 2023 14:22
To: Brill, Ada <ada.brill@row.example>
Cc: Harbour Board <board@port.example>
Subject: Slipway

Dear Ada,

Thank you for your email. The slipway will be open from ten until six
on Saturdays and Sundays. We will put up a board with the hours by the
end of May.

Tom`;
    const { text } = await read("a.eml", plain(forwarded));
    expect(text).toContain(
      "from ten until six on Saturdays and Sundays. We will put up a board with the hours by the end of May.",
    );
    expect(text).toContain("Sent: 3 July 2023 14:22\nTo: Brill, Ada");
  });

  it("is quoted where it is history", async () => {
    const source = plain(
      "It will open soon.\n\n-- \nPort Office\n\nOn Mon, 29 Apr 2024 at 09:15, Ada Brill\n<ada@row.example> wrote:\n> Dear Port\n>\n> When will it open?\n",
    );
    const document = await read("a.eml", source);
    expect(document.blocks.map(({ groupKind, start, end }) => [groupKind, document.text.slice(start, end)])).toEqual([
      [null, "It will open soon."],
      [null, "--\nPort Office"],
      ["quotation", "On Mon, 29 Apr 2024 at 09:15, Ada Brill <ada@row.example> wrote:"],
      ["quotation", "Dear Port"],
      ["quotation", "When will it open?"],
    ]);
  });

  it.each([
    [
      "a line",
      "-----Original Message-----\nFrom: Ada Brill\nSent: 29 April 2024 09:15\nTo: Port\nSubject: Slipway\n\nWhen will it open?",
    ],
    ["headers alone", "From: Ada Brill\nSent: 29 April 2024 09:15\nTo: Port\nSubject: Slipway\n\nWhen will it open?"],
  ])("knows history by %s above it", async (_, history) => {
    const { blocks, text } = await read("a.eml", plain(`It will open soon.\n\n${history}`));
    expect(blocks.at(0)!.groupKind).toBeNull();
    const last = blocks.at(-1)!;
    expect([last.groupKind, text.slice(last.start, last.end)]).toEqual(["quotation", "When will it open?"]);
  });

  it("is read as HTML where that has all the words, in its own charset", async () => {
    const parts = `${HEAD}Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nIt costs\r\n5.\r\n--b\r\nContent-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>It costs =A35.</p><blockquote><p>How much?</p></blockquote>\r\n--b--\r\n`;
    expect(outline(await read("a.eml", parts))).toEqual(["paragraph It costs £5.", "paragraph How much?"]);
  });

  it("names what is attached: documents of their own, and what is of no kind that is read", async () => {
    const part = (name: string, type: string) =>
      `--b\r\nContent-Type: ${type}; name=${name}\r\nContent-Disposition: attachment; filename=${name}\r\n\r\nx\r\n`;
    const parts = `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee the list.\r\n${part("list.pdf", "application/pdf")}${part("photo.heic", "image/heic")}--b--\r\n`;
    const { findings, text } = await read("a.eml", parts);
    expect(text).toBe("See the list.");
    expect(findings).toMatchObject([
      { code: "attachment", level: "note", message: expect.stringContaining("list.pdf") },
      { code: "attachment-not-read", level: "warning", message: expect.stringContaining("photo.heic") },
    ]);
  });
});
