import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../src/parse/parse.ts";
import { makeDocx, makeZip, wordParagraph } from "../support/make-zip.ts";
import { outline, read } from "../support/read.ts";

const codeOf = (name: string, content: string | Uint8Array, limits = DEFAULT_LIMITS): Promise<string> =>
  read(name, content, limits).then(
    (document) => `read as ${document.mediaType}`,
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );

const cfb = (...streams: string[]): Uint8Array =>
  Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.alloc(600, 7),
    ...streams.map((name) => Buffer.from(name, "utf16le")),
    Buffer.alloc(600, 7),
  ]);

describe("what cannot be read has a code of its own", () => {
  it.each<[string, string, string | Uint8Array]>([
    ["empty-file", "note.txt", ""],
    ["empty-file", "blank.txt", " \n\t\n"],
    ["binary-data", "noise.bin", Buffer.concat([Buffer.alloc(64), randomBytes(4_000)])],
    ["not-a-docx", "letter.docx", Buffer.concat([Buffer.alloc(64), randomBytes(4_000)])],
    ["not-a-docx", "letter.docx", makeDocx(wordParagraph("Dear Chair")).subarray(0, 700)],
    ["not-a-docx", "letter.docx", makeZip({ "a.txt": "no document in it" })],
    ["unsupported-archive", "papers.zip", makeZip({ "a.txt": "no document in it" })],
    ["unsupported-rtf", "letter.rtf", "{\\rtf1\\ansi Dear Chair}"],
    ["unsupported-doc", "letter.doc", cfb("WordDocument")],
    ["unsupported-msg", "mail.msg", cfb("__substg1.0_0037001F")],
    ["unsupported-xls", "sheet.bin", cfb("Workbook")],
    ["encrypted-docx", "letter.docx", cfb("EncryptedPackage")],
    [
      "unsupported-image",
      "scan.png",
      Buffer.concat([Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), Buffer.alloc(99)]),
    ],
    ["too-deep", "page.html", `<html><body>${"<div>".repeat(100_000)}Dear Chair`],
    ["too-deep", "page.md", `${"> ".repeat(5_000)}Dear Chair`],
  ])("%s", async (code, name, content) => {
    expect(await codeOf(name, content)).toBe(code);
  });

  it("limits are bytes, characters and bytes unpacked", async () => {
    const limits = { ...DEFAULT_LIMITS, bytes: 1_000_000, characters: 500, unpackedBytes: 2_000 };
    expect(await codeOf("long.txt", "word ".repeat(101), limits)).toBe("too-large");
    expect(await codeOf("long.txt", "word ".repeat(300_000), limits)).toBe("too-large");
    expect(await codeOf("long.docx", makeDocx(wordParagraph("word ".repeat(900))), limits)).toBe("too-large");
  });
});

describe("bytes decide, the name only breaks ties", () => {
  const markdown = "# Title\n\nWe **ask** for it.\n";
  it.each<[string, string, string | Uint8Array]>([
    ["text/plain", "letter.pdf", "Dear Chair\n\nPlease tell us when.\n"],
    ["text/plain", "odd.txt", "BM stands for board member.\n\nPlease tell us when."],
    ["text/html", "letter.txt", "<!DOCTYPE html><html><body><p>Dear Chair</p></body></html>"],
    [
      "message/rfc822",
      "letter.txt",
      "From: a@b.example\nTo: c@d.example\nSubject: Lifts\nDate: Mon, 3 Jun 2024 09:15:00 +0100\n\nDear Chair",
    ],
    ["text/html", "short.html", "<p>Dear Chair</p>"],
    ["text/markdown", "page", markdown],
    ["text/plain", "page.txt", markdown],
    [
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "x.txt",
      makeDocx(wordParagraph("Dear Chair")),
    ],
  ])("%s from %s", async (mediaType, name, content) => {
    expect(await codeOf(name, content)).toBe(`read as ${mediaType}`);
  });

  it("a letter that begins with its own To and From lines is no e-mail", async () => {
    const { mediaType } = await read("memo.txt", "To: The Chair\nFrom: The Clerk\n\nPlease find the list attached.");
    expect(mediaType).toBe("text/plain");
  });
});

describe("encodings", () => {
  const words = "Dear Chair – the cost is £5, “as agreed”.";
  const latin = Buffer.from("Dear Chair \x96 the cost is \xa35, \x93as agreed\x94.", "latin1");
  it.each<[string, Uint8Array]>([
    ["UTF-8", Buffer.from(words)],
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${words}`)],
    ["UTF-16 little-endian", Buffer.from(`\ufeff${words}`, "utf16le")],
    ["UTF-16 big-endian", Buffer.from(`\ufeff${words}`, "utf16le").swap16()],
    ["UTF-16 without a byte order mark", Buffer.from(words, "utf16le")],
    ["Windows-1252", latin],

    [
      "a page that names its charset",
      Buffer.concat([Buffer.from('<html><head><meta charset="iso-8859-1"></head><body><p>'), latin]),
    ],
  ])("%s is read right", async (_, bytes) => {
    expect((await read("letter", bytes)).text).toBe(words);
  });
});

it("a broken character does not cost all the others", async () => {
  const bytes = Buffer.concat([
    Buffer.from("“£5” – “£6” – “£7” – “£8” – “£9” and "),
    Buffer.from([0xff]),
    Buffer.from("one"),
  ]);
  expect((await read("a.txt", bytes)).text).toBe("“£5” – “£6” – “£7” – “£8” – “£9” and \ufffdone");
});

describe("every format keeps the way back", () => {
  const word = fc.constantFrom(
    "lifts",
    "&",
    "<now>",
    "£5",
    "a\u00a0b",
    "co\u00adop",
    "[1]",
    "*star*",
    "“so”",
    "\\",
    "&amp;",
    "two  words",
  );
  const text = fc.array(
    fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(" ")),
    { minLength: 1, maxLength: 5 },
  );
  it.each(["txt", "md", "html"])("%s: each source run stands unchanged in the source", async (format) => {
    await fc.assert(
      fc.asyncProperty(text, async (paragraphs) => {
        const source =
          format === "html"
            ? `<html><body><p>${paragraphs.join("</p><p>")}</p></body></html>`
            : paragraphs.join("\n\n");
        const document = await read(`letter.${format}`, source);
        for (const { text: at, raw, length } of document.sourceRuns)
          expect(document.text.slice(at, at + length)).toBe(source.slice(raw, raw + length));
        for (const { start, body, end } of document.blocks)
          expect(start <= body && body < end && end <= document.text.length).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("blocks and marks lie in the text, in order and apart", async () => {
    const document = await read(
      "a.html",
      "<html><body><h1>T</h1><p>One <b>two</b><br>three</p><ul><li>a<ul><li>b</ul></ul><table><tr><td>c<td>d</table>",
    );
    expect(outline(document)).toEqual([
      "title T",
      "paragraph One two\nthree",
      "list-item a",
      "list-item b",
      "cell c",
      "cell d",
    ]);
    expect(document.text).toBe("T\n\nOne two\nthree\n\na\nb\n\nc\nd");
    expect(document.marks.map(({ kind, start, end }) => [kind, document.text.slice(start, end)])).toContainEqual([
      "bold",
      "two",
    ]);
  });
});

it("a line of ten million characters is read in one piece and in bounded time", async () => {
  const document = await read("long.txt", "We ask when it will open. ".repeat(400_000));
  expect(document.blocks).toHaveLength(1);
}, 20_000);

it("a short note in English is not taken for another language", async () => {
  const { language } = await read(
    "a.txt",
    "Dear Ana\n\nPlease see our letter attached. Could you reply by 4 July?\n\nAda\n",
  );
  expect(language).toBe("en");
});

it("a document in another language says so", async () => {
  const french =
    "Le comité souhaite que le maire publie la liste des gares dont les ascenseurs ont été fermés pendant plus d’un mois. ".repeat(
      3,
    );
  const document = await read("lettre.txt", french);
  expect(document.language).toBe("fr");
  expect(document.findings.map(({ code }) => code)).toEqual(["other-language"]);
});
