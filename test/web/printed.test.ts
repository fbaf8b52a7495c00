import { expect, it } from "vitest";
import { between, wordAt } from "../../src/web/printed.ts";

const word = (start: number, x: number, y: number) => ({ start, end: start + 4, x, y, width: 30, height: 10 });
const words = [word(0, 50, 100), word(5, 100, 100), word(10, 50, 115)];

it.each([
  ["on a word", { x: 60, y: 105 }, 0],
  ["between two words, nearer the second", { x: 95, y: 105 }, 5],
  ["after the last word of a line", { x: 300, y: 105 }, 5],
  ["before the first word of a line", { x: 5, y: 118 }, 10],
  ["between two lines, nearer the second", { x: 60, y: 114 }, 10],
  ["in the empty half of the page", { x: 60, y: 500 }, null],
] as const)("a press %s finds the word meant", (_, point, start) => {
  expect(wordAt(words, point)?.start ?? null).toBe(start);
});

it("a drag back takes the same words as a drag forward", () => {
  expect(between(words[2]!, words[0]!)).toEqual(between(words[0]!, words[2]!));
});
