import fc from "fast-check";
import { expect, it } from "vitest";
import { joinedRows, packRows, unpackRows } from "../../src/store/packed.ts";

const rows = fc.array(
  fc.record({ words: fc.string({ unit: "binary" }), count: fc.integer(), none: fc.constant(null) }),
);
/** Strings in which half characters stand, and what looks like them in JSON. */
const odd = fc.array(fc.constantFrom("a", "\\", "\\ud83d", "\ud83d", "\ude42", "\u{1f642}", '"'), { maxLength: 8 });

it("gives packed rows back as they were, in their order, however many went together", () => {
  fc.assert(
    fc.property(fc.array(rows), (several) => {
      const packed = several.map(packRows);
      expect(unpackRows(packed)).toEqual(several.flat());
      expect(JSON.parse(Buffer.from(joinedRows(packed)).toString())).toEqual(several.flat());
    }),
  );
});

it("packs a sign for half of a character, and nothing else otherwise than it was", () => {
  fc.assert(
    fc.property(odd, (pieces) => {
      const words = pieces.join("");
      expect(unpackRows([packRows([{ words }])])).toEqual([{ words: words.toWellFormed() }]);
    }),
  );
});
