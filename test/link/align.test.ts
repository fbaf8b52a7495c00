import fc from "fast-check";
import { expect, it } from "vitest";
import { align } from "../../src/link/align.ts";

it("gives each sentence the item that speaks for it most, and none where nothing does", () => {
  const candidates = [new Map([[0, 2]]), new Map([[1, 3]]), new Map([[0, -1]])];
  expect(align(candidates, () => 0)).toEqual([0, 1, -1]);
});

it("stays with an item over a weak sentence between two strong ones where staying is worth it", () => {
  const candidates = [new Map([[0, 2]]), new Map([[0, -0.5]]), new Map([[0, 2]])];
  expect(align(candidates, () => 0.9)).toEqual([0, 0, 0]);
  expect(align(candidates, () => 0)).toEqual([0, -1, 0]);
});

it("is the same whatever the order in which the candidates are listed", () => {
  const options = fc.uniqueArray(
    fc.tuple(
      fc.nat(5),
      fc.integer({ min: -40, max: 40 }).map((n) => n / 8),
    ),
    {
      selector: ([item]) => item,
    },
  );
  fc.assert(
    fc.property(fc.array(options, { maxLength: 12 }), (rows) => {
      const forwards = rows.map((row) => new Map(row));
      const backwards = rows.map((row) => new Map(row.toReversed()));
      expect(align(backwards, () => 0.5)).toEqual(align(forwards, () => 0.5));
    }),
  );
});

it("goes on to the item asked next where order counts", () => {
  const candidates = [
    new Map([[0, 2]]),
    new Map([
      [1, 1],
      [2, 1.2],
    ]),
  ];
  expect(align(candidates, () => 0)).toEqual([0, 2]);
  expect(align(candidates, () => 0, { following: 0.5, ahead: 0, back: 0 })).toEqual([0, 1]);
});

it("comes back to an earlier item only where that is worth its cost", () => {
  const candidates = [new Map([[1, 2]]), new Map([[0, 1]])];
  expect(align(candidates, () => 0)).toEqual([1, 0]);
  expect(align(candidates, () => 0, { following: 0, ahead: 0, back: -2 })).toEqual([1, -1]);
});
