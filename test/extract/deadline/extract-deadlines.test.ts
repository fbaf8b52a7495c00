import { expect, it } from "vitest";
import { anchorOf } from "../../../src/document/anchor.ts";
import type { Document } from "../../../src/document/document.ts";
import type { Segment } from "../../../src/document/structure.ts";
import { extractDeadlines } from "../../../src/extract/deadline/extract-deadlines.ts";
import { loadPipeline } from "../../../src/pipeline/load.ts";
import type { Item } from "../../../src/records/item.ts";
import type { Part } from "../../../src/records/part.ts";
import { makeDocument } from "../../support/make-document.ts";
import { makePart, makeSegment } from "../../support/make-structure.ts";

const rules = loadPipeline("gla-correspondence").extract.deadlines;

function anchor(document: Document, words: string) {
  const start = document.text.indexOf(words);
  return anchorOf(document, { start, end: start + words.length });
}

type Wanted = Partial<Omit<Item, "leadIn">> & { words: string; leadIn?: string };

function makeItem(document: Document, { words, leadIn, ...over }: Wanted): Item {
  return {
    id: words,
    part: "p1",
    kind: "undertaking",
    form: null,
    label: null,
    restated: false,
    anchor: anchor(document, words),
    points: [],
    alsoAt: [],
    leadIn: leadIn ? anchor(document, leadIn) : null,
    section: [],
    by: [],
    to: [],
    confidence: 1,
    evidence: [],
    ...over,
  };
}

type Place = { part?: Partial<Part>; segments?: (document: Document) => Segment[] };

function deadlinesOf(notation: string, items: Wanted[], { part = {}, segments = () => [] }: Place = {}) {
  const document = makeDocument(notation);
  const own = makePart(document, part.kind ?? "letter", { date: "2024-03-05", ...part });
  const structure = { parts: [own], segments: segments(document) };
  return extractDeadlines(
    document,
    structure,
    items.map((item) => makeItem(document, item)),
    rules,
  );
}

const days = (found: ReturnType<typeof deadlinesOf>) => found.map(({ anchor: { exact }, date }) => [exact, date]);

it("gives an item the time in its words, with what it was counted from", () => {
  const words = "I will send you the list by 12 April.";
  const [deadline] = deadlinesOf(words, [{ words }]);
  expect(deadline).toMatchObject({
    item: words,
    date: "2024-04-12",
    precision: "day",
    relativeTo: "the letter's date, 2024-03-05",
    anchor: { exact: "by 12 April" },
  });
});

it("gives two deadlines to an item with two days, and one where a day is said twice", () => {
  const two = "We will paint the gate by Easter and the fence by the end of June.";
  expect(days(deadlinesOf(two, [{ words: two }]))).toEqual([
    ["by Easter", "2024-03-31"],
    ["by the end of June", "2024-06-30"],
  ]);
  const twice = "We will paint it within seven days, that is by 12 March.";
  expect(days(deadlinesOf(twice, [{ words: twice }]))).toEqual([["within seven days", "2024-03-12"]]);
});

it("gives the time of a lead-in to each point that it governs", () => {
  const leadIn = "Please let me have by 30 April:";
  const found = deadlinesOf(`${leadIn}\n\n- the plans\n- the costs`, [
    { words: "the plans", leadIn, kind: "ask" },
    { words: "the costs", leadIn, kind: "ask" },
  ]);
  expect(found.map(({ item, date }) => [item, date])).toEqual([
    ["the plans", "2024-04-30"],
    ["the costs", "2024-04-30"],
  ]);
});

it("reads the due day of an action's row, with or without a preposition", () => {
  const row = (due: string, closed = false) =>
    deadlinesOf(`Send the map.\n\nClerk\n\n${due}`, [{ words: "Send the map." }], {
      part: { kind: "minutes" },
      segments: (document) => [
        makeSegment({
          start: 0,
          end: "Send the map.".length,
          kind: "action",
          part: "p1",
          action: { owner: "Clerk", closed },
          due: [{ start: document.text.indexOf(due), end: document.text.length }],
        }),
      ],
    });
  expect(days(row("30 April"))).toEqual([["30 April", "2024-04-30"]]);
  expect(days(row("by the end of May"))).toEqual([["by the end of May", "2024-05-31"]]);
  expect(days(row("30 January 2024"))).toEqual([]);
  expect(days(row("30 April", true))).toEqual([]);
});

it.each([
  ["10 October 2023", "31 January", "", "2024-01-31"],
  ["10 October 2023", "14 Nov 2023", "", "2023-11-14"],
  ["10 October 2023", "within a week", "", "2023-10-17"],
  ["10 October", "end of December", "", "2023-12-31"],
  ["10 October 2023", "", "To follow by 30 April.", "2024-04-30"],
  ["Minute 4", "within a week", "", "2024-02-21"],
])(
  "counts what is due in a row raised on %s from that day, and its progress from the paper's: %s %s",
  (raised, due, told, date) => {
    const found = deadlinesOf(`Send the map.\n\n${raised}\n\n${due || told}`, [{ words: "Send the map." }], {
      part: { kind: "minutes", date: "2024-02-14" },
      segments: ({ text }) => {
        const spanOf = (words: string) => ({
          start: text.lastIndexOf(words),
          end: text.lastIndexOf(words) + words.length,
        });
        const times = { due: [spanOf(due || told)], raised: spanOf(raised) };
        const action = { owner: "Clerk", closed: false };
        return [makeSegment({ ...spanOf("Send the map."), kind: "action", part: "p1", action, ...times })];
      },
    });
    expect(found.map((deadline) => deadline.date)).toEqual([date]);
  },
);

it("takes the time of a next sentence that plainly goes on about the same act", () => {
  const words = "The Trust will survey the bank.";
  expect(days(deadlinesOf(`${words} This should be done by the end of May.`, [{ words }]))).toEqual([
    ["by the end of May", "2024-05-31"],
  ]);
  expect(deadlinesOf(`${words} The last was done by the end of May.`, [{ words }])).toEqual([]);
  expect(deadlinesOf(`${words} It rained. This should be done by the end of May.`, [{ words }])).toEqual([]);
});

it("dates a meeting from where its date stands", () => {
  const words = "She will bring the plan to the next meeting.";
  const found = deadlinesOf(`${words}\n\n## Date of next meeting\n\nThursday 18 April 2024 at 10 am.`, [{ words }]);
  expect(found[0]).toMatchObject({ date: "2024-04-18", precision: "day" });
  expect(deadlinesOf(words, [{ words }])[0]).toMatchObject({ date: null, precision: "vague" });
});

it("counts what is set out again from the day of what is answered, named right before it", () => {
  const words = "Within three months the Service should train its staff.";
  const item = { words, kind: "recommendation" as const, restated: true };
  const part = { kind: "response" as const };
  const named =
    "On the basis of a report by the auditors, the Panel heard the Service on 3 January 2024. It published its report on 10 January 2024.";
  expect(deadlinesOf(`${named}\n\n${words}`, [item], { part })[0]).toMatchObject({
    date: "2024-04-10",
    relativeTo: "the date of what is answered, 2024-01-10",
  });
  expect(deadlinesOf(words, [item], { part })[0]).toMatchObject({ date: null });
});

it("keeps a restated deadline that is over when the response is written, and no other", () => {
  const words = "The Service should train its staff by 1 February 2024.";
  expect(deadlinesOf(words, [{ words, restated: true }])).toHaveLength(1);
  expect(deadlinesOf(words, [{ words }])).toEqual([]);
});

it("counts a year from what the file fixes where the part bears no day", () => {
  const words = "I will write again by 14 November.";
  const text = `Thank you for coming to the Board on 10 October.\n\n${words}\n\nThe next Board is on 24 January 2023.`;
  expect(days(deadlinesOf(text, [{ words }], { part: { date: null } }))).toEqual([["by 14 November", "2022-11-14"]]);
  expect(days(deadlinesOf(words, [{ words }], { part: { date: null } }))).toEqual([["by 14 November", null]]);
});

it("leaves an item of no known part alone", () => {
  const words = "I will write by 14 November.";
  expect(deadlinesOf(words, [{ words, part: "p9" }])).toEqual([]);
});

it("reads a meeting of a part without a date, and a day that the calendar has not, without failing", () => {
  const words = "She will bring the plan to the next meeting.";
  const text = `The Board met on 14 October.\n\nA meeting is planned for 31 June 2024.\n\n${words}`;
  expect(deadlinesOf(text, [{ words }], { part: { date: null } })[0]).toMatchObject({ date: null, precision: "vague" });
});
