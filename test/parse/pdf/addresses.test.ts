import { expect, it } from "vitest";
import { makePdf, write } from "../../support/pdf-source.ts";
import { readMadePdf } from "../../support/read-made-pdf.ts";

const SENDER = ["Fenmarch Council", "4 Quay Street", "Fenmarch FM1 2BC", "Date: 12 June 2025"];
const ADDRESSEE = ["Ada Moss", "Chair of the Harbour Panel", "The Custom House", "Mill Hill"];
const BODY =
  "We thank the Panel for its letter of 22 May, which sets out at length what it would wish to know of the harbour.";

type Block = { x: number; top: number; lines: readonly string[]; right?: boolean };

/** A letter whose head is made of blocks of lines. Ends of lines set right are where letters of half their size on average put them. */
async function read(...blocks: readonly Block[]): Promise<string> {
  const head = blocks.flatMap(({ x, top, lines, right }) =>
    lines.map((line, row) => write(right ? x - 5.2 * line.length : x, top - 14 * row, line)),
  );
  const content = [
    ...head,
    write(70, 640, "Dear Ms Moss"),
    write(70, 610, BODY.slice(0, 62)),
    write(70, 596, BODY.slice(63)),
  ];
  return (await readMadePdf(makePdf([{ content }]))).text;
}

const inOrder = (text: string, lines: readonly string[]): boolean =>
  lines.every((line, at) => at === 0 || text.indexOf(lines[at - 1]!) < text.indexOf(line));
const words = (text: string): string => text.replace(/\s+/g, " ");

it.each<[string, Block, Block]>([
  ["on the same rows", { x: 70, top: 760, lines: ADDRESSEE }, { x: 380, top: 760, lines: SENDER }],
  ["between one another's rows", { x: 70, top: 754, lines: ADDRESSEE }, { x: 380, top: 761, lines: SENDER }],
  [
    "and the right one set right",
    { x: 70, top: 754, lines: ADDRESSEE },
    { x: 530, top: 761, lines: SENDER, right: true },
  ],
])(
  "reads two addresses one after the other where they stand side by side %s, who writes first",
  async (_, left, right) => {
    const text = words(await read(left, right));
    expect(text).toContain(SENDER.slice(0, 3).join(" "));
    expect(text).toContain(ADDRESSEE.join(" "));
    expect(inOrder(text, [...SENDER, ...ADDRESSEE, "Dear Ms Moss", "We thank the Panel"])).toBe(true);
  },
);

it("reads names with their offices row by row, though an address stands over them", async () => {
  const names = ["Ada Moss", "Ben Hale", "Cleo Roe", "Dan Obi"];
  const offices = ["Chair", "Clerk", "Treasurer", "Member"];
  const text = words(
    await read(
      { x: 70, top: 780, lines: ["Fenmarch FM1 2BC"] },
      { x: 70, top: 754, lines: names },
      { x: 380, top: 754, lines: offices },
    ),
  );
  expect(text).toContain("Ada Moss Chair Ben Hale Clerk Cleo Roe Treasurer Dan Obi Member");
});

it("reads a list of bodies with their addresses row by row", async () => {
  const bodies = ["Fenmarch Council", "Marden Council", "Skelby Council"];
  const places = ["Quay Street FM1 2BC", "Mill Lane MA1 4DE", "High Road SK2 9FG"];
  const text = words(await read({ x: 70, top: 754, lines: bodies }, { x: 380, top: 754, lines: places }));
  expect(text).toContain("Fenmarch Council Quay Street FM1 2BC");
});
