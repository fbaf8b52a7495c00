import { expect, it } from "vitest";
import { makePdf, write } from "../../support/pdf-source.ts";
import { readMadePdf } from "../../support/read-made-pdf.ts";

const BODY =
  "We write together to ask that the gate be mended before the winter, for it has been open since the flood of last year.";
const LEFT = ["Ada Moss", "Chair of the Harbour Panel", "Exford Council"];
const RIGHT = ["Tom Reed", "Leader", "Fenmarch Council"];

/** A letter that two people sign side by side, below a line of its own. */
async function read(farewell: string, ...below: readonly string[]): Promise<string> {
  const content = [
    write(70, 640, BODY.slice(0, 60)),
    write(70, 626, BODY.slice(60)),
    write(70, 596, farewell),
    ...LEFT.flatMap((line, row) => [write(70, 560 - 14 * row, line), write(330, 560 - 14 * row, RIGHT[row]!)]),
    ...below.map((line, row) => write(70, 518 - 14 * row, line)),
  ];
  return (await readMadePdf(makePdf([{ content }]))).text.replace(/\s+/g, " ");
}

it("reads the signatures of two people one after the other, and the copies after both", async () => {
  expect(await read("Yours sincerely,", "cc The Clerk to the Harbour Panel")).toContain(
    [...LEFT, ...RIGHT, "cc The Clerk to the Harbour Panel"].join(" "),
  );
});

it("reads names and offices side by side row by row where no farewell is over them", async () => {
  expect(await read("Those present:")).toContain("Ada Moss Tom Reed");
});
