import { expect, it } from "vitest";
import { Unreadable } from "../../../src/parse/parse.ts";
import { written } from "../../support/pdf-source.ts";
import { readMadePdf } from "../../support/read-made-pdf.ts";

const SAID = "BT /F1 12 Tf 70 700 Td (Words.) Tj ET";
const FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
const stream = (content: string, dictionary = ""): string =>
  `<< /Length ${content.length} ${dictionary} >>\nstream\n${content}\nendstream`;
const form = (content: string, resources: string): string =>
  stream(content, `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << ${resources} >>`);

/** What may be odd in a file of one page: entries of its dictionaries, further objects (from number 6 on), the trailer. */
type Odd = {
  content?: string;
  kids?: string;
  count?: number;
  box?: string;
  page?: string;
  resources?: string;
  catalog?: string;
  more?: readonly string[];
  trailer?: string;
};

const odd = (of: Odd): Uint8Array =>
  written(
    [
      `<< /Type /Catalog /Pages 2 0 R ${of.catalog ?? ""} >>`,
      `<< /Type /Pages /Kids [${of.kids ?? "3 0 R"}] /Count ${of.count ?? 1} >>`,
      `<< /Type /Page /Parent 2 0 R /MediaBox [${of.box ?? "0 0 595 842"}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> ${of.resources ?? ""} >> ${of.page ?? ""} >>`,
      stream(of.content ?? SAID),
      FONT,
      ...(of.more ?? []),
    ],
    of.trailer,
  );
const inLatin = (bytes: Uint8Array, change: (text: string) => string): Uint8Array =>
  new Uint8Array(Buffer.from(change(Buffer.from(bytes).toString("latin1")), "latin1"));

const TAGGED = {
  content: `/P << /MCID 0 >> BDC ${SAID} EMC`,
  catalog: "/MarkInfo << /Marked true >> /StructTreeRoot 6 0 R",
};

it.each<[string, () => Uint8Array]>([
  ["a tree of pages that comes back to its root", () => odd({ kids: "3 0 R 2 0 R", count: 2 })],
  ["a count of two thousand million pages", () => odd({ count: 2_000_000_000 })],
  ["a table of places that leads to itself", () => odd({ trailer: "/Root 1 0 R /Prev 9" })],
  [
    "a form that draws itself",
    () =>
      odd({
        content: `${SAID} /X0 Do`,
        resources: "/XObject << /X0 6 0 R >>",
        more: [form("/X0 Do", "/XObject << /X0 6 0 R >>")],
      }),
  ],
  [
    "a thousand forms, in ten that draw each the next one twice",
    () =>
      odd({
        content: `${SAID} /X0 Do`,
        resources: "/XObject << /X0 6 0 R >>",
        more: [
          ...Array.from({ length: 10 }, (_, at) => form("/X Do /X Do", `/XObject << /X ${at + 7} 0 R >>`)),
          form("", ""),
        ],
      }),
  ],
  [
    "a letter that is drawn with itself",
    () =>
      odd({
        content: `BT /F2 12 Tf 300 300 Td (A) Tj ET ${SAID}`,
        more: [
          "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /FirstChar 65 /LastChar 65 /Widths [0.5] /Encoding << /Differences [65 /space] >> /CharProcs << /space 7 0 R >> /Resources << /Font << /F2 6 0 R >> >> >>",
          stream("1 0 d0 BT /F2 1 Tf (A) Tj ET"),
        ],
      }),
  ],
  ["a page without height", () => odd({ box: "0 0 595 0" })],
  ["a page that is wrong way round", () => odd({ box: "595 842 0 0" })],
  ["a page as large as a county", () => odd({ box: "0 0 1e9 1e9" })],
  ["a page of words for numbers", () => odd({ box: "/a /b (c) null" })],
  ["a page that is turned by half a right angle", () => odd({ page: "/Rotate 45" })],
  ["a crop that shows nothing of it", () => odd({ page: "/CropBox [5000 5000 6000 6000]" })],
  ["letters without a size", () => odd({ content: `BT /F1 0 Tf 70 600 Td (No.) Tj ET ${SAID}` })],
  ["letters that are nowhere", () => odd({ content: `BT /F1 12 Tf 0 0 0 0 0 0 Tm (No.) Tj ET ${SAID}` })],
  ["a state that is saved a hundred thousand times", () => odd({ content: `${"q ".repeat(100_000)}${SAID}` })],
  ["marks that end before they begin", () => odd({ content: `EMC EMC /P << /MCID 7 >> BDC ${SAID} /Q BMC` })],
  [
    "a tag that is its own parent",
    () =>
      odd({
        ...TAGGED,
        page: "/StructParents 0",
        more: [
          "<< /Type /StructTreeRoot /K 7 0 R /ParentTree << /Nums [0 [7 0 R]] >> >>",
          "<< /Type /StructElem /S /P /P 7 0 R /K [7 0 R 0] /Pg 3 0 R >>",
        ],
      }),
  ],
  [
    "a tree of tags without tags",
    () => odd({ ...TAGGED, page: "/StructParents 9", more: ["<< /K null /ParentTree 5 >>"] }),
  ],
  [
    "a bookmark that comes after itself",
    () =>
      odd({ catalog: "/Outlines 6 0 R", more: ["<< /First 7 0 R >>", "<< /Title (A) /Next 7 0 R /First 7 0 R >>"] }),
  ],
  ["a stream that is longer than it says", () => inLatin(odd({}), (text) => text.replace(/Length \d+/, "Length 5"))],
  [
    "a stream that is shorter than it says",
    () => inLatin(odd({}), (text) => text.replace(/Length \d+/, "Length 99999")),
  ],
  ["lines that end as they did on old computers", () => inLatin(odd({}), (text) => text.replaceAll("\n", "\r"))],
  ["something before its beginning", () => inLatin(odd({}), (text) => `${"HTTP/1.1 200 OK\n".repeat(20)}${text}`)],
])("reads what can be read of a file with %s", async (_, make) => {
  const { text, pages } = await readMadePdf(make(), {}, { use: "never", engine: "packaged" });
  expect(text).toBe("Words.");
  expect(pages.length).toBeLessThan(3);
});

it.each<[string, () => Uint8Array]>([
  ["says that it has no pages", () => odd({ count: 0 })],
  ["has no catalogue", () => odd({ trailer: "" })],
  ["has no tree of pages", () => written(["<< /Type /Catalog >>"])],
  [
    "is locked in a way that nobody knows",
    () => odd({ more: ["<< /Filter /Nobodys /V 99 >>"], trailer: "/Root 1 0 R /Encrypt 6 0 R /ID [(a) (a)]" }),
  ],
])("gives a code for a file that %s", async (_, make) => {
  await expect(readMadePdf(make())).rejects.toThrow(Unreadable);
  await expect(readMadePdf(make())).rejects.toMatchObject({ code: "broken-pdf" });
});

it("tells of a page whose description is nested beyond reading", async () => {
  const { text, findings } = await readMadePdf(odd({ page: `/Odd ${"[".repeat(100_000)}${"]".repeat(100_000)}` }));
  expect(text).toBe("");
  expect(findings.map(({ code, page }) => [code, page])).toEqual([["broken-page", 1]]);
});

it("reads one line of two hundred thousand characters, and thirty thousand words in one place", async () => {
  const long = odd({ content: `BT /F1 0.004 Tf 70 700 Td (${"word ".repeat(40_000)}) Tj ET` });
  expect((await readMadePdf(long)).text.length).toBeGreaterThan(199_000);
  const words = Array.from({ length: 30_000 }, (_, at) => `BT /F1 12 Tf 70 700 Td (w${at}) Tj ET`);
  expect((await readMadePdf(odd({ content: words.join("\n") }))).text).toContain("w29999");
});
