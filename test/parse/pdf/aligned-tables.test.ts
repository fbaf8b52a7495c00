import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOf, splitTables } from "../../../src/parse/pdf/aligned-tables.ts";
import { fontOf } from "../../../src/parse/pdf/font.ts";
import { rowsOf as printedRows } from "../../../src/parse/pdf/rows.ts";
import { makePdf, write } from "../../support/pdf-source.ts";
import { readMadePdf } from "../../support/read-made-pdf.ts";

/** A table as text: cells with "/" between lines, placed in columns; each row begins `rowGap` points below the last line of the one before. */
function printed(columns: readonly number[], rows: readonly (readonly string[])[], rowGap: number): string[] {
  let y = 760;
  return rows.flatMap((cells) => {
    const lines = cells.map((cell) => cell.split("/"));
    const out = lines.flatMap((cell, column) =>
      cell.map((words, line) => write(columns[column]!, y - 14 * line, words)),
    );
    y -= 14 * (Math.max(...lines.map((cell) => cell.length)) - 1) + rowGap;
    return out;
  });
}

const cells = async (content: string[]): Promise<string[]> => {
  const { blocks, text } = await readMadePdf(makePdf([{ content }]));
  return blocks
    .filter(({ kind }) => kind === "cell")
    .map(({ cell, start, end }) => `${cell!.row}.${cell!.column} ${text.slice(start, end)}`);
};

const COLUMNS = [70, 130, 330, 430];
const ROWS = [
  ["4.1", "Ask the harbour master for/the log of the winter", "Clerk", "By 3 May"],
  ["5.2", "Bring back a paper on the/slipway once the survey/is in", "Mr Aldous/Penn", "Next meeting"],
  ["6.1", "Write to the ferry company", "Clerk", "Done"],
];
const AS_CELLS = [
  ["0.0 4.1", "0.1 Ask the harbour master for the log of the winter", "0.2 Clerk", "0.3 By 3 May"],
  ["1.0 5.2", "1.1 Bring back a paper on the slipway once the survey is in", "1.2 Mr Aldous Penn", "1.3 Next meeting"],
  ["2.0 6.1", "2.1 Write to the ferry company", "2.2 Clerk", "2.3 Done"],
].flat();

it("reads a table without lines row by row and cell by cell where its rows stand apart", async () => {
  expect(await cells(printed(COLUMNS, ROWS, 24))).toEqual(AS_CELLS);
});

it("reads one whose rows stand close by the words in its first column", async () => {
  expect(await cells(printed(COLUMNS, ROWS, 14))).toEqual(AS_CELLS);
});

it("reads two columns of prose as a table where they begin anew together, as recommendations and responses do", async () => {
  const rows = [
    ["The council should count/the boats at the quay.", "Accepted. They were/counted in May."],
    ["The master should paint/the lamps on the pier/before the winter.", "Rejected. There is/no paint."],
    ["The clerk should answer/all letters.", "Accepted in part. She will/answer those that are/signed."],
  ];
  expect(await cells(printed([70, 320], rows, 24))).toEqual(
    rows.flatMap((row, at) => row.map((words, column) => `${at}.${column} ${words.replaceAll("/", " ")}`)),
  );
});

it("takes the header in that stands over it, set in less than the rest and with columns that nearly touch", async () => {
  const header = [["No.", "Action", "Who", "When"]];
  const columns = [66, 127, 327, 427];
  const below = printed(COLUMNS, ROWS, 24).map((line) => line.replace(/ (\d+) Tm/, (_, y) => ` ${Number(y) - 30} Tm`));
  const found = await cells([...printed(columns, header, 24), ...below]);
  expect(found.slice(0, 5)).toEqual(["0.0 No.", "0.1 Action", "0.2 Who", "0.3 When", "1.0 4.1"]);
});

it.each([
  [
    "labels and their words",
    printed(
      [70, 110],
      [
        ["8.1", "The board should/meet in public."],
        ["8.2", "It should vote."],
        ["8.3", "It should write."],
      ],
      24,
    ),
  ],
  [
    "a list of contents",
    printed(
      [70, 110, 500],
      [
        ["1", "Foreword", "3"],
        ["2", "The pier", "7"],
        ["3", "The boats", "7"],
        ["4", "Notes", "12"],
      ],
      20,
    ),
  ],
  [
    "three columns of prose, whose paragraphs end where they end",
    [
      ...printed(
        [70],
        [
          ["The ferry has run at a loss/in each of the last winters."],
          ["No one who gave evidence/expected that to change/before the pier is open."],
          ["The council pays what/is wanting each year."],
        ],
        22,
      ),
      ...printed(
        [240],
        [
          [
            "Passengers told us that/the boats were clean and/the crews were kind. What/they wanted was to know/whether a boat would come.",
          ],
          ["They would be told of it/in time, and not before/they had come down."],
        ],
        22,
      ),
      ...printed(
        [410],
        [
          ["We asked the master/what could be done."],
          [
            "He said that he had asked/for a bell in the year/of the flood, and had/been given a flag that/nobody can see at night/from a boat.",
          ],
        ],
        22,
      ),
    ],
  ],
  [
    "lines of prose",
    printed(
      [70],
      [
        ["The ferry has run at a loss in each of the last six winters, and no one"],
        ["who gave evidence expected that to change before the new pier is open"],
        ["to larger boats in a year or in two, so the council pays the difference."],
      ],
      14,
    ),
  ],
])("takes %s for no table", async (_, content) => {
  expect(await cells(content)).toEqual([]);
});

it("loses no words and adds none, wherever they stand", () => {
  const font = fontOf(undefined);
  const run = fc.record({
    x: fc.integer({ min: 0, max: 20 }),
    y: fc.integer({ min: 0, max: 12 }),
    width: fc.integer({ min: 5, max: 120 }),
  });
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 60 }), fc.boolean(), (places, spaced) => {
      const runs = places.map(({ x, y, width }, index) => ({
        text: `w${index}`,
        x: 25 * x,
        width,
        y: 20 * y - 9,
        height: 11,
        baseline: 20 * y,
        size: 11,
        font,
        edges: null,
        element: -1,
      }));
      const found = splitTables(printedRows(runs), spaced).flatMap((stretch) =>
        (stretch.columns.length > 0 ? cellsOf(stretch).flatMap(({ rows }) => rows) : stretch.rows).flatMap(
          (row) => row.runs,
        ),
      );
      expect(found.map(({ text }) => text).sort()).toEqual(runs.map(({ text }) => text).sort());
    }),
  );
});

it("takes no lines of the text over it for its header", async () => {
  const above = write(130, 784, "of the survey.");
  const more = write(130, 798, "The council had before it a list of what was to be done after the end");
  const found = await cells([more, above, ...printed(COLUMNS, ROWS, 24)]);
  expect(found[0]).toBe("0.0 4.1");
});

describe("a table that goes over a page end", () => {
  const page = (number: number, rows: readonly (readonly string[])[], foot: number, turned = false) => ({
    ...(turned ? { width: 842, height: 595 } : {}),
    content: [
      ...printed(COLUMNS, rows, 24).map((line) =>
        turned ? line.replace(/ (\d+) Tm/, (_, y) => ` ${Number(y) - 247} Tm`) : line,
      ),
      write(290, foot, `${number}`),
    ],
  });
  const rowsFrom = (from: number) =>
    Array.from({ length: 4 }, (_, row) => [`4.${from + row}`, `Count the boats of pier ${from + row}`, "Clerk", "May"]);
  const read = async (pages: Parameters<typeof makePdf>[0]) => {
    const { blocks, text } = await readMadePdf(makePdf(pages));
    return blocks.map(({ kind, cell, start, end }) => `${kind} ${cell?.row}.${cell?.column} ${text.slice(start, end)}`);
  };

  it("has the number of the page that stands close under it in no cell", async () => {
    const found = await read([page(1, rowsFrom(1), 60), page(2, rowsFrom(5), 60)]);
    expect(found).toHaveLength(8 * 4);
    expect(found.every((each) => /^cell \d\.\d (?:4\.\d|Count .* \d|Clerk|May)$/.test(each))).toBe(true);
  });

  it("goes on over pages that lie on their side, without their numbers", async () => {
    const found = await read([page(1, rowsFrom(1), 40), page(2, rowsFrom(5), 40, true)]);
    expect(found.at(-1)).toBe("cell 7.3 May");
    expect(found).toHaveLength(8 * 4);
  });
});
