import { describe, expect, it } from "vitest";
import type { Picture } from "../../../src/parse/ocr/picture.ts";
import { recognise } from "../../../src/parse/ocr/recognise.ts";
import type { OcrWord } from "../../../src/parse/ocr/result.ts";
import { readTable } from "../../../src/parse/ocr/system-tesseract.ts";
import { inkIn, scan } from "../../support/scan-source.ts";

const LINES = ["The board will publish its plan", "by Friday 14 March, with costs."];

/** A page of 200 dpi with two lines on it, turned about its middle. */
const picture = (degrees: number): Picture =>
  scan({
    width: 1240,
    height: 500,
    degrees,
    lines: LINES.map((text, index) => ({ x: 220, y: 210 + 80 * index, size: 40, text })),
  });

async function read(drawn: Picture): Promise<OcrWord[]> {
  for await (const { words } of recognise([drawn], "packaged")) return words;
  return [];
}

describe("reading a picture with the packaged engine", () => {
  it.each([0, 0.8, -0.8])("gives the words in reading order, turned by %d degrees", async (degrees) => {
    const words = await read(picture(degrees));
    expect(words.map((word) => word.text).join(" ")).toBe(LINES.join(" "));
    expect(words.map((word) => word.line)).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1]);
  });

  it("puts each box over the word on the picture as it was given, crooked as it is", async () => {
    const drawn = picture(1.5);
    const words = await read(drawn);
    expect(words).toHaveLength(12);
    for (const word of words) expect(inkIn(drawn, word), word.text).toBeGreaterThan(0.12);
  });
});

it("reads the table that the system's tesseract prints, words only, lines numbered", () => {
  const head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext";
  const rows = [
    "4\t1\t1\t1\t1\t0\t10\t10\t200\t20\t-1\t",
    "5\t1\t1\t1\t1\t1\t10\t10\t60\t20\t96.5\tPlease",
    "5\t1\t1\t1\t2\t1\t10\t40\t50\t20\t91\twrite",
  ];
  expect(readTable([head, ...rows, ""].join("\n"))).toEqual([
    { text: "Please", confidence: 96.5, x: 10, y: 10, width: 60, height: 20, line: 0 },
    { text: "write", confidence: 91, x: 10, y: 40, width: 50, height: 20, line: 1 },
  ]);
});
