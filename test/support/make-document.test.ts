import { expect, it } from "vitest";
import { wordsOf } from "../../src/document/document.ts";
import { makeDocument } from "./make-document.ts";

it("makes blocks that hold their own words, in order and apart", () => {
  const document = makeDocument(`
# A title

## A heading

1.2 A paragraph
of two lines

- (a) first
- (b) **second**

| Recommendation | Response |
|---|---|
| One | Yes |

^1 A note`);
  expect(document.blocks.map((block) => [block.kind, block.label, wordsOf(document, block)])).toEqual([
    ["title", null, "A title"],
    ["heading", null, "A heading"],
    ["paragraph", "1.2", "A paragraph\nof two lines"],
    ["list-item", "(a)", "first"],
    ["list-item", "(b)", "second"],
    ["cell", null, "Recommendation"],
    ["cell", null, "Response"],
    ["cell", null, "One"],
    ["cell", null, "Yes"],
    ["note", "1", "A note"],
  ]);
  expect(document.blocks.map((block) => block.cell?.header ?? null).slice(5, 9)).toEqual([true, true, false, false]);
  expect(document.text).toContain("(a) first\n(b) second\n\nRecommendation\nResponse\nOne");
  expect(document.title).toBe("A title");
});
