import { describe, expect, it } from "vitest";
import { outline, read } from "../support/read.ts";

const blocksOf = async (source: string): Promise<string[]> => outline(await read("page.md", source));

describe("Markdown", () => {
  it.each<[string, string, string[]]>([
    [
      "headings and paragraphs",
      "# The slipway\n\n## Repairs\n\nIt is\nclosed.",
      ["title The slipway", "heading Repairs", "paragraph It is closed."],
    ],
    ["hard breaks", "Ada Brill\\\nSecretary", ["paragraph Ada Brill\nSecretary"]],
    [
      "fields on lines of their own",
      "**Question No:** 12\n**Asked by:** Ada Brill\nand others",
      ["paragraph Question No: 12\nAsked by: Ada Brill and others"],
    ],
    [
      "an address typed line by line",
      "**Office of the Leader**\nCivic Centre, Pages Lane",
      ["paragraph Office of the Leader\nCivic Centre, Pages Lane"],
    ],
    ["lines of prose, however short", "Ada Brill\nwrote to us.", ["paragraph Ada Brill wrote to us."]],
    [
      "prose in lines that begin with names",
      "The letter that was sent in May has been answered by Ms\nBrill, who says that the boat house will be open in\nJune.",
      [
        "paragraph The letter that was sent in May has been answered by Ms Brill, who says that the boat house will be open in June.",
      ],
    ],
    ["bold words at the beginning of a line", "It is\n**closed** now.", ["paragraph It is closed now."]],
    ["escaped characters", "In July \\[2021\\] we asked", ["paragraph In July [2021] we asked"]],
    ["lists by their numbers", "3. one\n4. two", ["list-item [3.] one", "list-item [4.] two"]],
    ["typed labels", "a) one\n\nb) two", ["paragraph a) one", "paragraph b) two"]],
    ["pictures are no text", "![Photo of Ada](a.png)\n[**Ada Brill**](/ada) Clerk", ["paragraph Ada Brill Clerk"]],
    [
      "notes with their definitions",
      "It is so.[^1] Yes.\n\n[^1]: Minutes, page 4",
      ["paragraph It is so. Yes.", "note [1] Minutes, page 4"],
    ],
    ["marks of notes that are not there", "It is so.[^1] And so.[^2]", ["paragraph It is so. And so."]],
    [
      "brackets that do not count up",
      "It is so. [1] And so. [2]\n\nIn part [7] too.",
      ["paragraph It is so. [1] And so. [2]", "paragraph In part [7] too."],
    ],
    ["bracketed marks", "It is so. [1] And so. [2]", ["paragraph It is so. And so."]],
    ["links within the page", "Dear Board\n\n* [Link to this](#s1)\n* [In context](?v=c)", ["paragraph Dear Board"]],
    [
      "the trail of links before the title",
      "[Home](/)\n\n1. [Port](/p)\n\n# The slipway\n\nClosed.",
      ["title The slipway", "paragraph Closed."],
    ],
  ])("%s", async (_, source, expected) => {
    expect(await blocksOf(source)).toEqual(expected);
  });

  it("quotations and tables are groups", async () => {
    const { blocks } = await read("page.md", "> Buy it.\n>\n> Soon.\n\n| Ask | Reply |\n|---|---|\n| One | Yes |");
    expect(blocks.map(({ groupKind, cell }) => [groupKind, cell?.header ?? null])).toEqual([
      ["quotation", null],
      ["quotation", null],
      ["table", true],
      ["table", true],
      ["table", false],
      ["table", false],
    ]);
  });

  it("settings at its head are told apart from its text", async () => {
    const source = "---\ntitle: The slipway\ndate: 2024-03-12\ntags: [a, b]\n---\n\nIt is closed.";
    const document = await read("page.md", source);
    expect(outline(document)).toEqual(["paragraph It is closed."]);
    expect(document).toMatchObject({ title: "The slipway", metadata: { published: "2024-03-12" } });
    const last = document.sourceRuns.at(-1)!;
    expect(source.slice(last.raw, last.raw + last.length)).toBe(document.text.slice(last.text));
  });

  it.each([
    ["a rule and sentences", "---\nIt is closed.\n\n---\n\nIt is open."],
    ["what is no map of settings", "---\n- one\n- two\n---\n\nIt is open."],
    ["what cannot be read", "---\ntitle: [\n---\n\nIt is open."],
    ["settings further down", "It is closed.\n\n---\nclosed: true\n---\n\nIt is open."],
  ])("%s at its head are text", async (_, source) => {
    const document = await read("page.md", source);
    expect(document.text).toMatch(/closed|two|title/);
    expect(document.metadata).toEqual({});
  });

  it("a long file reads as its parts do", async () => {
    const part = (number: number) => `## Part ${number}\n\nIt was **closed** in ${number}. See [the list](/l).\n\n`;
    const source = Array.from({ length: 3_000 }, (_, number) => part(number)).join("");
    const document = await read("page.md", source);
    expect(document.blocks).toHaveLength(6_000);
    const last = document.sourceRuns.at(-1)!;
    expect(document.text.slice(last.text, last.text + last.length)).toBe(
      source.slice(last.raw, last.raw + last.length),
    );
  });
});
