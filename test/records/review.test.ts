import fc from "fast-check";
import { expect, it } from "vitest";
import type { Act, Decision } from "../../src/records/decision.ts";
import { reviewOf, standingOf } from "../../src/records/review.ts";

const VERSION = "0123456789abcdef";
const entry = (id: number, act: Act, by = "Ada", seen = id - 1): Decision => ({
  ...{ id, act, by, seen, version: VERSION, document: "d", item: "i", at: "2024-06-01T10:00:00.000Z" },
  key: "00000000-0000-4000-8000-000000000000",
});
const verdict = (id: number, word: "accepted" | "rejected" | "unsure", by = "Ada", seen = id - 1) =>
  entry(id, { do: "verdict", verdict: word }, by, seen);
const undo = (id: number, of: number, by = "Ada") => entry(id, { do: "undo", entry: of }, by);

it("says nothing where nobody decided", () => {
  expect(reviewOf([])).toMatchObject({ verdict: null, replies: null, comments: [], conflicts: [] });
});

it("takes the last word on each topic", () => {
  const replies = entry(2, { do: "replies", replies: [] });
  expect(reviewOf([verdict(1, "accepted"), replies, verdict(3, "rejected")])).toMatchObject({
    verdict: "rejected",
    replies: [],
    version: VERSION,
  });
});

it("goes back to what was said before when an entry is undone, and forward again when the undo is", () => {
  const log = [verdict(1, "accepted"), verdict(2, "rejected"), undo(3, 2)];
  expect(reviewOf(log).verdict).toBe("accepted");
  expect(reviewOf([...log, undo(4, 3)]).verdict).toBe("rejected");
});

it.each([
  ["two who did not see one another differ", [verdict(1, "accepted"), verdict(2, "rejected", "Ben", 0)], ["verdict"]],
  ["two who did not see one another agree", [verdict(1, "accepted"), verdict(2, "accepted", "Ben", 0)], []],
  ["the second saw the first", [verdict(1, "accepted"), verdict(2, "rejected", "Ben", 1)], []],
  ["one person changes their mind", [verdict(1, "accepted"), verdict(2, "rejected", "Ada", 0)], []],
  [
    "a third decides having seen both",
    [verdict(1, "accepted"), verdict(2, "rejected", "Ben", 0), verdict(3, "unsure", "Cat", 2)],
    [],
  ],
  ["one of the two is taken back", [verdict(1, "accepted"), verdict(2, "rejected", "Ben", 0), undo(3, 2, "Ben")], []],
] as const)("when %s, the conflicts are right", (_, log, conflicts) => {
  expect(reviewOf(log).conflicts).toEqual(conflicts);
});

it("tells a deadline that a person took away from one that nobody spoke of", () => {
  const none = entry(1, { do: "deadline", date: null });
  expect(reviewOf([none]).deadline).toEqual({ date: null });
  expect(reviewOf([none, undo(2, 1)]).deadline).toBeNull();
});

it("knows what a person added until that is taken back", () => {
  const passage = { document: "d", start: 0, end: 4, exact: "Send" };
  const log = [entry(1, { do: "item", kind: "ask", passage }), entry(2, { do: "to", to: ["The Mayor"] })];
  expect(reviewOf(log)).toMatchObject({ added: passage, to: ["The Mayor"] });
  expect(reviewOf([...log, undo(3, 1)]).added).toBeNull();
});

it("keeps every comment of everybody", () => {
  const log = [entry(1, { do: "comment", words: "One." }), entry(2, { do: "comment", words: "Two." }, "Ben", 0)];
  expect(reviewOf(log).comments.map(({ by, words }) => [by, words])).toEqual([
    ["Ada", "One."],
    ["Ben", "Two."],
  ]);
});

it("undoing everything from the last back leaves nothing standing", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), (count) => {
      const log = Array.from({ length: count }, (_, at) => verdict(at + 1, "accepted"));
      const undos = log.toReversed().map((each, at) => undo(count + at + 1, each.id));
      expect(standingOf([...log, ...undos])).toEqual([]);
    }),
  );
});

it("takes the word of whoever settled a difference, whatever others say afterwards, until the pair is another one", () => {
  const settled = { ...verdict(3, "accepted", "Cat", 2), settles: true };
  const log = [verdict(1, "accepted"), verdict(2, "rejected", "Ben", 0), settled];
  expect(reviewOf(log)).toMatchObject({ verdict: "accepted", conflicts: [] });
  const after = verdict(4, "rejected", "Ben", 2);
  expect(reviewOf([...log, after])).toMatchObject({ verdict: "accepted", conflicts: [] });
  expect(reviewOf([...log, { ...after, seen: 3, version: "f".repeat(16) }])).toMatchObject({ verdict: "rejected" });
  expect(reviewOf([...log, undo(4, 3, "Cat")])).toMatchObject({ verdict: "rejected", conflicts: ["verdict"] });
});
