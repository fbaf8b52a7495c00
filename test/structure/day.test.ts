import { expect, it } from "vitest";
import { dayBefore, readDay, readIsoDay, readMonthEnd, withoutDay } from "../../src/structure/day.ts";

it.each([
  ["8 November 2023", "2023-11-08"],
  ["08 November 2023", "2023-11-08"],
  ["Tuesday 5 November 2024", "2024-11-05"],
  ["3rd of May, 2024", "2024-05-03"],
  ["31st Oct. 2023", "2023-10-31"],
  ["1 Sept 2023", "2023-09-01"],
  ["Date: 3.8.23", "2023-08-03"],
  ["03/05/2024", "2024-05-03"],
  ["2024-05-03T09:15:00.000Z", "2024-05-03"],
  ["May 3, 2024", "2024-05-03"],
  ["29 February 2024", "2024-02-29"],
])("reads %j as %s", (words, day) => {
  expect(readIsoDay(words)).toBe(day);
});

it.each([
  "May 2024",
  "5 September",
  "31 June 2024",
  "29 February 2023",
  "2023/24",
  "Section 3.8.230",
  "13.14.15",
  "no day",
])("reads no day with its year in %j", (words) => {
  expect(readIsoDay(words)).toBeNull();
});

it.each([
  ["5 September", "2023-11-08", "2023-09-05"],
  ["20 December", "2024-01-15", "2023-12-20"],
  ["15 January", "2024-01-15", "2024-01-15"],
  ["4 March 2021", "2024-01-15", "2021-03-04"],
])("takes %j in a letter of %s for %s", (words, letter, day) => {
  expect(dayBefore(readDay(words)!, letter)).toBe(day);
});

it("fixes no year where the letter has none", () => {
  expect(dayBefore(readDay("5 September")!, null)).toBeNull();
});

it.each([
  ["June 2023", "2023-06-30"],
  ["Presented to Parliament by the Secretary of State, February 2024", "2024-02-29"],
])("takes %j for the month that ends on %s", (words, day) => {
  expect(readMonthEnd(words)).toBe(day);
});

it("takes no month for a paper's own that a sentence only mentions", () => {
  expect(readMonthEnd("The ponds were full in June 2023")).toBeNull();
});

it.each([
  ["Parks Board, Monday 4 May 2024, 6pm", "Parks Board"],
  ["Parks Board · March 2026", "Parks Board"],
  ["Parks Board held on 4 May 2024", "Parks Board"],
  ["4 May 2024", "4 May 2024"],
  ["Parks Board", "Parks Board"],
])("leaves of %j, without its day, %j", (words, rest) => {
  expect(withoutDay(words)).toBe(rest);
});
