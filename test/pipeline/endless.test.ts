import { expect, it } from "vitest";
import { Settings } from "../../src/cli/settings.ts";
import { loadPipelines } from "../../src/pipeline/load.ts";
import { shippedPipelines } from "../../src/pipeline/shipped.ts";
import { perform } from "../../src/pipeline/task.ts";
import { setupFor } from "../../src/pipeline/thread-setup.ts";

const setup = setupFor(loadPipelines(shippedPipelines()), Settings.parse({}).limits);
const LENGTH = 400_000;
const endless = (words: string) => words.repeat(LENGTH / words.length);

/** What grows with the square of such a line takes minutes for it and is stopped; what grows with the line takes a second or two. */
const ENOUGH = 40_000;

it.each([
  ["spaces", " "],
  ["tabs", "\t"],
  ["capitals", "A"],
  ["words in capitals", "GATES AND PONDS "],
  ["spaces between capitals", "A   "],
  ["colons", "Gate: "],
  ["numbers of points", "1. "],
  ["brackets", "("],
  ["quotation marks", "“"],
  ["dashes", "– "],
  ["small letters", "a"],
  ["words", "gate "],
  ["digits", "1"],
  ["numbers", "2024 "],
  ["full stops", "."],
  ["commas", "gate, "],
  ["question marks", "?"],
  ["signs of quotation", "> "],
  ["signs of e-mail", "@"],
  ["slashes", "/"],
  ["names", "Ada Moss "],
  ["days", "3 May 2026, "],
  ["sentences", "Will you shut the gate? "],
  ["lines of a word", "gate\n"],
  ["labels", "\n\nRecommendation 1\n\n"],
  ["headings over statements", "\n\n1 Gates\n\nThat the gate is shut.\n"],
])("a text of %s without end is read", { timeout: ENOUGH }, async (_, words) => {
  const text = `Dear Ms Moss,\n\n${endless(words)}\n\nWill you publish the number of late gates?\n\nYours sincerely,\nAda Pike\n`;
  const bytes = new TextEncoder().encode(text);
  const result = await perform({ kind: "read", id: "0".repeat(64), extension: ".txt", bytes, parsed: null }, setup);
  expect(result).not.toHaveProperty("failure");
});
