import fc from "fast-check";
import { expect, it } from "vitest";
import type { Block, Document } from "../../src/document/document.ts";
import { sectionAt } from "../../src/document/section.ts";

/** Blocks one after the other, each of ten code units with a blank line behind it. */
const documentOf = (blocks: readonly Pick<Block, "kind" | "level">[]): Document =>
  ({ blocks: blocks.map((block, at) => ({ ...block, start: at * 12, end: at * 12 + 10 })) }) as unknown as Document;

const levels = (...of: number[]) =>
  documentOf(of.map((level) => ({ kind: level > 0 ? "heading" : "paragraph", level })));

it.each([
  [levels(1, 2, 0), 24, 0, [0, 12]],
  [levels(1, 2, 2, 0), 36, 0, [0, 24]],
  [levels(1, 2, 3, 1, 0), 48, 0, [36]],
  [levels(2, 1, 0), 24, 0, [12]],
  [levels(1, 2, 0), 24, 12, [12]],
  [levels(1, 2, 0), 12, 0, [0]],
  [levels(0, 1), 5, 0, []],
  [levels(1, 2), 99, 0, [0, 12]],
])("tells the headings above an offset, outermost first", (document, offset, from, starts) => {
  expect(sectionAt(document, offset, from).map(({ start }) => start)).toEqual(starts);
});

const block = fc.record({
  kind: fc.constantFrom("heading", "paragraph") as fc.Arbitrary<Block["kind"]>,
  level: fc.nat(4),
});

it("tells those that no heading of the same or a higher level parts from the offset, wherever it is", () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 12 }), fc.nat(150), fc.nat(60), (blocks, offset, from) => {
      const document = documentOf(blocks);
      const above = document.blocks.filter(
        ({ end, start, kind }) => end <= offset && start >= from && kind === "heading",
      );
      const open = above.filter((one, at) => above.slice(at + 1).every(({ level }) => level > one.level));
      expect(sectionAt(document, offset, from)).toEqual(open);
    }),
  );
});
