import { expect, it } from "vitest";
import { grammarOf } from "../../../src/extract/deadline/grammar.ts";
import { readTime, readTimes } from "../../../src/extract/deadline/read-time.ts";
import type { TimeContext } from "../../../src/extract/deadline/time-context.ts";
import { loadPipeline } from "../../../src/pipeline/load.ts";
import type { Precision } from "../../../src/records/deadline.ts";

// Expressions of British public documents and the last day that meets them. The letter is of Tuesday 31 October 2023 throughout; the
// file says elsewhere that the Estates Board meets on 14 November 2023, the next Fleet Committee is on 6 December 2023, the July
// Panel on 9 July 2024. A date of null is a deadline that nothing dates; a row without a date is no time at all.

const grammar = grammarOf(loadPipeline("gla-correspondence").extract.deadlines);
const context: TimeContext = {
  reference: "2023-10-31",
  called: "the letter's date",
  counts: true,
  occasions: () => [
    { words: "the estates board will be held on tuesday 14 november", day: "2023-11-14" },
    { words: "the next meeting of the fleet committee is on 6 december 2023", day: "2023-12-06" },
    { words: "we shall come back to it at the panel on 9 july 2024", day: "2024-07-09" },
  ],
};

type Row = [expression: string, date: string | null, precision: Precision];

const DAYS: Row[] = [
  ["by 14 November", "2023-11-14", "day"],
  ["by 14 November 2024", "2024-11-14", "day"],
  ["by the 14th of November", "2023-11-14", "day"],
  ["by 14th Nov", "2023-11-14", "day"],
  ["between 14 November and 3 December", "2023-12-03", "day"],
  ["on Thursday of next week", "2023-11-09", "day"],
  ["this December", "2023-12-31", "month"],
  ["on the evening of 14 November", "2023-11-14", "day"],
  ["on the morning of the 14th", "2023-11-14", "day"],
  ["at the 6 December meeting", "2023-12-06", "day"],
  ["to the 6 December Estates Board", "2023-12-06", "day"],
  ["on 14 or 15 November", "2023-11-15", "day"],
  ["on Tuesday 14 or Wednesday 15 November", "2023-11-15", "day"],
  ["by the closing date, which is 20 December", "2023-12-20", "day"],
  ["by COP Monday 6 November", "2023-11-06", "day"],
  ["by w/e 17 November", "2023-11-17", "day"],
  ["by the week ending Friday 17 November", "2023-11-17", "day"],
  ["by 1st week of December", "2023-12-07", "day"],
  ["by November 14", "2023-11-14", "day"],
  ["by November 14th, 2024", "2024-11-14", "day"],
  ["by Friday 3 November", "2023-11-03", "day"],
  ["no later than Friday, 3 November 2023", "2023-11-03", "day"],
  ["not later than 30 June", "2024-06-30", "day"],
  ["on or before 30 June", "2024-06-30", "day"],
  ["by 30/06/2024", "2024-06-30", "day"],
  ["by 30.6.24", "2024-06-30", "day"],
  ["by 2024-06-30", "2024-06-30", "day"],
  ["by 20/11", "2023-11-20", "day"],
  ["by 5pm on Friday 3 November", "2023-11-03", "day"],
  ["by noon on 12 December", "2023-12-12", "day"],
  ["by close of business on 12 December 2023", "2023-12-12", "day"],
  ["on 12 December", "2023-12-12", "day"],
  // already past this year: its next occurrence
  ["by 1 October", "2024-10-01", "day"],
  // the letter's own day still meets it
  ["by 31 October", "2023-10-31", "day"],
  // 29 February is next to be had in 2024
  ["by 29 February", "2024-02-29", "day"],
  // 3 May is a Friday in 2024, so the weekday only confirms the year; it is a Saturday in 2025
  ["by Friday 3 May", "2024-05-03", "day"],
  ["by Saturday 3 May", "2025-05-03", "day"],
  ["before 14 November", "2023-11-13", "day"],
  ["before 1 January 2024", "2023-12-31", "day"],
  ["before 1 March 2024", "2024-02-29", "day"],
  ["prior to 5 May 2024", "2024-05-04", "day"],
  ["ahead of 5 May 2024", "2024-05-04", "day"],
  ["in time for 5 May 2024", "2024-05-05", "day"],
  // awaited until the day before the season begins
  ["in time for next winter", "2023-11-30", "season"],
  ["before the contract is let again in March", "2024-02-29", "month"],
  ["from the next round, which opens in February 2024", "2024-02-29", "month"],
  ["by the time we finish, which will be in the spring", "2024-05-31", "season"],
  ["beginning with the data for April 2024", "2024-04-30", "month"],
  ["from the April data onwards", "2024-04-30", "month"],
  // each council settles the day of its annual meeting
  ["by the end of the municipal year", null, "vague"],
  ["from 1 April 2024", "2024-04-01", "day"],
  ["with effect from 1 April 2024", "2024-04-01", "day"],
  ["by the 19th", "2023-11-19", "day"],
  ["by the 5th of next month", "2023-11-05", "day"],
  ["due 14 November", "2023-11-14", "day"],
  ["by 31 March next year", "2024-03-31", "day"],
  ["by 31 December this year", "2023-12-31", "day"],
];

const NEAR: Row[] = [
  ["by Friday", "2023-11-03", "day"],
  // "Friday week" is a week after the Friday ahead
  ["by Friday week", "2023-11-10", "day"],
  ["a week on Friday", "2023-11-10", "day"],
  ["by this day week", "2023-11-07", "day"],
  ["by a week tomorrow", "2023-11-08", "day"],
  ["a fortnight today", "2023-11-14", "day"],
  ["the day after tomorrow", "2023-11-02", "day"],
  ["by this time next week", "2023-11-07", "day"],
  ["by that Friday", "2023-11-03", "day"],
  ["by lunchtime", "2023-10-31", "day"],
  ["by close of business", "2023-10-31", "day"],
  ["early next week", "2023-11-12", "day"],
  // a Tuesday letter's "by Tuesday" is not today
  ["by Tuesday", "2023-11-07", "day"],
  ["on Monday", "2023-11-06", "day"],
  // said on a Tuesday, "next Friday" is that of next week and "this Friday" the one ahead; "next Monday" can only be one
  ["by next Friday", "2023-11-10", "day"],
  ["by this Friday", "2023-11-03", "day"],
  ["by next Monday", "2023-11-06", "day"],
  ["by close of business on Thursday", "2023-11-02", "day"],
  ["by tomorrow", "2023-11-01", "day"],
  ["by the end of today", "2023-10-31", "day"],
  ["by close of play tomorrow", "2023-11-01", "day"],
  // a week is over on its Sunday; Friday is arguable
  ["this week", "2023-11-05", "day"],
  ["next week", "2023-11-12", "day"],
  ["by the end of the week", "2023-11-05", "day"],
  ["by the end of next week", "2023-11-12", "day"],
  ["before the week is out", "2023-11-05", "day"],
  ["in the week commencing 13 November", "2023-11-19", "day"],
  ["in w/c 13 November 2023", "2023-11-19", "day"],
  ["by the second week of January", "2024-01-14", "day"],
  ["in the last week of February", "2024-02-29", "day"],
  ["in the last two weeks of February", "2024-02-29", "day"],
  ["by the first Monday in December", "2023-12-04", "day"],
  ["on the last Friday of November", "2023-11-24", "day"],
  ["w/c 13 November", "2023-11-19", "day"],
  ["by lunchtime tomorrow", "2023-11-01", "day"],
  ["within 30 days of the date on which this decision is signed", "2023-11-30", "day"],
];

const MONTHS: Row[] = [
  ["by March 2024", "2024-03-31", "month"],
  ["by the end of March 2024", "2024-03-31", "month"],
  ["by end March", "2024-03-31", "month"],
  ["by end of March", "2024-03-31", "month"],
  ["by the end of October", "2023-10-31", "month"],
  ["by September", "2024-09-30", "month"],
  ["in January", "2024-01-31", "month"],
  ["during November", "2023-11-30", "month"],
  ["in early January", "2024-01-10", "month"],
  ["in April/May 2024", "2024-05-31", "month"],
  ["before October", "2024-09-30", "month"],
  ["by mid-January", "2024-01-15", "month"],
  ["in the middle of January 2024", "2024-01-15", "month"],
  ["in late January", "2024-01-31", "month"],
  ["by the beginning of March", "2024-03-01", "day"],
  // "before P" is met until the day before P begins; "before the end of P" until its last
  ["before March 2024", "2024-02-29", "month"],
  ["before the end of March 2024", "2024-03-31", "month"],
  ["before the start of March 2024", "2024-02-29", "day"],
  ["by the end of this month", "2023-10-31", "month"],
  ["by the end of the month", "2023-10-31", "month"],
  ["next month", "2023-11-30", "month"],
  ["by the end of next month", "2023-11-30", "month"],
  ["in May next year", "2024-05-31", "month"],
  ["by next May", "2024-05-31", "month"],
  ["by next year's May", "2024-05-31", "month"],
  // an act that is to begin in a month may begin on any day of it
  ["from July 2024", "2024-07-31", "month"],
  ["from the start of July 2024", "2024-07-01", "day"],
  ["at the end of December", "2023-12-31", "month"],
  ["within the month", "2023-10-31", "month"],
  ["towards the end of January", "2024-01-31", "month"],
  ["in or around January", "2024-01-31", "month"],
  // either of two months meets it, so the later one does
  ["in May or June", "2024-06-30", "month"],
  ["between April and June 2024", "2024-06-30", "month"],
  ["during April and May 2024", "2024-05-31", "month"],
  ["between now and the end of March", "2024-03-31", "month"],
];

const SEASONS: Row[] = [
  ["by spring 2024", "2024-05-31", "season"],
  ["in summer 2024", "2024-08-31", "season"],
  ["in autumn 2024", "2024-11-30", "season"],
  ["in the autumn of 2024", "2024-11-30", "season"],
  ["this autumn", "2023-11-30", "season"],
  ["next spring", "2024-05-31", "season"],
  ["in the spring", "2024-05-31", "season"],
  ["over the summer", "2024-08-31", "season"],
  ["by the end of the summer", "2024-08-31", "season"],
  // a winter goes over the year's end and is named by the year in which it begins
  ["in winter 2023/24", "2024-02-29", "season"],
  ["in winter 2024/25", "2025-02-28", "season"],
  ["this winter", "2024-02-29", "season"],
  ["before the winter", "2023-11-30", "season"],
  ["in early summer 2024", "2024-06-30", "season"],
  ["before the autumn", "2024-08-31", "season"],
  ["in late spring 2024", "2024-05-31", "season"],
  ["in spring next year", "2024-05-31", "season"],
  ["by the end of the autumn term", "2023-12-31", "season"],
  ["in the spring term 2024", "2024-03-31", "season"],
  ["by the end of the summer term", "2024-07-31", "season"],
];

const QUARTERS: Row[] = [
  ["by the end of the second quarter of 2024/25", "2024-09-30", "quarter"],
  ["in Q1 2024/25", "2024-06-30", "quarter"],
  ["in Q4 of 2023-24", "2024-03-31", "quarter"],
  // a quarter of a bare year is the calendar's, a quarter alone the financial year's: these bodies count by it
  ["in the first quarter of 2024", "2024-03-31", "quarter"],
  ["by Q2 2024", "2024-06-30", "quarter"],
  ["by the end of Q3", "2023-12-31", "quarter"],
  ["by the end of Quarter 2", "2024-09-30", "quarter"],
  ["in the third quarter of the financial year", "2023-12-31", "quarter"],
  ["in the first quarter of the year", "2024-03-31", "quarter"],
  ["in the first quarter of next year", "2024-03-31", "quarter"],
  ["by the end of the quarter", "2023-12-31", "quarter"],
  ["next quarter", "2024-03-31", "quarter"],
];

const YEARS: Row[] = [
  ["by 2025", "2025-12-31", "year"],
  ["by the end of 2024", "2024-12-31", "year"],
  ["before 2025", "2024-12-31", "year"],
  ["before the end of 2024", "2024-12-31", "year"],
  ["in 2024", "2024-12-31", "year"],
  ["in early 2024", null, "year"],
  ["early in 2024", null, "year"],
  ["later in 2024", "2024-12-31", "year"],
  ["by mid-2024", "2024-06-30", "year"],
  ["by the middle of 2024", "2024-06-30", "year"],
  ["in late 2024", "2024-12-31", "year"],
  ["later this year", "2023-12-31", "year"],
  ["by the end of the year", "2023-12-31", "year"],
  ["before the end of the year", "2023-12-31", "year"],
  ["by the end of this year", "2023-12-31", "year"],
  ["next year", "2024-12-31", "year"],
  ["by the end of next year", "2024-12-31", "year"],
  ["by year end", "2023-12-31", "year"],
  ["before the year's end", "2023-12-31", "year"],
  ["by the end of the calendar year", "2023-12-31", "year"],
  ["in the first half of 2024", "2024-06-30", "year"],
  ["in the second half of 2024", "2024-12-31", "year"],
  ["in H1 2025", "2025-06-30", "year"],
  ["by the end of 2023/24", "2024-03-31", "year"],
  ["in 2024/25", "2025-03-31", "year"],
  ["in the financial year 2025/26", "2026-03-31", "year"],
  ["before the end of the 2024/25 financial year", "2025-03-31", "year"],
  ["by the end of FY2024/25", "2025-03-31", "year"],
  ["during 2024-25", "2025-03-31", "year"],
  ["by the end of the financial year", "2024-03-31", "year"],
  ["in the next financial year", "2025-03-31", "year"],
  ["before the start of the 2024/25 financial year", "2024-03-31", "day"],
  ["by financial year end", "2024-03-31", "year"],
  ["in the academic year 2024/25", "2025-08-31", "year"],
  ["by the end of the academic year", "2024-08-31", "year"],
  ["in the 2023/24 academic year", "2024-08-31", "year"],
  ["later in the year", "2023-12-31", "year"],
  ["by the turn of the year", "2023-12-31", "year"],
  ["in the second half of the year", "2023-12-31", "year"],
  ["by the start of the new financial year", "2024-04-01", "day"],
];

const COUNTS: Row[] = [
  ["within 28 days", "2023-11-28", "day"],
  ["within 28 days of this letter", "2023-11-28", "day"],
  ["within 28 days of the date of this letter", "2023-11-28", "day"],
  ["within three weeks", "2023-11-21", "day"],
  ["within a fortnight", "2023-11-14", "day"],
  ["within the fortnight", "2023-11-14", "day"],
  ["within twenty-one days", "2023-11-21", "day"],
  ["within 48 hours", "2023-11-02", "day"],
  ["within 36 hours", "2023-11-02", "day"],
  ["within a week", "2023-11-07", "day"],
  // the month after a 31st that has none ends on its own last day
  ["within a month", "2023-11-30", "day"],
  ["within four months", "2024-02-29", "day"],
  ["within six months of publication", "2024-04-30", "day"],
  ["within three months of the publication of this report", "2024-01-31", "day"],
  ["within two years", "2025-10-31", "day"],
  // working days: the first is the day after; Saturdays, Sundays and bank holidays are left out
  ["within five working days", "2023-11-07", "day"],
  ["within 10 working days of receipt of this letter", "2023-11-14", "day"],
  ["within 40 working days", "2023-12-28", "day"],
  ["within 20 business days", "2023-11-28", "day"],
  ["in two weeks' time", "2023-11-14", "day"],
  ["six months from now", "2024-04-30", "day"],
  ["in six months", "2024-04-30", "day"],
  ["over the next six months", "2024-04-30", "day"],
  ["in the next month", "2023-11-30", "month"],
  ["within the next 12 weeks", "2024-01-23", "day"],
  ["within 10 days of 1 December 2023", "2023-12-11", "day"],
  ["within a week of the next Fleet Committee", "2023-12-13", "day"],
  ["at least five working days before 12 January 2024", "2024-01-05", "day"],
  ["two weeks before 12 January 2024", "2023-12-29", "day"],
  // from a day that the file does not give
  ["within six months of the inquiry's conclusion", null, "vague"],
  ["within six months of the inquiry's conclusion on 31 March 2024", "2024-09-30", "day"],
  ["within a month of the end of the trial, on 4 December", "2024-01-04", "day"],
  ["within three months of its launch", null, "vague"],
  ["within a week of that", null, "vague"],
  ["no later than 20 working days after we have your answer", null, "vague"],
];

const NAMED: Row[] = [
  ["by Christmas", "2023-12-25", "day"],
  ["before Christmas", "2023-12-24", "day"],
  ["by Christmas Eve", "2023-12-24", "day"],
  ["by the New Year", "2024-01-01", "day"],
  // Easter Sunday was 31 March in 2024 and 20 April in 2025
  ["by Easter", "2024-03-31", "day"],
  ["before Easter", "2024-03-30", "day"],
  ["by Easter 2025", "2025-04-20", "day"],
  ["by Good Friday", "2024-03-29", "day"],
  ["by Shrove Tuesday", "2024-02-13", "day"],
  ["by Whitsun", "2024-05-19", "day"],
  ["by Michaelmas", "2024-09-29", "day"],
  ["by Remembrance Day", "2023-11-11", "day"],
];

const OCCASIONS: Row[] = [
  ["at the next Fleet Committee", "2023-12-06", "day"],
  ["at the next meeting", "2023-12-06", "day"],
  ["at the upcoming Estates Board", "2023-11-14", "day"],
  ["by the time of the July Panel", "2024-07-09", "day"],
  ["in time for the July Panel", "2024-07-09", "day"],
  ["before the July Panel", "2024-07-08", "day"],
  ["before the Panel in July", "2024-07-08", "day"],
  ["at its meeting on 15 January", "2024-01-15", "day"],
  ["at the next Finance and Estates Board on 24 January 2024", "2024-01-24", "day"],
  ["ahead of the next meeting of the Audit Panel on 27 February", "2024-02-26", "day"],
  ["before the new rota begins on 10 December", "2023-12-09", "day"],
  ["before the election on 2 May 2024", "2024-05-01", "day"],
  ["by the election in May 2024", "2024-05-31", "month"],
  ["before the Board meets on 22 November", "2023-11-21", "day"],
  ["before papers go out on the 26th", "2023-11-25", "day"],
  ["before acceptance testing", null, "vague"],
  // on which day of March it meets is not told, so the day before it is not either
  ["before our budget meeting in March", null, "vague"],
  ["before the consultation closes on 22 March", "2024-03-21", "day"],
  ["before the half-term holiday, which starts on 24 May", "2024-05-23", "day"],
  ["two days before it is published, on 5 May", "2024-05-03", "day"],
  ["at the Committee's next appropriate meeting", "2023-12-06", "day"],
  // of a kind whose dates the file does not give
  ["at the next Cabinet", null, "vague"],
  ["before the Commission's May session", null, "vague"],
];

const VAGUE: Row[] = [
  ["before the 2027 elections", null, "vague"],
  ["before our AGM", null, "vague"],
  ["in the short term", null, "vague"],
  ["in the short-term", null, "vague"],
  ["before the pre-election period", null, "vague"],
  ["before purdah", null, "vague"],
  ["before the May elections", null, "vague"],
  ["before the summer recess", null, "vague"],
  ["before Parliament rises for the summer", null, "vague"],
  ["before the half-term holiday", null, "vague"],
  ["by the end of term", null, "vague"],
  ["before the school holidays begin", null, "vague"],
  ["by the end of this Mayoral term", null, "vague"],
  ["by the end of this Parliament", null, "vague"],
  ["before then", null, "vague"],
  ["between now and then", null, "vague"],
  ["by return", null, "vague"],
  ["by return of post", null, "vague"],
  ["in the coming weeks", null, "vague"],
  ["over the next few months", null, "vague"],
  ["in the New Year", null, "vague"],
  ["no later than the Autumn Statement", null, "vague"],
  ["in his next Budget", null, "vague"],
  ["before the clocks go back", null, "vague"],
  ["before it is next revised", null, "vague"],
  ["before the next intake", null, "vague"],
];

const rows = [
  ...DAYS,
  ...NEAR,
  ...MONTHS,
  ...SEASONS,
  ...QUARTERS,
  ...YEARS,
  ...COUNTS,
  ...NAMED,
  ...OCCASIONS,
  ...VAGUE,
];

it("has at least 150 expressions, none of them twice", () => {
  expect(new Set(rows.map(([expression]) => expression)).size).toBe(rows.length);
  expect(rows.length).toBeGreaterThanOrEqual(150);
});

it.each(rows)("reads %j as %s, to the %s", (expression, date, precision) => {
  const time = readTime(expression, context, grammar);
  expect({ date: time?.date, precision: time?.precision }).toEqual({ date, precision });
  expect(expression.slice(time!.start, time!.end)).toBe(expression);
});

it.each([
  "once it is ready",
  "as soon as the Mayor has approved it",
  "in due course",
  "urgently",
  "within 14 days of a report",
  "within 48 hours of any request",
  "within 10 days of complaints",
  "every quarter",
  "each month",
  "within upcoming meetings",
  "at a future meeting",
  "since 15 May 2018",
  "for six months",
  "at least 12 months",
  "of 24 May",
  "as a priority",
  "before long",
  "in the next room",
  "the budget for 2024/25",
])("reads no time in %j", (expression) => {
  expect(readTime(expression, context, grammar)).toBeNull();
});

it.each([
  ["We meet on 20 November and shall write that afternoon.", "2023-11-20"],
  ["We meet on 20 November and shall write the day after.", "2023-11-21"],
  ["We meet on 20 November and shall write within five working days of that meeting.", "2023-11-27"],
  ["We meet on 20 November and shall write a week later.", "2023-11-27"],
  ["We meet on 20 November and should like it a week beforehand.", "2023-11-13"],
  ["We meet on 20 November and should like it before then.", "2023-11-19"],
])("counts from the day that was named before: %s", (text, date) => {
  expect(readTimes(text, context, grammar).at(-1)?.date).toBe(date);
});

it("counts from no day where none was named", () => {
  expect(readTimes("We shall write the day after.", context, grammar)).toEqual([]);
});

it.each([
  ["within 28 days", "the letter's date, 2023-10-31"],
  ["by 14 November", "the letter's date, 2023-10-31"],
  ["by 14 November 2024", null],
  ["by the end of the year", "the letter's date, 2023-10-31"],
  ["at the next meeting", "the date of the meeting, 2023-12-06, given elsewhere"],
  ["within 10 days of 1 December 2023", "1 December 2023, 2023-12-01"],
  ["in the short term", null],
])("says from what %j was counted: %j", (expression, relativeTo) => {
  expect(readTime(expression, context, grammar)?.relativeTo).toBe(relativeTo);
});

it.each([
  ["by 14 November", null],
  ["within 28 days", null],
  ["by 14 November 2024", "2024-11-14"],
  ["by the end of 2023/24", "2024-03-31"],
  ["by Christmas 2024", "2024-12-25"],
])("dates %j without a reference day as %s", (expression, date) => {
  expect(readTime(expression, { ...context, reference: null }, grammar)?.date).toBe(date);
});
