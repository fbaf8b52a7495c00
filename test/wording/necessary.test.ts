import { expect, it } from "vitest";
import { necessaryIn, normalForm, sidesIn } from "../../src/wording/necessary.ts";

it.each([
  ["\\bplease\\b", [[" please "]]],
  ["\\b(?:I|we) (?:ask|urge)\\b", [[" i ask ", " i urge ", " we ask ", " we urge "]]],
  ["consider(?:ed)?\\b", [["considered ", "consider "]]],
  ["report.*\\bby\\b", [["report"], [" by "]]],
  ["agree[ds]? to", [["agreed to", "agrees to", "agree to"]]],
  ["don['’]t", [["don t"]]],
  ["\\b(?:\\w+ly )?asked\\b", [["asked "]]],
  ["(?:very )+sorry", [["very "], ["very "], ["very sorry"]]],
  [
    "\\b(?:two|\\d+) of",
    [
      ["two", "0"],
      [" two", " 0"],
      ["two of", "0 of"],
    ],
  ],
  ["(?<!not )agreed(?! to differ)", [["agreed"]]],
  ["(?<![\\w-])by(?![\\w])", [[" by "]]],
  ["(?=.*report)by", [["report"], ["by"]]],
  ["^\\W*(?:please )?send", [["^ please send", "^ send"]]],
  ["[1-9]/(?:0|1[0-2])", [["0 0", "0 00"]]],
  ["who[^?]*\\?", [["?"], ["who"]]],
  ["\\u0057or\\x6b", [["work"]]],
  ["(?i:yes|no)\\W*$", [["yes ", "no "]]],
])("knows what must stand in a text that %s fits", (pattern, groups) => {
  expect(necessaryIn(pattern)).toEqual([groups]);
});

it.each([
  "",
  "^",
  "(?<=^|\\n)",
  "(?<![\\w-])\\p{Lu}",
  ".*",
  "(?:please)?",
  "please|.",
  "\\p{Lu}+",
  "[^a]",
  "\\s+",
  "(?!please)",
  "x{0,3}",
  "[a-z]+",
  "[!-~]",
])("knows of nothing that must stand in a text that %s fits", (pattern) => {
  expect(necessaryIn(pattern)).toContainEqual([]);
});

it("knows it of each alternative by itself", () => {
  expect(necessaryIn("please.*\\?|would you")).toEqual([[["?"], ["please"]], [["would you"]]]);
});

it("says what it cannot read", () => {
  expect(() => necessaryIn("(?:please")).toThrow(SyntaxError);
  expect(() => necessaryIn("please)")).toThrow(SyntaxError);
});

it("writes words in small letters with one space between them", () => {
  expect(normalForm("We don’t –\u00a0YET – Ka\u017fk 4(b)")).toBe("we don t yet kask 0 b ");
});

it.each([
  ["ask|tell", ["ask", "tell"]],
  ["\\b(?:ask|(?:re|un)tell)\\b|[|(]x", ["\\b(?:ask)\\b", "\\b(?:(?:re|un)tell)\\b", "[|(]x"]],
  ["\\b(?:ask|tell)\\b now", ["\\b(?:ask|tell)\\b now"]],
  ["a\\|b", ["a\\|b"]],
  ["(a)|(b)\\2", ["(a)|(b)\\2"]],
])("parts %s at its outermost bars, and leaves it whole where groups are counted", (pattern, sides) => {
  expect(sidesIn(pattern)).toEqual(sides);
});
