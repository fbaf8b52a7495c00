import { expect, it } from "vitest";
import { lines, makePdf, write } from "../../support/pdf-source.ts";
import { readMadePdf, rowsOf } from "../../support/read-made-pdf.ts";

const SLIPWAY = [
  "The harbour master said that the slipway had been under water since",
  "the flood, and that no one would mend it before the spring. The",
  "Clerk was asked to write to the owners of it, and to tell the council",
  "at its next meeting what they had said.",
];
const LAMPS = [
  "Two of the lamps on the pier had gone out in the storm. It was agreed",
  "that Mr Aldous should obtain three prices for mending them before the",
  "winter comes.",
];
const read = async (content: readonly string[]) => rowsOf(await readMadePdf(makePdf([{ content }])));

it("reads who is to act off the right margin, after the paragraph that it stands beside", async () => {
  expect(
    await read([
      lines(70, 700, SLIPWAY),
      write(480, 700 - 13.75 * 2, "Clerk"),
      lines(70, 620, LAMPS),
      lines(480, 620, ["Mr Aldous", "and Clerk"]),
      lines(70, 560, ["The meeting ended at nine, and those who had come by boat went home by road."]),
    ]),
  ).toEqual([
    `paragraph: ${SLIPWAY.join(" ")}`,
    "paragraph: Clerk",
    `paragraph: ${LAMPS.join(" ")}`,
    expect.stringMatching(/^paragraph: Mr Aldous\sand Clerk$/),
    "paragraph: The meeting ended at nine, and those who had come by boat went home by road.",
  ]);
});

it("reads headings of several lines in the left margin before the paragraphs that they stand beside", async () => {
  expect(
    await read([
      lines(70, 700, ["The slipway", "at Marden"], { font: "F2" }),
      lines(190, 700, SLIPWAY),
      lines(70, 620, ["Lamps on", "the pier"], { font: "F2" }),
      lines(190, 620, LAMPS),
    ]),
  ).toEqual([
    "heading 4: The slipway at Marden",
    `paragraph: ${SLIPWAY.join(" ")}`,
    "heading 4: Lamps on the pier",
    `paragraph: ${LAMPS.join(" ")}`,
  ]);
});

it("leaves who speaks, on one line in the margin, with what is said", async () => {
  expect(
    await read([
      write(70, 700, "Mrs Lowe:", { font: "F2" }),
      lines(190, 700, SLIPWAY),
      write(70, 620, "Mr Aldous:", { font: "F2" }),
      lines(190, 620, LAMPS),
    ]),
  ).toEqual([`paragraph: Mrs Lowe: ${SLIPWAY.join(" ")}`, `paragraph: Mr Aldous: ${LAMPS.join(" ")}`]);
});

it("reads numbered minutes with a column for who is to act as a table of three columns", async () => {
  const minute = (number: string, y: number, heading: string, text: readonly string[], owner: string) => [
    write(70, y, number),
    write(120, y, heading, { font: "F2" }),
    write(480, y, owner),
    lines(120, y - 22, text, { size: 10 }),
  ];
  const { blocks, text } = await readMadePdf(
    makePdf([
      {
        content: [
          write(480, 722, "Action", { font: "F2" }),
          ...minute("24/53", 700, "Slipway", SLIPWAY, "Clerk"),
          ...minute("24/54", 600, "Lamps", LAMPS, "RA"),
          ...minute("24/55", 510, "Slipway again", SLIPWAY, "JM"),
        ],
      },
    ]),
  );
  const cells = blocks.map(({ cell, start, end }) => `${cell?.row}.${cell?.column} ${text.slice(start, end)}`);
  expect(cells).toEqual([
    "0.2 Action",
    ...[
      ["24/53", "Slipway", SLIPWAY.join(" "), "Clerk"],
      ["24/54", "Lamps", LAMPS.join(" "), "RA"],
      ["24/55", "Slipway again", SLIPWAY.join(" "), "JM"],
    ].flatMap(([number, heading, words, owner], row) => [
      `${row + 1}.0 ${number}`,
      `${row + 1}.1 ${heading}`,
      `${row + 1}.1 ${words}`,
      `${row + 1}.2 ${owner}`,
    ]),
  ]);
});
