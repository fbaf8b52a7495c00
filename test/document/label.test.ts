import { expect, it } from "vitest";
import { normaliseLabel, readLabels } from "../../src/document/label.ts";

it.each([
  ["6", ["6"]],
  ["8.12", ["8.12"]],
  ["1(a)", ["1(a)"]],
  ["4. (a) (iv)", ["4(a)(iv)"]],
  ["2 and 7", ["2", "7"]],
  ["4, 5 and 9", ["4", "5", "9"]],
  ["8.10–8.12", ["8.10", "8.11", "8.12"]],
  ["3 to 5", ["3", "4", "5"]],
  ["5-3", ["5", "3"]],
  ["the third", []],
  ["6 was rejected", []],
  ["", []],
])("reads the labels of %j", (printed, labels) => {
  expect(readLabels(printed)).toEqual(labels);
});

it("counts no range out that is longer than any list of recommendations", () => {
  expect(readLabels("1–999")).toEqual(["1", "999"]);
});

it.each([
  ["(a)", "a"],
  ["6.", "6"],
  ["(a)(i)", "(a)(i)"],
  ["8.12.", "8.12"],
])("writes %j as %j", (printed, normal) => {
  expect(normaliseLabel(printed)).toBe(normal);
});
