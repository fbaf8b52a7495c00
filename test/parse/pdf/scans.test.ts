import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { boxesOf } from "../../../src/document/anchor.ts";
import type { Document } from "../../../src/document/document.ts";
import { withoutSpecks } from "../../../src/parse/pdf/specks.ts";
import { makePdf, write } from "../../support/pdf-source.ts";
import { readMadePdf, rowsOf } from "../../support/read-made-pdf.ts";
import { inkIn, pictureContent, scan } from "../../support/scan-source.ts";

/** A page of 150 dots an inch: 2.0833 pixels to the point. */
const PIXELS_A_POINT = 150 / 72;
const A_PAGE = { width: 595, height: 400 };
const drawing = (degrees: number) =>
  scan({
    width: Math.round(A_PAGE.width * PIXELS_A_POINT),
    height: Math.round(A_PAGE.height * PIXELS_A_POINT),
    degrees,
    lines: [
      { x: 200, y: 160, size: 44, text: "The sluice at Marden" },
      { x: 200, y: 260, size: 27, text: "Would the board say when the sluice was last opened by hand," },
      { x: 200, y: 300, size: 27, text: "and who holds the key to it in the summer months?" },
      { x: 200, y: 380, size: 27, text: "We should like an answer before the spring tides." },
    ],
    holes: [
      { x: 50, y: 250, radius: 14 },
      { x: 50, y: 560, radius: 14 },
    ],
  });
const page = (degrees: number) => ({ ...A_PAGE, content: [pictureContent(drawing(degrees), A_PAGE)] });
const printed = { ...A_PAGE, content: [write(70, 300, "A covering note with words of its own.")] };
const use = (when: "auto" | "never" | "always") => ({ use: when, engine: "packaged" as const });

const codesOf = ({ findings }: Document) => findings.map(({ code, page: on }) => [code, on]);

describe("a file of printed and scanned pages", () => {
  it("has only the scanned ones read off their pictures, in blocks as printed ones are", async () => {
    const document = await readMadePdf(makePdf([printed, page(0.9)]));
    expect(rowsOf(document)).toEqual([
      "paragraph: A covering note with words of its own.",
      "heading 1: The sluice at Marden",
      "paragraph: Would the board say when the sluice was last opened by hand, and who holds the key to it in the summer months?",
      "paragraph: We should like an answer before the spring tides.",
    ]);
    expect(document.pages.map(({ ocr }) => ocr)).toEqual([false, true]);
    expect(codesOf(document)).toEqual([["ocr", 2]]);
    expect(document.findings[0]!.message).toMatch(/^Page 2 of 2 .* by tesseract\.js .* confidence of \d\d %/);
  });

  it("keeps its words unread where that is asked for, and says so", async () => {
    const document = await readMadePdf(makePdf([printed, page(0)]), {}, use("never"));
    expect(document.text).toBe("A covering note with words of its own.");
    expect(codesOf(document)).toEqual([["no-text-layer", 2]]);
  });

  it("is read off its pictures page by page where that is asked for", async () => {
    const document = await readMadePdf(makePdf([printed]), {}, use("always"));
    expect(document.text).toBe("A covering note with words of its own.");
    expect(document.pages[0]!.ocr).toBe(true);
  });
});

it.each([0, 1.2, -0.9])("puts boxes where the words stand on a scan turned by %d degrees", async (degrees) => {
  const document = await readMadePdf(makePdf([page(degrees)]));
  const words = [...document.text.matchAll(/\p{L}+/gu)];
  expect(words).toHaveLength(36);
  for (const { index, 0: word } of words) {
    const [box, ...more] = boxesOf(document.glyphs, { start: index, end: index + word.length });
    expect(more).toEqual([]);
    const { x, y, width, height } = box!;
    const inPixels = {
      x: x * PIXELS_A_POINT,
      y: y * PIXELS_A_POINT,
      width: width * PIXELS_A_POINT,
      height: height * PIXELS_A_POINT,
    };
    expect(inkIn(drawing(degrees), inPixels), word).toBeGreaterThan(0.09);
  }
});

it("reads stamps and page numbers printed over a scan together with it", async () => {
  const stamped = { ...A_PAGE, content: [...page(0).content, write(500, 380, "AB-0017", { size: 8 })] };
  const document = await readMadePdf(makePdf([stamped]));
  expect(document.text).toContain("who holds the key");
  expect(document.pages[0]!.ocr).toBe(true);
});

it("leaves out the specks beside the text of a letter that was scanned askew", async () => {
  const document = await readMadePdf(new Uint8Array(readFileSync("samples/scanned-letter/scanned-letter.pdf")));
  expect(document.text).toContain("Could you let us know how many have been seized this year?");
  expect(document.blocks.filter((block) => block.end - block.start < 4)).toEqual([]);
});

it("takes what is read in the margin for a hole where it is much taller than the words, however surely it was read", () => {
  const word = (text: string, x: number, height: number, confidence = 95) => ({
    ...{ text, x, height, confidence },
    ...{ y: 100, width: 10 * text.length, line: 0 },
  });
  const words = ["Would", "the", "board", "answer", "us", "before", "the", "spring"];
  const line = words.map((text, at) => word(text, 100 + 70 * at, 12));
  const kept = (before: Parameters<typeof word>) =>
    withoutSpecks([[word(...before), ...line]])[0]!.map(({ text }) => text);
  expect(kept(["&", 20, 26, 79])).toEqual(words);
  expect(kept(["4.", 70, 12])).toEqual(["4.", ...words]);
  expect(kept(["4.", 70, 12, 60])).toEqual(words);
});
