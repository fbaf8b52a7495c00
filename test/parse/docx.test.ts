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

it("paragraphs that Word counts bear the labels that it prints", async () => {
  const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const level = (at: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const counted = (at: number, words: string) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="5"/></w:numPr></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;
  const body = [
    counted(0, "Repairs"),
    counted(1, "We recommend a new gate."),
    counted(1, "We also recommend:"),
    counted(2, "a rope &amp; ring; and"),
    counted(2, "a lamp."),
    counted(0, "Costs"),
    counted(1, "None."),
  ].join("");
  const levels = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2") + level(2, "lowerLetter", "(%3)");
  const numbering = `<w:numbering ${word}><w:abstractNum w:abstractNumId="2">${levels}</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="2"/></w:num></w:numbering>`;
  const { text, blocks } = await read("paper.docx", makeDocx(body, numberingFiles(numbering)));
  expect(blocks.map(({ kind, label, start, end }) => [kind, label, text.slice(start, end)])).toEqual([
    ["list-item", "1.", "Repairs"],
    ["paragraph", "1.1", "We recommend a new gate."],
    ["paragraph", "1.2", "We also recommend:"],
    ["list-item", "(a)", "a rope & ring; and"],
    ["list-item", "(b)", "a lamp."],
    ["list-item", "2.", "Costs"],
    ["paragraph", "2.1", "None."],
  ]);
});

function numberingFiles(numbering: string): Record<string, string> {
  const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering";
  return {
    "word/numbering.xml": numbering,
    "word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${type}" Target="numbering.xml"/></Relationships>`,
  };
}
