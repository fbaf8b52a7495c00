import { anchorOf } from "../../src/document/anchor.ts";
import type { Document } from "../../src/document/document.ts";
import type { Segment, SegmentKind, Structure } from "../../src/document/structure.ts";
import type { Part, PartKind } from "../../src/records/part.ts";
import { partOf, segmentOf } from "../../src/structure/view.ts";

/** A structure of one part that is one segment, with dull defaults. */
export function makeStructure(
  document: Document,
  part: PartKind,
  segment: SegmentKind,
  over: Partial<Segment> = {},
): Structure {
  const whole = { start: 0, end: document.text.length };
  return { parts: [makePart(document, part)], segments: [makeSegment({ ...whole, kind: segment, ...over })] };
}

/** A part over the whole document, from nobody to nobody. */
export function makePart(document: Document, kind: PartKind, over: Partial<Part> = {}): Part {
  const whole = { start: 0, end: document.text.length };
  const { span, segments: _, ...part } = partOf(kind, whole, []);
  return { id: "p1", anchor: anchorOf(document, span, { boxes: false }), ...part, ...over };
}

/** A segment of the part "p1" in the voice of its authors. */
export const makeSegment = ({
  kind,
  start,
  end,
  ...over
}: Pick<Segment, "start" | "end" | "kind"> & Partial<Segment>): Segment => ({
  part: "p1",
  ...segmentOf(kind, { start, end }, over),
});
