import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { BadGold, readGold } from "../../src/evaluate/read-gold.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "gold-"));
});
afterEach(() => rmSync(dir, { recursive: true }));
const write = (name: string, value: unknown) =>
  writeFileSync(join(dir, name), typeof value === "string" ? value : JSON.stringify(value));

const item = { id: "i1", kind: "ask", form: "question", quote: "Who holds the key?" };

it("reads gold by its name and pairs beside it", () => {
  write("key.gold.json", { items: [item], notes: ["none"] });
  write("pairs.json", {
    links: [
      { ask: { doc: "key.txt", item: "i1" }, reply: { doc: "answer.txt", replies: ["I do."] }, outcome: "answered" },
    ],
  });
  write("other.json", { anything: true });
  const { byName, pairs } = readGold([dir]);
  expect([...byName.keys()]).toEqual(["key"]);
  expect(pairs).toHaveLength(1);
});

it.each([
  ["no JSON", "{", /cannot be read as JSON/],
  ["a kind that is none", { items: [{ ...item, kind: "wish" }] }, /items\[0\]\.kind/],
  ["no items", { parts: [] }, /items/],
  [
    "a day that is none",
    { items: [item], deadlines: [{ item: "i1", quote: "by May", date: "May", precision: "month" }] },
    /date/,
  ],
  [
    "a deadline of no item",
    { items: [item], deadlines: [{ item: "i9", quote: "by May", date: null, precision: "month" }] },
    /"i9"/,
  ],
])("refuses a file with %s, and names it", (_, value, message) => {
  write("key.gold.json", value);
  expect(() => readGold([dir])).toThrow(BadGold);
  expect(() => readGold([dir])).toThrow(message);
  expect(() => readGold([dir])).toThrow(/key\.gold\.json/);
});
