import { expect, it } from "vitest";
import { gains } from "../../src/evaluate/gains.ts";
import { makeItem, makeLink, makeRecord } from "./make-record.ts";

const letter = makeRecord("letter.txt", "Will you mend the pump? Will you mend the pump? Who holds the key?");
const reply = makeRecord("reply.txt", "We have mended it.");
const pump = makeItem(letter, "a", "Will you mend the pump?");
const key = makeItem(letter, "b", "Who holds the key?");
const lines = (changes: ReturnType<typeof gains>) =>
  changes.map(({ change, what, words }) => `${change} ${what} ${words}`);

it("finds nothing between records and themselves", () => {
  const records = [
    { ...letter, items: [pump, key], links: [makeLink(pump, { record: reply, words: "We have mended it." })] },
    reply,
  ];
  expect(gains(records, records)).toEqual([]);
});

it("names what was lost and what was gained", () => {
  const before = [{ ...letter, items: [pump] }];
  const after = [{ ...letter, items: [key] }];
  expect(lines(gains(before, after))).toEqual([
    "lost item ask: Will you mend the pump?",
    "gained item ask: Who holds the key?",
  ]);
});

it("counts a wording as often as it stands", () => {
  const twice = [{ ...letter, items: [pump, { ...pump, id: "c" }] }];
  expect(lines(gains(twice, [{ ...letter, items: [pump] }]))).toEqual(["lost item ask: Will you mend the pump?"]);
});

it("shows a changed outcome as a loss and a gain", () => {
  const link = makeLink(pump, { record: reply, words: "We have mended it." });
  const records = (outcome: typeof link.outcome) => [
    { ...letter, items: [pump], links: [{ ...link, outcome }] },
    reply,
  ];
  expect(lines(gains(records("answered"), records("accepted")))).toEqual([
    "lost link Will you mend the pump? → answered: reply.txt: We have mended it.",
    "gained link Will you mend the pump? → accepted: reply.txt: We have mended it.",
  ]);
});

it("compares a document that only one side has with none", () => {
  expect(lines(gains([], [{ ...letter, items: [key] }]))).toEqual(["gained item ask: Who holds the key?"]);
});
