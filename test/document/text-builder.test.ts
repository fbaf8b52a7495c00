import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildText, draftOf, type Piece, visibleLine } from "../../src/document/text-builder.ts";

const words = fc.stringMatching(/^[a-z \u00a0\u00ad\t\n“’–]{0,12}$/);
const pieces = fc.array(fc.oneof(words, fc.constant(null)), { maxLength: 6 });

/** Pieces cut out of one source, in order, with a break wherever null stands. */
function draftsOf(source: (string | null)[][]) {
  let raw = 0;
  return source.map((block) =>
    draftOf(
      block.map((text): Piece => {
        if (text === null) return { kind: "break" };
        raw += text.length;
        return { kind: "text", text, raw: raw - text.length };
      }),
    ),
  );
}

describe("buildText", () => {
  it("keeps the way back: every source run stands unchanged in the source", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 5 }), (blocks) => {
        const source = blocks.flat().join("");
        const { text, sourceRuns } = buildText(draftsOf(blocks));
        for (const run of sourceRuns)
          expect(text.slice(run.text, run.text + run.length)).toBe(source.slice(run.raw, run.raw + run.length));
      }),
    );
  });

  it("makes blocks that lie in the text, in order, parted and trimmed", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 5 }), (blocks) => {
        const { text, blocks: built } = buildText(draftsOf(blocks));
        expect(built.map((block) => text.slice(block.start, block.end)).join("\n\n")).toBe(text);
        for (const block of built) expect(text.slice(block.start, block.end)).toMatch(/^\S(?:.*\S)?$/s);
      }),
    );
  });

  it("has single spaces, whole words and typographic signs as printed", () => {
    const { text } = buildText([
      draftOf([{ kind: "text", text: " 28\u00a0 days’ no\u00adtice – now\u200b ", raw: 0 }]),
    ]);
    expect(text).toBe("28 days’ notice – now");
  });
});

it.each([
  ["Slipways\u001b[31m: a \u0007 reply", "Slipways[31m: a reply"],
  ["\u009b31mSlipways\u202e\n and piers\u0000 ", "31mSlipways and piers"],
])("leaves nothing in a line that a terminal would obey: %j", (words, seen) => {
  expect(visibleLine(words)).toBe(seen);
});
