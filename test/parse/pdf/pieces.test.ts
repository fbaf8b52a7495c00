import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readElements } from "../../../src/parse/pdf/elements.ts";
import { framesOf } from "../../../src/parse/pdf/frames.ts";
import { jointOf, vocabularyOf } from "../../../src/parse/pdf/hyphens.ts";
import { labelAt } from "../../../src/parse/pdf/label.ts";
import { lettersOf } from "../../../src/parse/pdf/letters.ts";
import { falseSpaces } from "../../../src/parse/pdf/spacing.ts";
import { patchWorker } from "../../../src/parse/pdf/worker-patch.ts";

it("fits the worker of the library that is installed, and gives way where it does not", () => {
  const worker = readFileSync(createRequire(import.meta.url).resolve("pdfjs-dist/legacy/build/pdf.worker.mjs"), "utf8");
  expect(patchWorker(worker)).toContain("edges.push");
  expect(patchWorker(worker.replaceAll("Object.create(this)", "Object.create(that)"))).toBeNull();
});

describe("line ends", () => {
  // a document that hyphenates: "survey" and "harbour" are met whole, "well-known" as a compound
  const hyphenating = ["the survey of the harbour", "a well-known sur-", "vey of the har-", "bour was long term"];
  const plain = ["the race was run", "it was related", "a race-related matter and a race-", "related one"];
  it.each([
    ["a sur-", "vey of it", hyphenating, "a survey of it"],
    ["a well-", "known place", hyphenating, "a well-known place"],
    ["con-", "tractors came", hyphenating, "contractors came"],
    ["an audio-", "guided walk", plain, "an audio-guided walk"],
    ["short-", "and long-term", hyphenating, "short- and long-term"],
    ["the Anglo-", "Saxon wall", hyphenating, "the Anglo-Saxon wall"],
    ["within 100-", "day plans", plain, "within 100-day plans"],
    ["soft\u00ad", "ened", plain, "softened"],
    ["either/", "or", plain, "either/or"],
    ["2024–", "25", plain, "2024–25"],
    ["the words", "go on", plain, "the words go on"],
  ])("%s | %s", (before, after, lines, joined) => {
    const { drop, between } = jointOf(before, after, vocabularyOf(lines));
    expect(before.slice(0, before.length - drop) + between + after).toBe(joined);
  });
});

it.each([
  ["8.12 The board", "8.12", "The board"],
  ["(a) the lease", "(a)", "the lease"],
  ["1(a) the lease", "1(a)", "the lease"],
  ["iv. the lease", "iv.", "the lease"],
  ["• the lease", null, "the lease"],
  ["\uf0b7 the lease", null, "the lease"],
  ["o the lease", null, "the lease"],
  ["– the lease", null, "the lease"],
])("%s begins with a label", (text, label, words) => {
  const found = labelAt(text)!;
  expect([found.label, text.slice(found.end)]).toEqual([label, words]);
});

it.each(["2023 was dry", "on 3 May", "-5 degrees", "A tenant wrote"])("%s does not", (text) => {
  expect(labelAt(text)).toBeNull();
});

it("takes ligatures apart and drops what has no shape, with an edge for every letter", () => {
  expect(lettersOf("e\ufb03c\u200bient", 80, null)).toMatchObject({ text: "efficient" });
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("a", "ﬁ", "ﬄ", " ", "\u00a0", "\u200b", "z", "\u00ad"), { minLength: 1 }),
      fc.double({ min: 1, max: 500, noNaN: true }),
      (signs, width) => {
        const { text, edges } = lettersOf(signs.join(""), width, null);
        expect(edges).toHaveLength(text.length + 1);
        expect(edges.every((edge, at) => at === 0 || edge >= edges[at - 1]!)).toBe(true);
        expect(edges.at(-1)).toBeCloseTo(width);
      },
    ),
  );
});

it("tells spaces between letters from spaces between words by their width", () => {
  const text = "T H E P I E R";
  const widths = [4, 4, 9, 4, 4, 4];
  let at = 0;
  let left = 0;
  const made = [...text].map((sign) => {
    const edge = left;
    left += sign === " " ? widths[at++]! : 8;
    return edge;
  });
  const spaces = new Set(falseSpaces({ text, edges: [...made, left] }));
  expect([...text].filter((_, index) => !spaces.has(index)).join("")).toBe("THE PIER");
  expect(falseSpaces({ text: "it is so at 6 am", edges: [] })).toEqual([]);
});

describe("drawn lines", () => {
  const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });
  it.each([
    ["a shaded rectangle is a box", [box(70, 100, 500, 160)], [[1, 1]]],
    [
      "four thin lines are a box",
      [box(70, 100, 500, 101), box(70, 160, 500, 161), box(70, 100, 71, 161), box(499, 100, 500, 161)],
      [[1, 1]],
    ],
    [
      "rectangles side by side are a table",
      [box(70, 100, 200, 130), box(200, 100, 500, 130), box(70, 130, 200, 160), box(200, 130, 500, 160)],
      [[2, 2]],
    ],
    [
      "two boxes apart are two",
      [box(70, 100, 500, 160), box(70, 300, 500, 360)],
      [
        [1, 1],
        [1, 1],
      ],
    ],
    ["a line under a heading is none", [box(70, 100, 500, 100.5)], []],
    ["an underlined word is none", [box(70, 100, 81, 100.5), box(90, 100, 100, 100.5)], []],
  ])("%s", (_, rules, expected) => {
    expect(framesOf(rules).map(({ columns, rows }) => [columns.length - 1, rows.length - 1])).toEqual(expected);
  });
});

it("counts the columns of tagged cells past those that reach down from the row above", () => {
  const cell = (id: string, spans = {}) => ({ role: "TD", ...spans, children: [{ type: "content", id }] });
  const row = (...children: object[]) => ({ role: "TR", children });
  const { elements } = readElements({
    role: "Root",
    children: [
      {
        role: "Table",
        children: [
          row(cell("a", { rowSpan: 3 }), cell("b", { colSpan: 2 }), cell("c")),
          row(cell("d"), cell("e", { rowSpan: 2 }), cell("f")),
          row(cell("g"), cell("h")),
          row(cell("i"), cell("j")),
        ],
      },
    ],
  });
  expect(elements.map((each) => `${each.cell!.row}.${each.cell!.column}`)).toEqual([
    "0.0",
    "0.1",
    "0.3",
    "1.1",
    "1.2",
    "1.3",
    "2.1",
    "2.3",
    "3.0",
    "3.1",
  ]);
});
