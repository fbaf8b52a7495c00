import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { anchorOf } from "../../../src/document/anchor.ts";
import type { Document } from "../../../src/document/document.ts";
import { readMadePdf } from "../../support/read-made-pdf.ts";

// printed by a browser from the HTML beside them, once with tags and once without
const read = (name: string): Promise<Document> =>
  readMadePdf(new Uint8Array(readFileSync(`test/corpus/pdf/${name}.pdf`)));

/** The words of a page of HTML, which is what its print should say. */
function wordsOfHtml(name: string): string[] {
  const html = readFileSync(`test/corpus/pdf/${name}.html`, "utf8").replace(
    /<title>.*?<\/title>|<style>[\s\S]*?<\/style>/g,
    "",
  );
  return html
    .replace(/<\/?(?:p|h\d|li|ol|ul|div|td|th|tr)\b[^>]*>/g, " ")
    .replace(/<[^>]+>/g, "")
    .split(/\s+/)
    .filter(Boolean);
}

const wordsOf = (document: Document): string[] =>
  document.blocks.flatMap((block) =>
    document.text
      .slice(block.kind === "cell" ? block.start : block.body, block.end)
      .split(/\s+/)
      .filter(Boolean),
  );

describe.each(["tagged", "untagged"])("%s prints", (tags) => {
  it("say word for word what was printed: no head, foot or number, no broken word", async () => {
    expect(wordsOf(await read(`boxed-report-${tags}`))).toEqual(wordsOfHtml("boxed-report"));
    expect(wordsOf(await read(`actions-table-${tags}`))).toEqual(wordsOfHtml("actions-table"));
  });

  it("keep a boxed recommendation whole over a page end", async () => {
    const document = await read(`boxed-report-${tags}`);
    const [box, ...others] = document.blocks.filter(({ groupKind }) => groupKind === "box");
    expect(others).toEqual([]);
    expect(box).toMatchObject({ kind: "paragraph", bold: true });
    const anchor = anchorOf(document, box!);
    expect(anchor.exact).toMatch(/^Recommendation 1: .*selected for survey\.$/);
    expect(new Set(anchor.boxes.map(({ page }) => page))).toEqual(new Set([2, 3]));
  });

  it("have one table over three pages, with its header once", async () => {
    const document = await read(`actions-table-${tags}`);
    const cells = document.blocks.filter(({ kind }) => kind === "cell");
    const words = (row: number) =>
      cells.filter(({ cell }) => cell!.row === row).map((block) => document.text.slice(block.start, block.end));
    expect(new Set(cells.map(({ group }) => group)).size).toBe(1);
    expect(cells.length).toBe(35 * 4);
    expect(words(0)).toEqual(["Item", "Action", "Owner", "Due"]);
    expect(cells.filter(({ cell }) => cell!.header)).toHaveLength(4);
    expect(words(34)).toEqual([
      "8.4",
      "Bring a costed plan for dredging the upper reach to the committee (phase 4).",
      "Chief Engineer",
      "Next meeting",
    ]);
  });

  it("have nested lists with labels and levels, and bullets that are no text", async () => {
    const document = await read(`boxed-report-${tags}`);
    const items = document.blocks.filter(({ kind }) => kind === "list-item");
    expect(items.map(({ label, level }) => [label, level])).toEqual([
      ["1.", 1],
      ["a.", 2],
      ["b.", 2],
      ["2.", 1],
      ["3.", 1],
      [null, 1],
      [null, 1],
    ]);
  });

  it("lead every character back to a page, in order", async () => {
    for (const name of ["boxed-report", "actions-table"]) {
      const { glyphs, text, pages } = await read(`${name}-${tags}`);
      let last = 0;
      for (const run of glyphs) {
        expect(run.start).toBeGreaterThanOrEqual(last);
        expect(text.slice(last, run.start)).toMatch(/^\s*$/);
        expect(run.advances).toHaveLength(run.end - run.start + 1);
        const advances = Array.from(run.advances!);
        expect(advances.every((each, at) => at === 0 || each >= advances[at - 1]!)).toBe(true);
        expect(run.x).toBeGreaterThan(0);
        expect(run.x + run.width).toBeLessThan(pages[run.page - 1]!.width);
        last = run.end;
      }
      expect(last).toBe(text.length);
    }
  });
});
