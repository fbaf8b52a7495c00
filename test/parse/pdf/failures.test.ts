import { readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { Unreadable } from "../../../src/parse/parse.ts";
import { lines, makePdf, write } from "../../support/pdf-source.ts";
import { readMadePdf } from "../../support/read-made-pdf.ts";

const codeOf = (reading: Promise<unknown>): Promise<string> =>
  reading.then(
    () => "read",
    (error: unknown) => (error instanceof Unreadable ? error.code : `other: ${error}`),
  );

const sound = makePdf([
  { content: [write(70, 700, "A page of words.")] },
  { content: [write(70, 700, "Another one.")] },
]);

it.each([
  [
    "a file that asks for a password",
    () => new Uint8Array(readFileSync("test/corpus/pdf/encrypted.pdf")),
    "encrypted-pdf",
  ],
  ["a beginning and nothing else", () => sound.slice(0, 60), "broken-pdf"],
  ["a name that lies", () => new TextEncoder().encode("%PDF-1.7\nnot a PDF at all"), "broken-pdf"],
])("says why %s cannot be read", async (_, bytes, code) => {
  expect(await codeOf(readMadePdf(bytes()))).toBe(code);
});

it("reads no more pages than the limit allows", async () => {
  expect(await codeOf(readMadePdf(sound, { pages: 1 }))).toBe("too-large");
  expect(await codeOf(readMadePdf(sound, { pages: 2 }))).toBe("read");
});

it("reads no more text than the limit allows", async () => {
  expect(await codeOf(readMadePdf(sound, { characters: 20 }))).toBe("too-large");
  expect(await codeOf(readMadePdf(sound, { characters: 28 }))).toBe("read");
});

it("reads a file that lies about where its parts are", async () => {
  const text = new TextDecoder("latin1").decode(sound);
  const lying = new Uint8Array(Buffer.from(text.replace(/startxref\n\d+/, "startxref\n7"), "latin1"));
  expect((await readMadePdf(lying)).text).toContain("A page of words.");
});

it("never fails in another way, wherever a file is cut", async () => {
  for (let at = 100; at < sound.length; at += 97)
    expect(["read", "broken-pdf"]).toContain(await codeOf(readMadePdf(sound.slice(0, at))));
});

it("tells of pages that are pictures, not of empty ones", async () => {
  const picture = "q 400 0 0 600 70 100 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q";
  const document = await readMadePdf(
    makePdf([{ content: [write(70, 700, "Words.")] }, { content: [] }, { content: [picture] }]),
  );
  expect(document.findings.map(({ code, page }) => [code, page])).toEqual([["no-text-layer", 3]]);
  expect(document.pages).toHaveLength(3);
});

it("tells of a font that does not say what its letters are", async () => {
  const document = await readMadePdf(
    makePdf([{ content: ["BT /F9 12 Tf 70 700 Td <000100020003000400050006> Tj ET"] }]),
    {},
    { use: "never", engine: "packaged" },
  );
  expect(document.findings.map(({ code }) => code)).toEqual(["nonsense-text"]);
});

it("reads three hundred pages, each with its stretch of the text and without its number", async () => {
  const pages = Array.from({ length: 300 }, (_, page) => ({
    content: [
      lines(
        70,
        760,
        Array.from({ length: 20 }, (_, row) => `Line ${row} of page ${page} of the register.`),
      ),
      write(280, 30, `${page + 1}`),
    ],
  }));
  const document = await readMadePdf(makePdf(pages));
  expect(document.pages).toHaveLength(300);
  expect(document.pages.every(({ start, end }) => end > start)).toBe(true);
  expect(document.text).not.toMatch(/^\d+$/m);
});

it.each([
  ["commands that touch", "q 2 0 0 2 0 0 cm Qq 2 0 0 2 0 0 cm Qq 2 0 0 2 0 0 cmQ BT/F1 12 Tf 70 400 Td(Words.)Tj ET"],
  ["commands between comments and line ends", "q%one\nQ\rq %two\nQ BT\n/F1 12 Tf%size\n70 400 Td(Words.)Tj\nET"],
  ["a command that nobody knows", "qx 3 Xyz Q BT /F1 12 Tf 70 400 Td (Words.) Tj ET"],
])("reads content with %s, again and again", async (_, content) => {
  const document = await readMadePdf(makePdf([{ content: [content] }, { content: [content] }]));
  expect(document.text).toBe("Words.\n\nWords.");
});

describe("packed content", () => {
  const content = Array.from({ length: 200 }, (_, row) => write(70, 800 - 3 * row, `Line ${row}.`)).join("\n");
  const packed = deflateSync(content);

  it("is read as far as it goes where it is cut off", async () => {
    const whole = await readMadePdf(makePdf([{ content: [content] }]));
    expect((await readMadePdf(makePdf([{ content: [], packed }]))).text).toBe(whole.text);
    const cut = await readMadePdf(makePdf([{ content: [], packed: packed.subarray(0, packed.length >> 1) }]));
    expect(cut.text).toContain("Line 9.");
    expect(whole.text.startsWith(cut.text.slice(0, 100))).toBe(true);
  });
});
