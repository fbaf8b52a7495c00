import { expect, it } from "vitest";
import { boxesOf } from "../../../src/document/anchor.ts";
import { lines, makePdf, marked, write } from "../../support/pdf-source.ts";
import { readMadePdf, rowsOf } from "../../support/read-made-pdf.ts";
import { LEFT, RIGHT } from "../../support/two-columns.ts";

it("reads two columns one after the other, under a heading that spans both, with the notes after all", async () => {
  const bytes = makePdf([
    {
      content: [
        write(70, 780, "The ferry in winter", { size: 18, font: "F2" }),
        // printed row by row across both columns, as some producers write them
        ...LEFT.flatMap((left, row) => [write(70, 740 - row * 14, left), write(310, 740 - row * 14, RIGHT[row]!)]),
        write(232, 670.5 + 4, "1", { size: 6 }),
        write(70, 90, "1", { size: 5.5 }),
        write(75, 87, "Accounts of the ferry company, page 12.", { size: 8.5 }),
      ],
    },
  ]);
  expect(rowsOf(await readMadePdf(bytes))).toEqual([
    "heading 1: The ferry in winter",
    `paragraph: ${LEFT.join(" ")}`,
    `paragraph: ${RIGHT.join(" ")}`,
    "note: 1 Accounts of the ferry company, page 12.",
  ]);
});

it("joins a sentence over a page end, past the note, the foot and the head in between", async () => {
  const head = write(70, 810, "Island Services Committee", { size: 8 });
  const foot = (page: number) => write(280, 30, `Page ${page} of 2`, { size: 8 });
  const bytes = makePdf([
    {
      content: [
        head,
        lines(70, 760, ["The committee was told that the school", "boat leaves before the ferry comes in and"]),
        write(281, 750.5, "4", { size: 6 }),
        write(70, 63, "4", { size: 5.5 }),
        write(75, 60, "Letter from the head teacher.", { size: 8.5 }),
        foot(1),
      ],
    },
    { content: [head, lines(70, 760, ["that nobody had thought to ask why."]), foot(2)] },
  ]);
  const document = await readMadePdf(bytes);
  expect(rowsOf(document)).toEqual([
    "paragraph: The committee was told that the school boat leaves before the ferry comes in and that nobody had thought to ask why.",
    "note: 4 Letter from the head teacher.",
  ]);
  expect(document.pages.map(({ number, start }) => document.text.slice(start, start + 11) + number)).toEqual([
    "The committ1",
    "that nobody2",
  ]);
  expect(
    document.marks
      .filter(({ kind }) => kind === "note-mark")
      .map(({ start, target }) => [document.text.slice(0, start).split(" ").at(-1), target]),
  ).toEqual([["and", "4"]]);
});

it("leaves a running foot out that is itself a word of the text", async () => {
  const page = (words: string, number: number) => ({
    content: [
      write(70, 700, words),
      write(70, 40, "Recommendations", { size: 9 }),
      write(500, 40, `${number}`, { size: 9 }),
    ],
  });
  const bytes = makePdf([
    page("Recommendations follow on the next page.", 1),
    page("There are none that cost money.", 2),
    page("Recommendations may be appealed.", 3),
  ]);
  expect((await readMadePdf(bytes)).text).toBe(
    "Recommendations follow on the next page.\n\nThere are none that cost money.\n\nRecommendations may be appealed.",
  );
});

it("keeps a heading that stands at the top of two pages in a row", async () => {
  const page = (number: number) => ({
    content: [
      write(70, 770, `Recommendation ${number}`, { size: 14, font: "F2" }),
      lines(70, 750, [`The harbour master should keep log ${number}.`]),
    ],
  });
  const document = await readMadePdf(makePdf([page(4), page(5)]));
  expect(rowsOf(document).filter((row) => row.startsWith("heading"))).toEqual([
    "heading 2: Recommendation 4",
    "heading 2: Recommendation 5",
  ]);
});

it("pairs hanging labels with their words by place, wherever the stream has them", async () => {
  const bytes = makePdf([
    {
      content: [
        lines(120, 700, ["The board should publish its minutes", "within two weeks."]),
        lines(120, 650, ["The clerk should answer letters."]),
        write(70, 650, "8.13"),
        write(70, 700, "8.12"),
      ],
    },
  ]);
  const document = await readMadePdf(bytes);
  expect(document.blocks.map(({ label, body, end }) => [label, document.text.slice(body, end)])).toEqual([
    ["8.12", "The board should publish its minutes within two weeks."],
    ["8.13", "The clerk should answer letters."],
  ]);
});

it("takes bullets off, alone on a line or with zero-width spaces after them", async () => {
  const bytes = makePdf([
    {
      content: [
        lines(70, 700, ["We ask for:"]),
        write(80, 680, "\\225"),
        lines(95, 666, ["a copy of the lease;"]),
        write(80, 640, "\\225 the date of the survey."),
      ],
    },
  ]);
  expect(rowsOf(await readMadePdf(bytes))).toEqual([
    "paragraph: We ask for:",
    "list-item 1: a copy of the lease;",
    "list-item 1: the date of the survey.",
  ]);
});

it("gives an initial that hangs over two lines back to its word, with the box around it", async () => {
  const bytes = makePdf([
    {
      content: [
        write(70, 686, "T", { size: 34 }),
        write(92, 700, "he harbour was dredged in the spring and again"),
        write(92, 686, "in the autumn of the year before last, at no"),
        write(70, 672, "cost to those who moor in it."),
      ],
    },
  ]);
  const document = await readMadePdf(bytes);
  expect(document.text).toBe(
    "The harbour was dredged in the spring and again in the autumn of the year before last, at no cost to those who moor in it.",
  );
  expect(boxesOf(document.glyphs, { start: 0, end: 3 })[0]).toMatchObject({ x: 70, page: 1 });
});

it("reads a line whose letters are spaced out as words", async () => {
  const spaced =
    "BT /F1 14 Tf 9 Tc 1 0 0 1 70 700 Tm (HARBOUR) Tj ET\nBT /F1 14 Tf 9 Tc 1 0 0 1 250 700 Tm (REPORT) Tj ET";
  expect((await readMadePdf(makePdf([{ content: [spaced, write(70, 670, "It begins here.")] }]))).text).toContain(
    "HARBOUR REPORT",
  );
});

it.each([90, 180, 270] as const)(
  "stands right side up on a page rotated by %i degrees, with boxes as shown",
  async (rotate) => {
    const plain = await readMadePdf(makePdf([{ content: [write(70, 700, "Turn the page round.")] }]));
    const turned = await readMadePdf(makePdf([{ content: [write(70, 700, "Turn the page round.")], rotate }]));
    expect(turned.text).toBe(plain.text);
    const [upright] = boxesOf(plain.glyphs, { start: 0, end: plain.text.length });
    const [box] = boxesOf(turned.glyphs, { start: 0, end: turned.text.length });
    const { x, y, width, height } = upright!;
    const expected = {
      90: { x: 842 - y - height, y: x, width: height, height: width },
      180: { x: 595 - x - width, y: 842 - y - height, width, height },
      270: { x: y, y: 595 - x - width, width: height, height: width },
    }[rotate];
    for (const side of ["x", "y", "width", "height"] as const) expect(box![side]).toBeCloseTo(expected[side], 0);
  },
);

it("counts boxes from the corner of what is shown", async () => {
  const content = [write(70, 700, "Cropped.")];
  const [whole] = boxesOf((await readMadePdf(makePdf([{ content }]))).glyphs, { start: 0, end: 8 });
  const cropped = await readMadePdf(makePdf([{ content, cropBox: [50, 100, 545, 792] }]));
  expect(cropped.pages[0]).toMatchObject({ width: 495, height: 692 });
  const [box] = boxesOf(cropped.glyphs, { start: 0, end: 8 });
  expect([box!.x, box!.y]).toEqual([whole!.x - 50, whole!.y - 50]);
});

const PARAGRAPHS = [
  "The pier was closed in March.",
  "It was opened again in June.",
  "Nobody was told of either.",
  "The clerk says that she was.",
  "The master says she was not.",
  "Both of them cannot be right.",
  "We shall ask them once more.",
];

it("believes tags over the place on the page, and the page over tags that are nonsense", async () => {
  const content = [PARAGRAPHS.map((words, index) => marked("P", index, write(70, 700 - index * 30, words))).join("\n")];
  const tagged = (order: readonly number[]) =>
    makePdf(
      [{ content }],
      order.map((mcid) => ({ role: "P", content: [[0, mcid] as const] })),
    );
  const asTagged = await readMadePdf(tagged([0, 2, 1, 3, 4, 5, 6]));
  expect(asTagged.text.split("\n\n")[1]).toBe(PARAGRAPHS[2]);
  expect(asTagged.findings).toEqual([]);
  const backwards = await readMadePdf(tagged([6, 5, 4, 3, 2, 1, 0]));
  expect(backwards.text).toBe(PARAGRAPHS.join("\n\n"));
  expect(backwards.findings.map(({ code, page }) => [code, page])).toEqual([["suspect-tags", 1]]);
});

it("reads the page and not its tags where the file says of them that they may be wrong", async () => {
  const content = [PARAGRAPHS.map((words, index) => marked("P", index, write(70, 700 - index * 30, words))).join("\n")];
  const elements = [0, 2, 1, 3, 4, 5, 6].map((mcid) => ({ role: "P", content: [[0, mcid] as const] }));
  const suspect = await readMadePdf(makePdf([{ content }], elements, { suspects: true }));
  expect(suspect.text).toBe(PARAGRAPHS.join("\n\n"));
  expect(suspect.findings.map(({ code, page }) => [code, page])).toEqual([["suspect-tags", null]]);
});

it("reads what one element without a meaning holds row by row, where it has labels first and then what stands beside them", async () => {
  const rows = PARAGRAPHS.slice(0, 4).map((words, index) => ({ y: 700 - index * 30, words }));
  const labels = rows.map(({ y }, index) => write(70, y, index % 2 === 0 ? "PCC:" : "CC:", { font: "F2" }));
  const said = rows.map(({ y, words }) => write(130, y, words));
  const content = [marked("Div", 0, labels.join("\n")), marked("Div", 1, said.join("\n"))];
  const div = { role: "Div", content: [[0, 0] as const, [0, 1] as const] };
  const { text } = await readMadePdf(makePdf([{ content }], [div]));
  expect(text.split("\n\n")).toEqual(rows.map(({ words }, index) => `${index % 2 === 0 ? "PCC:" : "CC:"} ${words}`));
});

it("leaves artifacts and slanted watermarks out", async () => {
  const bytes = makePdf([
    {
      content: [
        write(70, 700, "The text."),
        "/Artifact BMC",
        write(70, 400, "not this"),
        "EMC",
        "BT /F1 60 Tf 0.7 0.7 -0.7 0.7 150 300 Tm (DRAFT) Tj ET",
        write(60, 560, "DRAFT", { size: 150, font: "F2" }),
        lines(70, 680, [
          "It goes on for some lines, as text",
          "does, and under it stands a word",
          "in letters of two inches that is",
          "no part of what it says, nor was",
          "it meant to be. They print it so.",
        ]),
      ],
    },
  ]);
  expect((await readMadePdf(bytes)).text).toBe(
    "The text.\n\nIt goes on for some lines, as text does, and under it stands a word in letters of two inches that is no part of what it says, nor was it meant to be. They print it so.",
  );
});

it("takes headings that end in numbers, with sentences under them, for no list of contents", async () => {
  const numbered = [1, 2, 3, 4].flatMap((number) => [
    write(70, 760 - number * 60, `Recommendation ${number}`, { size: 13 }),
    lines(70, 735 - number * 60, [`The Mayor should mend pier ${number} before the winter comes.`]),
  ]);
  const document = await readMadePdf(makePdf([{ content: numbered }]));
  expect(document.blocks.map(({ kind }) => kind)).not.toContain("contents");
});

it("knows a list of contents, and strips its leaders", async () => {
  const entries = [
    "Foreword ....................... 3",
    "Recommendation 1: the pier ............ 9",
    "Recommendation 2: the boats ........... 14",
    "How we worked ............ 21",
  ];
  const document = await readMadePdf(
    makePdf([{ content: [lines(70, 700, entries)] }, { content: [write(70, 700, "Foreword", { size: 16 })] }]),
  );
  expect(rowsOf(document)).toEqual([
    "contents: Foreword 3",
    "contents: Recommendation 1: the pier 9",
    "contents: Recommendation 2: the boats 14",
    "contents: How we worked 21",
    "heading 2: Foreword",
  ]);
});

it("does not part a paragraph where words in bold go on over the line end", async () => {
  const bytes = makePdf([
    {
      content: [
        write(70, 700, "Recommendation 1: The harbour board should count the boats by 30", { font: "F2" }),
        write(70, 686, "June each year.", { font: "F2" }),
        write(158, 686, "It has not done so since the flood."),
        lines(70, 650, ["It would cost very little, and those who moor there have asked for it for years."]),
      ],
    },
  ]);
  expect(rowsOf(await readMadePdf(bytes))[0]).toBe(
    "paragraph: Recommendation 1: The harbour board should count the boats by 30 June each year. It has not done so since the flood.",
  );
});

it("parts lines that stand farther apart than the document's do, where the next words would have fitted", async () => {
  const text = ["The harbour was dredged in the spring and again in the autumn", "at no cost to those who moor in it."];
  const bytes = makePdf([
    { content: [lines(70, 760, text), lines(70, 700, text), lines(70, 640, text)] },
    {
      content: ["Please reply by 28 June.", "Yours sincerely", "A Penn"].map((words, row) =>
        write(70, 760 - 21 * row, words),
      ),
    },
  ]);
  expect(rowsOf(await readMadePdf(bytes)).slice(3)).toEqual([
    "paragraph: Please reply by 28 June.",
    "paragraph: Yours sincerely",
    "paragraph: A Penn",
  ]);
});
