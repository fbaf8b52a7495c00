import fc from "fast-check";
import { expect, it } from "vitest";
import { bindingTimes } from "../../../src/extract/deadline/binding.ts";
import { dayOf } from "../../../src/extract/deadline/calendar.ts";
import { grammarOf } from "../../../src/extract/deadline/grammar.ts";
import { readTimes } from "../../../src/extract/deadline/read-time.ts";
import type { TimeContext } from "../../../src/extract/deadline/time-context.ts";
import { loadPipeline } from "../../../src/pipeline/load.ts";

const grammar = grammarOf(loadPipeline("gla-correspondence").extract.deadlines);
const at = (reference: string): TimeContext => ({
  reference,
  called: "the letter's date",
  counts: true,
  occasions: () => [],
});
const references = fc.integer({ min: 0, max: 5000 }).map((days) => dayOf("2012-01-01").add({ days }).toString());

// pieces that meet in times, so that odd ones are common: "by before the Q 31 end of June 2024/25"
const pieces = fc.constantFrom(
  "by",
  "before",
  "within",
  "in",
  "on",
  "from",
  "the",
  "end of",
  "early",
  "mid-",
  "14",
  "31",
  "29 February",
  "June",
  "May",
  "Friday",
  "Q3",
  "2024",
  "2024/25",
  "autumn",
  "next",
  "this",
  "week",
  "month",
  "working days",
  "Easter",
  "of",
  "receipt",
  "meeting",
  "Board",
  "a",
  "report",
  ",",
  ".",
  "recess",
  "term",
  "half",
  "quarter",
  "second",
  "until",
  "12/13",
  "0",
  "at",
  "to",
);
const texts = fc.array(pieces, { maxLength: 12 }).map((list) => list.join(" "));

it("reads any words without failing, in order, apart, inside the text, with days that exist", () => {
  fc.assert(
    fc.property(texts, references, (text, reference) => {
      let end = 0;
      for (const time of readTimes(text, at(reference), grammar)) {
        expect(time.start).toBeGreaterThanOrEqual(end);
        expect(time.end).toBeGreaterThan(time.start);
        expect(time.end).toBeLessThanOrEqual(text.length);
        end = time.end;
        if (time.date !== null) expect(dayOf(time.date).toString()).toBe(time.date);
      }
    }),
    { numRuns: 400 },
  );
});

it("binds no day before the reference day", () => {
  fc.assert(
    fc.property(texts, references, (text, reference) => {
      for (const { date } of bindingTimes(text, "undertaking", at(reference), grammar))
        if (date !== null) expect(date >= reference).toBe(true);
    }),
    { numRuns: 200 },
  );
});

it("reads curly marks and line breaks as it reads straight ones and spaces", () => {
  const found = (text: string) =>
    readTimes(text, at("2024-03-05"), grammar).map(({ start, end, date }) => [start, end, date]);
  expect(found("in two weeks’ time")).toEqual(found("in two weeks' time"));
  expect(found("by the end of\nSeptember 2024")).toEqual(found("by the end of September 2024"));
  expect(found("by the end of 2024–25")).toEqual(found("by the end of 2024-25"));
});

// whole sentences, each with the days that it sets
it.each([
  ["ask", "Will you publish the map before Christmas?", ["2024-12-24"]],
  ["ask", "How many lifts will have been mended by June 2025?", []],
  ["ask", "By 30 April, how many lifts will have been mended?", ["2024-04-30"]],
  ["ask", "Please tell me by 30 April whether the lift will be open in June.", ["2024-04-30"]],
  ["ask", "Please send the number of lifts that were shut in 2023/24.", []],
  [
    "ask",
    "I would be grateful for a reply within 14 days, and in any case before Easter.",
    ["2024-03-19", "2024-03-30"],
  ],
  ["undertaking", "We will publish the minutes of the meeting on 7 March by the end of the month.", ["2024-03-31"]],
  ["undertaking", "The clerk will invite him to the meeting on 18 April.", []],
  ["undertaking", "She will attend your meeting on 18 April.", ["2024-04-18"]],
  ["undertaking", "TfL consulted on it in the summer and will decide by the autumn.", ["2024-11-30"]],
  ["undertaking", "I will write once the audit is done, and by 1 May at the latest.", ["2024-05-01"]],
  ["undertaking", "The gate, which was to be mended by May, will be mended by July.", ["2024-07-31"]],
  ["recommendation", "The Mayor should answer every letter within 14 days.", []],
  ["recommendation", "Within six months, the Mayor should answer every letter that he holds.", ["2024-09-05"]],
  ["recommendation", "TfL should clear a bicycle within 14 days of a report.", []],
] as const)("finds in the %s %j the days %j", (kind, text, days) => {
  expect(bindingTimes(text, kind, at("2024-03-05"), grammar).map(({ date }) => date)).toEqual(days);
});
