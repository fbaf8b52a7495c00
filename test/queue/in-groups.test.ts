import fc from "fast-check";
import { expect, it } from "vitest";
import { inDozens, inGroups } from "../../src/queue/in-groups.ts";

const sized = (bytes: number | null) => ({ bytes });
const bytesOf = ({ bytes }: { bytes: number | null }) => bytes;
const small = (count: number) => Array.from({ length: count }, () => sized(2_000));
const sizes = (groups: readonly unknown[][]) => groups.map((group) => group.length);

it("sends all documents in their order, small ones together, up to a hundred and a megabyte", () => {
  const documents = fc.array(fc.option(fc.nat(1_200_000)).map(sized), { maxLength: 300 });
  fc.assert(
    fc.property(documents, fc.constantFrom(0, 1_000, Number.POSITIVE_INFINITY), (all, following) => {
      const groups = inGroups(all, { bytesOf, left: all.length + following });
      expect(groups.flat()).toEqual(all);
      for (const group of groups.filter(({ length }) => length > 1)) {
        expect(group.length).toBeLessThanOrEqual(100);
        expect(group.reduce((sum, { bytes }) => sum + bytes!, 0)).toBeLessThanOrEqual(1_000_000);
      }
    }),
  );
});

it("sends as many together to the end where any number may follow", () => {
  expect(sizes(inGroups(small(250), { bytesOf, left: Number.POSITIVE_INFINITY }))).toEqual([100, 100, 50]);
});

it("sends fewer and fewer together towards the end", () => {
  const groups = sizes(inGroups(small(800), { bytesOf, left: 800 }));
  expect(groups).toEqual(groups.toSorted((a, b) => b - a));
  expect(groups[0]).toBe(50);
  expect(groups.at(-2)).toBe(12);
});

it("counts those that follow as left", () => {
  expect(sizes(inGroups(small(200), { bytesOf, left: 2_000 }))).toEqual([100, 100]);
});

it("sends a dozen together, and what remains, where hardly any are left", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 100 }), (all) => {
      const groups = inDozens(all);
      expect(groups.flat()).toEqual(all);
      expect(sizes(groups.slice(0, -1)).every((size) => size === 12)).toBe(true);
      expect(groups.every(({ length }) => length > 0)).toBe(true);
    }),
  );
});
