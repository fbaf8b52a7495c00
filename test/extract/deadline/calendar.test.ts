import fc from "fast-check";
import { expect, it } from "vitest";
import {
  addWorkingDays,
  dayAt,
  dayOf,
  easterSunday,
  isBefore,
  isWorkingDay,
  monthEnd,
  nthWeekday,
} from "../../../src/extract/deadline/calendar.ts";
import { readNumeral, readOrdinal } from "../../../src/extract/deadline/numeral.ts";
import { loadPipeline } from "../../../src/pipeline/load.ts";

const holidays = new Set(loadPipeline("gla-correspondence").extract.deadlines.holidays);
const days = fc.integer({ min: 0, max: 5000 }).map((count) => dayOf("2012-01-01").add({ days: count }));

// from the tables of the Book of Common Prayer and published calendars
it.each([
  [2008, "2008-03-23"],
  [2011, "2011-04-24"],
  [2016, "2016-03-27"],
  [2019, "2019-04-21"],
  [2024, "2024-03-31"],
  [2025, "2025-04-20"],
  [2038, "2038-04-25"],
])("Easter Sunday of %i is %s", (year, day) => {
  expect(easterSunday(year).toString()).toBe(day);
});

it("knows the Good Friday and Easter Monday of every year among the bank holidays", () => {
  for (let year = 2012; year <= 2027; year++)
    for (const days of [-2, 1]) expect(holidays).toContain(easterSunday(year).add({ days }).toString());
});

it("knows at least eight bank holidays in each year, none on a weekend, in order", () => {
  const list = [...holidays];
  expect(list).toEqual([...list].sort());
  for (const day of list) expect(dayOf(day).dayOfWeek).toBeLessThan(6);
  for (let year = 2012; year <= 2027; year++)
    expect(list.filter((day) => day.startsWith(String(year))).length).toBeGreaterThanOrEqual(8);
});

it("counts working days there and back", () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 60 }), (day, count) => {
      const later = addWorkingDays(day, count, holidays);
      expect(isWorkingDay(later, holidays)).toBe(true);
      expect(isBefore(day, later)).toBe(true);
      if (isWorkingDay(day, holidays)) expect(addWorkingDays(later, -count, holidays).equals(day)).toBe(true);
    }),
  );
});

it.each([
  ["2024-12-23", 3, "2024-12-30"],
  ["2024-03-28", 1, "2024-04-02"],
  ["2023-05-05", 1, "2023-05-09"],
  ["2022-06-01", 1, "2022-06-06"],
])("from %s, %i working days end on %s", (from, count, to) => {
  expect(addWorkingDays(dayOf(from), count, holidays).toString()).toBe(to);
});

it("has no day that the calendar has not", () => {
  expect(dayAt(2023, 2, 29)).toBeNull();
  expect(dayAt(2024, 2, 29)?.toString()).toBe("2024-02-29");
  expect(dayAt(2024, 13, 1)).toBeNull();
  expect(monthEnd(2024, 14).toString()).toBe("2025-02-28");
});

it.each([
  [2025, 5, 1, "2025-05-05"],
  [2025, 5, -1, "2025-05-26"],
  [2024, 8, -1, "2024-08-26"],
  [2023, 5, 1, "2023-05-01"],
])("of %i-%i, Monday %i is %s", (year, month, nth, day) => {
  expect(nthWeekday(year, month, nth).toString()).toBe(day);
});

it.each([
  ["28", 28],
  ["twenty-eight", 28],
  ["twenty one", 21],
  ["ninety", 90],
  ["a", 1],
  ["a couple of", 2],
  ["a dozen", 12],
  ["several", null],
])("reads the numeral %j as %j", (words, value) => {
  expect(readNumeral(words)).toBe(value);
});

it.each([
  ["first", 1],
  ["3rd", 3],
  ["Q4", 4],
  ["two", 2],
  ["last", null],
])("reads the ordinal %j as %j", (words, value) => {
  expect(readOrdinal(words)).toBe(value);
});
