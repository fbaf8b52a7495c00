import { expect, it } from "vitest";
import { makePdf, write } from "../../support/pdf-source.ts";
import { readMadePdf } from "../../support/read-made-pdf.ts";

const LINES = [
  "Ada Moss (Chair): Good morning. Can you tell us how many gates were",
  "mended last year, and what that cost? We were told that it was more",
  "than had been set aside.",
  "Tom Reed (Clerk): There were nine gates. The cost was as much as it",
  "was the year before, and we shall write to you with the figures for",
  "each of the ponds.",
  "Ada Moss (Chair): Thank you. When will that be?",
  "Tom Reed (Clerk): In May, if the new clerk has been able to find the",
  "file by then, which I cannot promise today.",
];

/** Lines of a page, one below the other, with a number before each that has one. */
const page = (lines: readonly string[], numbers: readonly (number | null)[]) => ({
  content: lines.flatMap((line, row) => {
    const number = numbers[row];
    return [
      ...(number == null ? [] : [write(number < 10 ? 60 : 54, 700 - 22 * row, String(number))]),
      write(90, 700 - 22 * row, line),
    ];
  }),
});

const counted = (from: number) => LINES.map((_, row) => from + row);
const words = async (...pages: ReturnType<typeof page>[]) =>
  (await readMadePdf(makePdf(pages))).text.replace(/\s+/g, " ");

it("leaves out the numbers that a transcript prints before each of its lines, also where they go on over the page", async () => {
  const text = await words(page(LINES, counted(1)), page(LINES.slice(3), counted(10)));
  expect(text).not.toMatch(/\d/);
  expect(text).toContain("how many gates were mended last year, and what that cost?");
});

it.each<[string, readonly string[], readonly (number | null)[]]>([
  [
    "that numbers its points",
    LINES.map((line) => line.replace(/^\p{Ll}/u, (first) => first.toUpperCase())),
    counted(1),
  ],
  ["with rows that have none", LINES, counted(1).map((number, row) => (row === 4 ? null : number))],
  ["that does not count", LINES, counted(1).map((number) => number * 7)],
])("keeps the numbers of a page %s", async (_, lines, numbers) => {
  expect(await words(page(lines, numbers))).toMatch(/\d/);
});
