import { expect, it } from "vitest";
import { makeDocx, wordParagraph } from "../support/make-zip.ts";
import { outline, read } from "../support/read.ts";

const cell = (words: string): string => `<w:tc>${wordParagraph(words)}</w:tc>`;

it("a Word document is read as its pages are: tables, typed bullets, breaks, bold lines", async () => {
  const body = [
    `<w:tbl><w:tr>${cell("Port Office")}${cell("1 Quay")}</w:tr></w:tbl>`,
    wordParagraph("The slipway", true),
    wordParagraph("We ask for:"),
    "<w:p><w:r><w:t>•</w:t><w:tab/><w:t>a map</w:t></w:r></w:p>",
    "<w:p><w:r><w:t>•</w:t><w:tab/><w:t>a date</w:t></w:r></w:p>",
    "<w:p><w:r><w:t>Ada Brill</w:t><w:br/><w:t>Secretary</w:t></w:r></w:p>",
  ].join("");
  const document = await read("letter.docx", makeDocx(body));
  expect(outline(document)).toEqual([
    "cell Port Office",
    "cell 1 Quay",
    "paragraph The slipway",
    "paragraph We ask for:",
    "list-item a map",
    "list-item a date",
    "paragraph Ada Brill\nSecretary",
  ]);
  expect(document.blocks[2]!.bold).toBe(true);
});
