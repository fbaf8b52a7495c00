import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Document } from "../../../src/document/document.ts";
import { read } from "../../support/read.ts";
import { readMadePdf } from "../../support/read-made-pdf.ts";

// printed by an office program from the DOCX beside them, once with tags and once without
const bytesOf = (name: string) => new Uint8Array(readFileSync(`test/corpus/pdf/office-${name}`));

/** The words in their order, printed labels among them; leaders, and a drop capital that is a paragraph of its own, as a person reads them. */
const wordsOf = ({ blocks, text }: Document): string[] =>
  blocks
    .map(({ kind, label, start, body, end }) => {
      const isCounted = label !== null && body === start && kind !== "note";
      return `${isCounted ? `${label} ` : ""}${text.slice(kind === "note" ? body : start, end)}`;
    })
    .join("\n")
    .replace("T\nhe harbour", "The harbour")
    .split(/\s+/)
    .filter((word) => /[\p{L}\d]/u.test(word));

const cellsOf = ({ blocks, text }: Document): string[] =>
  blocks.flatMap(({ cell, start, end }) => (cell ? [`${cell.row}.${cell.column} ${text.slice(start, end)}`] : []));

describe.each(["tagged", "untagged"])("a %s print by an office program", (tags) => {
  it.each(["report", "minutes", "response", "columns", "letter"])(
    "of %s says what the DOCX says, word for word",
    async (name) => {
      const source = await read(`${name}.docx`, bytesOf(`${name}.docx`));
      const printed = await readMadePdf(bytesOf(`${name}-${tags}.pdf`));
      expect(wordsOf(printed)).toEqual(wordsOf(source));
      expect(printed.findings).toEqual([]);
    },
  );

  it.each(["minutes", "response"])("has the rows and cells of the tables in %s", async (name) => {
    const source = await read(`${name}.docx`, bytesOf(`${name}.docx`));
    const printed = await readMadePdf(bytesOf(`${name}-${tags}.pdf`));
    expect(cellsOf(printed)).toEqual(cellsOf(source));
  });

  it("has the labels of nested lists, boxes around recommendations, and notes that a page end cuts", async () => {
    const { blocks, text } = await readMadePdf(bytesOf(`report-${tags}.pdf`));
    const items = blocks.filter(({ kind }) => kind === "list-item");
    expect(items.slice(0, 7).map(({ label, level }) => [label, level])).toEqual([
      ["1.", 1],
      ["2.", 1],
      ["(a)", 2],
      ["(b)", 2],
      ["(i)", 3],
      ["(ii)", 3],
      ["3.", 1],
    ]);
    const boxed = blocks
      .filter(({ groupKind }) => groupKind === "box")
      .map(({ start }) => text.slice(start, start + 17));
    expect(boxed).toEqual(["Recommendation 1:", "Recommendation 2:", "Recommendation 3:"]);
    expect(blocks.filter(({ kind }) => kind === "note").map(({ label }) => label)).toEqual(["1", "2", "3"]);
  });
});
