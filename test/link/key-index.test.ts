import fc from "fast-check";
import { expect, it } from "vitest";
import { makeKeyIndex } from "../../src/link/key-index.ts";

it("holds what was put under each key, however often it grew", () => {
  const entries = fc.array(fc.tuple(fc.stringMatching(/^[a-e]{1,3}$/), fc.nat(9999)), { maxLength: 3000 });
  fc.assert(
    fc.property(entries, (all) => {
      const index = makeKeyIndex(Number.POSITIVE_INFINITY);
      const expected = new Map<string, number[]>();
      for (const [key, value] of all) {
        index.add(key, value);
        expected.set(key, [...(expected.get(key) ?? []), value]);
      }
      for (const [key, values] of expected) expect(index.under(key).sort()).toEqual(values.sort());
    }),
    { numRuns: 30 },
  );
});

it("gives nothing of a crowd", () => {
  const index = makeKeyIndex(3);
  for (let value = 0; value < 100; value++) index.add("all", value);
  for (let value = 0; value < 3; value++) index.add("few", value);
  index.add("one", 1);
  expect(index.under("all")).toEqual([]);
  expect(index.under("few").sort()).toEqual([0, 1, 2]);
  expect(index.under("one")).toEqual([1]);
  expect(index.under("none")).toEqual([]);
});
