import { describe, expect, it } from "vitest";
import { lines, makePdf, write } from "../../support/pdf-source.ts";
import { readMadePdf, rowsOf } from "../../support/read-made-pdf.ts";

describe("habits of publishers", () => {
  const TEXT = [
    "The ferry has run at a loss in each of the last six winters, and no one who gave",
    "evidence expected that to change before the new pier is open to larger boats, so",
    "that the council pays the difference out of what it has for roads.",
  ];
  const read = async (...pages: string[][]) =>
    rowsOf(await readMadePdf(makePdf(pages.map((content) => ({ content })))));

  it("titles that wrap are one heading, though their next word would have fitted", async () => {
    const title = ["Recommendation 1: The harbour board should publish", "what it pays for the ferry"];
    expect(await read([lines(70, 780, title, { size: 13, font: "F2" }), lines(70, 735, TEXT)])).toEqual([
      `heading 3: ${title.join(" ")}`,
      `paragraph: ${TEXT.join(" ")}`,
    ]);
  });

  it("a sentence and a note that begin a line with a label are no headings", async () => {
    const sentence = [
      "The board thinks so too, and has said in its letter that it accepts",
      "Recommendation 4) and will say more when the money is found.",
    ];
    const rows = await read([
      lines(70, 780, TEXT),
      write(388, 756, "7", { size: 6 }),
      lines(70, 700, sentence),
      write(70, 92, "7", { size: 5.5 }),
      lines(75, 89, ["Recommendation 4) of the report of 2019 said that it should run at night."], { size: 8.5 }),
    ]);
    expect(rows.slice(1)).toEqual([
      `paragraph: ${sentence.join(" ")}`,
      "note: 7 Recommendation 4) of the report of 2019 said that it should run at night.",
    ]);
  });

  it("points whose bullets are not in the text are points of their own", async () => {
    const points = ["a copy of the lease of the slipway;", "the date on which it ends; and", "what it costs."];
    expect(
      await read([lines(70, 780, ["We ask the board for:"]), lines(90, 764, points), lines(70, 700, TEXT)]),
    ).toEqual([
      "paragraph: We ask the board for:",
      ...points.map((point) => `paragraph: ${point}`),
      `paragraph: ${TEXT.join(" ")}`,
    ]);
  });

  it("a rider in italics under a recommendation's parts is a paragraph of its own", async () => {
    expect(
      await read([
        write(70, 760, "4."),
        lines(100, 760, ["The board should publish its accounts."], { font: "F2" }),
        lines(130, 740, ["(a) each year, by the end of June; and"]),
        lines(130, 722, ["(b) in large print."]),
        lines(100, 700, ["This applies to both and not to the accounts of the ferry alone."], { font: "F3" }),
        write(70, 670, "5."),
        lines(100, 670, ["The council should pay."], { font: "F2" }),
      ]),
    ).toEqual([
      "list-item 1: 4. The board should publish its accounts.",
      "list-item 2: (a) each year, by the end of June; and",
      "list-item 2: (b) in large print.",
      "paragraph: This applies to both and not to the accounts of the ferry alone.",
      "list-item 1: 5. The council should pay.",
    ]);
  });

  it("a list of contents on three levels that repeats every label is known as such", async () => {
    const entries = [
      "1 Introduction ...... 3",
      "1.1 The ferry ...... 3",
      "Recommendation 1: accounts ...... 4",
      "1.2 The pier ...... 6",
      "Recommendation 2: lamps ...... 7",
    ];
    const rows = await read(
      [
        write(70, 790, "Contents", { size: 16 }),
        ...entries.map((entry, at) => write(70 + (at % 3) * 15, 760 - 16 * at, entry)),
      ],
      [write(70, 790, "1 Introduction", { size: 16 }), lines(70, 760, TEXT)],
    );
    expect(rows.slice(1, 6)).toEqual(entries.map((entry) => `contents: ${entry.replace(/ \.+ /, " ")}`));
    expect(rows[6]).toBe("heading 2: 1 Introduction");
  });

  it("a column of text is read before what is printed in smaller letters beside it, line by line on other heights", async () => {
    const story = [
      "A boat came late on the night of",
      "the flood and nobody had been told",
      "that it would, least of all those who",
      "stood at the quay in the rain and",
      "waited for it with their children",
      "until the morning came.",
    ];
    const column = [
      "The ferry has run at a loss in each of the",
      "last six winters, and no one who spoke",
      "expected that to change so very soon.",
    ];
    const rows = await read([
      ...[0, 1, 2].map((at) => lines(70, 780 - 60 * at, column)),
      lines(330, 780, story, { size: 9 }),
    ]);
    expect(rows).toEqual([...[0, 1, 2].map(() => `paragraph: ${column.join(" ")}`), `paragraph: ${story.join(" ")}`]);
  });

  it("two addresses on the same lines keep their lines", async () => {
    const left = ["Mrs D Lowe", "Clerk to the Harbour Authority", "The Custom House"];
    const right = ["County Hall", "Quay Street", "Tel 01000 100100"];
    const rows = await read([lines(70, 780, left), lines(380, 780, right), lines(70, 680, TEXT)]);
    expect(rows[0]).toBe(`paragraph: ${left.map((line, at) => `${line} ${right[at]}`).join("\n")}`);
  });

  it("a page of letters drawn as shapes is told of as a picture", async () => {
    const shapes = Array.from(
      { length: 300 },
      (_, at) => `${70 + (at % 30) * 15} ${700 - Math.floor(at / 30) * 20} 8 10 re f`,
    );
    const { findings } = await readMadePdf(makePdf([{ content: shapes }]), {}, { use: "never", engine: "packaged" });
    expect(findings.map(({ code }) => code)).toEqual(["no-text-layer"]);
  });

  it("short lines in italics over paragraphs are headings where there are several, and a signature is none", async () => {
    const page = (y: number, words: string) => [write(70, y, words, { font: "F3" }), lines(70, y - 22, TEXT)];
    const signed = [write(70, 500, "Ann Penn", { font: "F3" }), write(70, 478, "Chair of the board")];
    const rows = await read([...page(780, "The survey"), ...page(690, "Letters of the board"), ...signed]);
    expect(rows.filter((row) => row.startsWith("heading"))).toEqual([
      "heading 5: The survey",
      "heading 5: Letters of the board",
    ]);
    const one = await read([...page(780, "Sent by e-mail only"), ...signed]);
    expect(one.filter((row) => row.startsWith("heading"))).toEqual([]);
  });
});
