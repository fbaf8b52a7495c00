import { describe, expect, it } from "vitest";
import { boxesOf } from "../../../src/document/anchor.ts";
import { lines, makePdf, marked, write } from "../../support/pdf-source.ts";
import { readMadePdf, rowsOf } from "../../support/read-made-pdf.ts";
import { pictureContent, scan } from "../../support/scan-source.ts";
import { LEFT, RIGHT } from "../../support/two-columns.ts";

const wordsOf = (rows: readonly string[]) => rows.map((row) => row.replace(/^[\w-]+(?: \d)?: /, ""));

describe("a page in two columns", () => {
  const frame = (x: number, y: number, width: number, height: number) => `${x} ${y} ${width} ${height} re S`;

  it("has the box in its first column read as a box, between the words over and under it", async () => {
    const bytes = makePdf([
      {
        content: [
          lines(70, 760, LEFT),
          frame(66, 590, 190, 66),
          lines(74, 640, ["Recommendation 1", "The council should publish the", "accounts of the ferry each winter."]),
          lines(70, 560, ["Six boats were counted at the quay", "on the day that we came to see it."]),
          ...RIGHT.map((line, row) => write(310, 760 - 13.75 * row, line)),
        ],
      },
    ]);
    const document = await readMadePdf(bytes);
    expect(wordsOf(rowsOf(document)).join(" ")).toBe(
      `${LEFT.join(" ")} Recommendation 1 The council should publish the accounts of the ferry each winter. ` +
        `Six boats were counted at the quay on the day that we came to see it. ${RIGHT.join(" ")}`,
    );
    expect(
      document.blocks
        .filter(({ groupKind }) => groupKind === "box")
        .map(({ start, end }) => document.text.slice(start, end))
        .join(" "),
    ).toBe("Recommendation 1 The council should publish the accounts of the ferry each winter.");
  });

  it("has a quotation that is pulled out in large letters apart from the paragraph that it interrupts", async () => {
    const bytes = makePdf([
      {
        content: [
          lines(70, 760, LEFT.slice(0, 3)),
          lines(90, 700, ["\\223No one knows when", "a boat will come.\\224"], { size: 17, font: "F3" }),
          lines(70, 640, LEFT.slice(3)),
        ],
      },
    ]);
    const { blocks, text } = await readMadePdf(bytes);
    const words = blocks.map(({ start, end }) => text.slice(start, end));
    expect(words).toContain("“No one knows when a boat will come.”");
    expect(words.filter((each) => each.includes("boat will come"))).toHaveLength(1);
  });
});

describe("what stands beside the text", () => {
  const TEXT = [
    "The ferry has run at a loss in each of the last six winters, and no one who gave evidence to us",
    "expected that to change before the new pier is open to larger boats,",
    "in a year or in two, and so it is that the council pays the difference",
    "out of what it has for roads, which are no better for it than they were.",
    "Nobody told us that this was what the founders of the ferry had in mind, and few that it was wrong.",
  ];

  it("is read before the lines that it stands beside where it is a quotation in large letters, and parts none of them", async () => {
    const pulled = lines(460, 742, ["No one knows", "when a boat", "will come."], { size: 13, font: "F3", pitch: 14 });
    const { blocks, text } = await readMadePdf(
      makePdf([{ content: [lines(70, 760, TEXT, { size: 10, pitch: 13 }), pulled] }]),
    );
    const words = blocks.map(({ start, end }) => text.slice(start, end));
    expect(words).toContain("No one knows when a boat will come.");
    expect(words.filter((each) => each !== "No one knows when a boat will come.").join(" ")).toBe(TEXT.join(" "));
    expect(text).toContain(TEXT.slice(1, 4).join(" "));
  });

  it("is read as a box of its own where it is one", async () => {
    const box = [
      "450 706 100 44 re S",
      lines(456, 736, ["Key figures", "Nine boats", "Two piers"], { size: 8, pitch: 12 }),
    ];
    const { blocks, text } = await readMadePdf(
      makePdf([{ content: [lines(70, 760, TEXT, { size: 10, pitch: 13 }), ...box] }]),
    );
    const boxed = blocks.filter(({ groupKind }) => groupKind === "box").map(({ start, end }) => text.slice(start, end));
    expect(boxed.join(" ").replaceAll("\n", " ")).toBe("Key figures Nine boats Two piers");
    expect(text).toContain(TEXT.slice(1, 4).join(" "));
  });
});

it("carries a note over the page end, and leaves the sentence over it whole", async () => {
  const bytes = makePdf([
    {
      content: [
        lines(70, 760, [
          "Of the works that were done in the harbour in those years the board has kept no account but this one.",
          "It was dredged twice in the year of the flood by the same men who had built its outer wall, and",
        ]),
        write(571, 750.5, "3", { size: 6 }),
        write(70, 76, "3", { size: 5.5 }),
        lines(75, 73, ["Minutes of the harbour board, which met on the", "second of March, when the dredger"], {
          size: 8.5,
        }),
      ],
    },
    {
      content: [
        lines(70, 760, [
          "once in the year after it. What that cost nobody could tell us, as the man who knew it had by then gone",
          "to sea, and the board had not thought to ask him for his papers before he went.",
        ]),
        lines(75, 62, ["had already been paid for."], { size: 8.5 }),
      ],
    },
  ]);
  expect(rowsOf(await readMadePdf(bytes))).toEqual([
    expect.stringMatching(
      /^paragraph: Of the works .* outer wall, and once in the year after it\. .* before he went\.$/,
    ),
    "note: 3 Minutes of the harbour board, which met on the second of March, when the dredger had already been paid for.",
  ]);
});

it("leaves out what a browser prints over and under each page: address, date and page of pages", async () => {
  const page = (number: number, words: string) => ({
    content: [
      write(30, 820, "03/05/2024, 10:15", { size: 8 }),
      write(250, 820, "Ferry service: questions and answers", { size: 8 }),
      write(30, 20, "https://harbour.example/questions/2024/1187", { size: 8 }),
      write(550, 20, `${number}/3`, { size: 8 }),
      lines(70, 760, [
        `${words} was given in the chamber by the harbour master, who had come with his chart,`,
        "and that is all that was said of it.",
      ]),
    ],
  });
  const bytes = makePdf([page(1, "The first answer"), page(2, "The second answer"), page(3, "The third answer")]);
  const { text } = await readMadePdf(bytes);
  expect(text.split("\n\n")).toEqual(
    ["first", "second", "third"].map(
      (which) =>
        `The ${which} answer was given in the chamber by the harbour master, who had come with his chart, and that is all that was said of it.`,
    ),
  );
});

it("reads a heading that is justified so wide that its words come singly as one line", async () => {
  const words = ["Summary", "of", "conclusions", "and", "recommendations"];
  const at = [70, 190, 250, 370, 430];
  const bytes = makePdf([
    {
      content: [
        ...words.map((word, index) => write(at[index]!, 760, word, { size: 14, font: "F2" })),
        lines(70, 730, ["We heard from nine people who row across", "and from none who had drowned."]),
      ],
    },
  ]);
  expect(rowsOf(await readMadePdf(bytes))[0]).toBe("heading 2: Summary of conclusions and recommendations");
});

it("pairs labels of three levels that hang to the left with their words, though the stream has all labels last", async () => {
  const bytes = makePdf([
    {
      content: [
        lines(110, 760, ["The board should:"]),
        lines(140, 740, ["publish its minutes"]),
        lines(170, 720, ["within ten days, and", "in large print;"]),
        lines(140, 690, ["answer letters."]),
        write(140, 720, "(iv)"),
        write(110, 690, "(b)"),
        write(110, 740, "(a)"),
        write(70, 760, "4."),
      ],
    },
  ]);
  const { blocks, text } = await readMadePdf(bytes);
  expect(blocks.map(({ label, body, end }) => `${label} ${text.slice(body, end)}`)).toEqual([
    "4. The board should:",
    "(a) publish its minutes",
    "(iv) within ten days, and in large print;",
    "(b) answer letters.",
  ]);
});

it("takes a bullet off with the zero-width space that follows it", async () => {
  // the third font has a map to Unicode: "@" is drawn for a zero-width space, all else as it is
  const bytes = makePdf([
    {
      content: [
        lines(70, 760, ["We ask for:"]),
        lines(80, 740, ["\\225@ a copy of the lease;", "\\225@ the date."], { font: "F4" }),
      ],
    },
  ]);
  const document = await readMadePdf(bytes);
  expect(document.text).not.toContain("\u200b");
  expect(rowsOf(document)).toEqual([
    "paragraph: We ask for:",
    "list-item 1: a copy of the lease;",
    "list-item 1: the date.",
  ]);
});

it("takes words that lie unseen over a scan as the page's text, with boxes on the words seen, and reads no picture", async () => {
  const size = { width: 595, height: 400 };
  const said = [
    "Would the board say when the sluice was last opened",
    "by hand, and who holds the key to it in the summer?",
    "We should like to hear of it before the spring tides.",
  ];
  const pixels = 150 / 72;
  const picture = scan({
    width: Math.round(size.width * pixels),
    height: Math.round(size.height * pixels),
    degrees: 0,
    lines: said.map((text, row) => ({ x: 70 * pixels, y: (100 + 20 * row) * pixels, size: 12 * pixels, text })),
  });
  const unseen = said.map((text, row) => `BT 3 Tr /F1 12 Tf 1 0 0 1 70 ${300 - 20 * row} Tm (${text}) Tj ET`);
  const document = await readMadePdf(makePdf([{ ...size, content: [pictureContent(picture, size), ...unseen] }]));
  expect(document.text).toBe(said.join(" "));
  expect(document.pages[0]!.ocr).toBe(false);
  expect(document.findings).toEqual([]);
  const [box] = boxesOf(document.glyphs, { start: 0, end: said[0]!.length });
  expect(box!.y).toBeLessThan(100);
  expect(box!.y + box!.height).toBeGreaterThan(100);
});

it("reads a table whose every other row is shaded as one table, and no shade as a box", async () => {
  const rows = ["Count the boats", "Paint the lamps", "Answer letters", "Mend the slip", "Buy a bell"];
  const y = (row: number) => 700 - 26 * row;
  const content = rows.flatMap((words, row) => [
    ...(row % 2 === 1 ? [`0.9 g 66 ${y(row) - 9} 450 26 re f 0 g`] : []),
    ...[`4.${row}`, words, "The clerk", "Open"].map((cell, column) =>
      write([70, 120, 300, 420][column]!, y(row), cell),
    ),
  ]);
  const { blocks, text } = await readMadePdf(makePdf([{ content }]));
  expect(blocks.map(({ cell, start, end }) => `${cell?.row}.${cell?.column} ${text.slice(start, end)}`)).toEqual(
    rows.flatMap((words, row) => [`${row}.0 4.${row}`, `${row}.1 ${words}`, `${row}.2 The clerk`, `${row}.3 Open`]),
  );
});

it("reads boxes that stand side by side row by row", async () => {
  const content = [0, 1, 2, 3].flatMap((row) =>
    [0, 1].flatMap((column) => [
      `${70 + 230 * column} ${660 - 80 * row} 210 60 re S`,
      lines(76 + 230 * column, 700 - 80 * row, [
        `Recommendation ${2 * row + column + 1}`,
        "The board should meet in the open.",
      ]),
    ]),
  );
  const { text } = await readMadePdf(makePdf([{ content }]));
  expect(text.match(/Recommendation \d/g)).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `Recommendation ${number}`),
  );
});

it("knows a box that the page end has left open", async () => {
  const sides = (from: number, to: number, closed: number) =>
    `70 ${from} m 70 ${to} l S 500 ${from} m 500 ${to} l S 70 ${closed} m 500 ${closed} l S`;
  const bytes = makePdf([
    {
      content: [
        lines(70, 500, ["What we found is this."]),
        sides(200, 90, 200),
        lines(80, 180, ["Recommendation 1", "The harbour board should, before the next winter comes and"]),
      ],
    },
    {
      content: [
        sides(760, 700, 700),
        lines(80, 740, ["with the council, buy a bell."]),
        lines(80, 715, ["It should ring it."]),
        lines(70, 650, ["It would cost very little."]),
      ],
    },
  ]);
  const { blocks, text } = await readMadePdf(bytes);
  const boxed = blocks.filter(({ groupKind }) => groupKind === "box").map(({ start, end }) => text.slice(start, end));
  expect(boxed.join(" ")).toContain("before the next winter comes and with the council, buy a bell.");
  expect(boxed.join(" ")).not.toContain("What we found");
  expect(new Set(blocks.filter(({ groupKind }) => groupKind === "box").map(({ group }) => group)).size).toBe(1);
});

it("joins a cell of a table that the page end cuts", async () => {
  const grid = (top: number, bottom: number, rows: readonly number[]) =>
    [
      ...[70, 280, 520].map((x) => `${x} ${bottom} m ${x} ${top} l S`),
      ...rows.map((y) => `70 ${y} m 520 ${y} l S`),
    ].join("\n");
  const bytes = makePdf([
    {
      content: [
        grid(300, 100, [300, 200, 100]),
        write(76, 280, "Recommendation"),
        write(286, 280, "Response"),
        write(76, 180, "Count the boats at the quay."),
        lines(286, 180, ["Accepted. They will be counted", "by the clerk and by the master of"]),
      ],
    },
    {
      content: [
        grid(700, 500, [700, 600, 500]),
        write(286, 680, "the harbour together."),
        write(76, 580, "Paint the lamps."),
        write(286, 580, "Rejected."),
      ],
    },
  ]);
  const { blocks, text } = await readMadePdf(bytes);
  expect(blocks.map(({ cell, start, end }) => `${cell?.row}.${cell?.column} ${text.slice(start, end)}`)).toEqual([
    "0.0 Recommendation",
    "0.1 Response",
    "1.0 Count the boats at the quay.",
    "1.1 Accepted. They will be counted by the clerk and by the master of the harbour together.",
    "2.0 Paint the lamps.",
    "2.1 Rejected.",
  ]);
});

it("knows the rest of a row that the page end cuts, though only one of its cells goes on", async () => {
  const grid = (top: number, bottom: number, rows: readonly number[]) =>
    [
      ...[70, 130, 420, 520].map((x) => `${x} ${bottom} m ${x} ${top} l S`),
      ...rows.map((y) => `70 ${y} m 520 ${y} l S`),
    ].join("\n");
  const cells = ["24/56", "The accounts were read. It was agreed", "Clerk"];
  const bytes = makePdf([
    {
      content: [
        grid(300, 100, [300, 200, 100]),
        ...["24/55", "There were none.", "None"].map((words, column) => write([76, 136, 426][column]!, 280, words)),
        ...cells.map((words, column) => write([76, 136, 426][column]!, 180, words)),
      ],
    },
    { content: [grid(760, 700, [760, 700]), lines(136, 740, ["that they be printed by 31 May."])] },
  ]);
  const { blocks, text } = await readMadePdf(bytes);
  expect(
    blocks.map(({ cell, start, end }) => `${cell?.row}.${cell?.column} ${text.slice(start, end)}`).slice(3),
  ).toEqual(["1.0 24/56", "1.1 The accounts were read. It was agreed that they be printed by 31 May.", "1.2 Clerk"]);
});

it("reads a wide table on a page that is turned for it, row by row", async () => {
  const edges = [60, 160, 420, 560, 760];
  const rows = [
    ["No.", "Recommendation", "Owner", "Response"],
    ["1", "Count the boats at the quay", "Clerk", "Accepted"],
    ["2", "Paint the lamps on the pier", "Master", "Rejected"],
  ];
  const drawn = [
    ...edges.map((x) => `${x} 380 m ${x} 500 l S`),
    ...[380, 420, 460, 500].map((y) => `60 ${y} m 760 ${y} l S`),
    ...rows.flatMap((cells, row) => cells.map((cell, column) => write(edges[column]! + 6, 475 - 40 * row, cell))),
  ].join("\n");
  // an upright page whose content is turned a quarter round, and shown turned back
  const bytes = makePdf([{ content: [`q 0 1 -1 0 595 0 cm ${drawn} Q`], rotate: 90 }]);
  const document = await readMadePdf(bytes);
  expect(
    document.blocks.map(({ cell, start, end }) => `${cell?.row}.${cell?.column} ${document.text.slice(start, end)}`),
  ).toEqual(rows.flatMap((cells, row) => cells.map((cell, column) => `${row}.${column} ${cell}`)));
});

it("keeps the words of a cell that reaches over two rows together, in the first of them", async () => {
  const line = (x: number, y: number, to: number) => `${x} ${y} m ${to} ${y} l S`;
  const drawn = [
    ...[70, 200, 500].map((x) => `${x} 600 m ${x} 720 l S`),
    ...[line(70, 720, 500), line(200, 680, 500), line(70, 640, 500), line(70, 600, 500)],
    lines(76, 686, ["The harbour", "master"]),
    write(206, 700, "Count the boats at the quay."),
    write(206, 660, "Paint the lamps on the pier."),
    write(76, 620, "The clerk"),
    write(206, 620, "Answer letters."),
  ];
  const { blocks, text } = await readMadePdf(makePdf([{ content: drawn }]));
  expect(blocks.map(({ cell, start, end }) => `${cell?.row}.${cell?.column} ${text.slice(start, end)}`)).toEqual([
    "0.0 The harbour master",
    "0.1 Count the boats at the quay.",
    "1.1 Paint the lamps on the pier.",
    "2.0 The clerk",
    "2.1 Answer letters.",
  ]);
});

it("reads a thousand tagged pages, each with its stretch of the text and without its number", async () => {
  const pages = Array.from({ length: 1_000 }, (_, page) => ({
    content: [
      ...[0, 1, 2].map((each) =>
        marked(
          "P",
          each,
          lines(70, 660 - 60 * each, [`Paragraph ${each} of page ${page}`, "of the register of boats."]),
        ),
      ),
      `/Artifact BMC ${write(280, 30, `${page + 1}`)} EMC`,
    ],
  }));
  const elements = pages.flatMap((_, page) =>
    [0, 1, 2].map((mcid) => ({ role: "P", content: [[page, mcid] as const] })),
  );
  const document = await readMadePdf(makePdf(pages, elements));
  expect(document.pages).toHaveLength(1_000);
  expect(document.blocks).toHaveLength(3_000);
  expect(document.findings).toEqual([]);
  const { start, end } = document.pages[776]!;
  expect(document.text.slice(start, end).trim()).toBe(
    [0, 1, 2].map((each) => `Paragraph ${each} of page 776 of the register of boats.`).join("\n\n"),
  );
});
