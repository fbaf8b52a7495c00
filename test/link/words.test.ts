import { describe, expect, it } from "vitest";
import { labelsNamed, labelsTurnedTo } from "../../src/link/numbered.ts";
import { daysIn } from "../../src/link/part-pairs.ts";
import { bareName, keysOf, sameParty } from "../../src/link/people.ts";
import { sameLabel } from "../../src/link/restatement.ts";
import { rarity, stemOf } from "../../src/link/words.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";

const { link: rules } = loadPipeline("gla-correspondence");

it.each([
  ["inspected", "inspection"],
  ["publication", "published"],
  ["children", "child"],
  ["policies", "policy"],
  ["1,970", "1970"],
  ["gates", "gate"],
])("'%s' and '%s' are one term", (a, b) => {
  expect(stemOf(a)).toBe(stemOf(b));
});

it.each([
  ["Piers Damerell AM", "Piers Damerell"],
  ["Rt Hon Dame Ada Quist DBE", "Ada Quist"],
  ["Cllr Lev Marr", "Lev Marr"],
])("the bare name of %s is %s", (name, bare) => {
  expect(bareName(name)).toBe(bare);
});

describe("parties", () => {
  const bodies = [{ name: "Office for Weirs", aliases: ["OFW"], roles: ["Director of Weirs"] }];
  const keys = (name: string | null, role: string | null, organisation: string | null) => [
    ...keysOf({ name, role, organisation }, bodies),
  ];

  it("meet by surname, whatever stands around it", () => {
    expect(sameParty(keys("Ms A Quist", null, null), keys("Ada Quist CBE", "Chair", null))).toBe(1);
  });
  it("meet by the body that a role speaks for", () => {
    expect(sameParty(keys(null, "Director of Weirs", null), keys("Lev Marr", null, "OFW"))).toBeGreaterThan(0);
  });
  it("do not meet where nothing is shared", () => {
    expect(sameParty(keys("Ada Quist", null, null), keys("Lev Marr", null, null))).toBe(0);
  });
});

it.each([
  ["8.12", "8.12.", true],
  ["Recommendation 4", "4", true],
  ["1(a)", "1a", true],
  ["4", "14", false],
  [null, null, false],
])("labels %s and %s are the same: %s", (a, b, same) => {
  expect(sameLabel(a, b)).toBe(same);
});

it("a day without a year is the last such day before the letter", () => {
  expect(daysIn("your letter of 9 December", "2024-01-20")).toEqual(["2023-12-09"]);
  expect(daysIn("on 3rd of May 2022", null)).toEqual(["2022-05-03"]);
  expect(daysIn("on 3 May", null)).toEqual(["--05-03"]);
});

it.each([
  ["Questions 3 to 5", ["3", "4", "5"]],
  ["Recommendations 8.12 and 8.13", ["8.12", "8.13"]],
  ["As to question 4, we have", ["4"]],
  ["Point (b)", ["b"]],
  ["On 3, nothing has come", ["3"]],
  ["Recommendations (i) and (ii)", ["i", "ii"]],
  ["As to (a) and (c), they are at Annex B", ["a", "c"]],
  ["What you ask for under (b) is held", ["b"]],
  ["Section 43 (b) was applied", []],
  ["On 3 May, nothing came", []],
  ["Spending 2019 to 2021", []],
])("'%s' names the labels %j", (words, labels) => {
  expect([...labelsNamed(words, rules)]).toEqual(labels);
});

it.each([
  ["As to (b), nothing has come", ["b"]],
  ["On 3, nothing has come", ["3"]],
  ["In relation to (ii) and (iii), we agree", ["ii", "iii"]],
  ["What you ask for under (b) is held", []],
  ["The gate, as to (b), is shut", []],
])("'%s' turns to the labels %j", (words, labels) => {
  expect([...labelsTurnedTo(words, rules)]).toEqual(labels);
});

it("a word that an ask and its reply of one sentence share is as rare as in a letter, and one of every sentence is not", () => {
  const words = (...terms: string[]) => new Map(terms.map((term) => [term, 1]));
  const few = rarity([words("heron", "lamp"), words("heron", "pond")]);
  expect(few("heron")).toBeGreaterThan(2);
  expect(few("lamp")).toBeGreaterThan(few("heron"));
  const many = rarity(Array.from({ length: 60 }, (_, at) => words("heron", `lamp${at}`)));
  expect(many("heron")).toBeLessThan(0.1);
});
