import { anchorOf } from "../document/anchor.ts";
import type { Document } from "../document/document.ts";
import type { Segment, Structure } from "../document/structure.ts";
import type { Span } from "../records/anchor.ts";
import { acquaint } from "./acquaint.ts";
import { inferDates } from "./letter-fields.ts";
import { linesOf } from "./lines.ts";
import { findParts } from "./parts.ts";
import { compile, type StructureRules } from "./rules.ts";
import type { PartDraft, View } from "./view.ts";

export { StructureRules } from "./rules.ts";

/** The parts of a document and the segments in them. Linear in the length of the document, but for its few letters. */
export function structure(document: Document, rules: StructureRules): Structure {
  const compiled = compile(rules);
  const view: View = { document, lines: linesOf(document, compiled), rules: compiled };
  const drafts = acquaint(inferDates(findParts(view)));
  const segments: Segment[] = [];
  const parts = drafts.map((draft, index) => {
    const id = `p${index + 1}`;
    addSegments(segments, draft, id);
    const { span, segments: _, ...fields } = draft;
    return { id, ...fields, anchor: anchorOf(document, span, { boxes: false }) };
  });
  return { parts, segments };
}

function addSegments(segments: Segment[], draft: PartDraft, part: string): void {
  const offset = segments.length;
  for (const segment of draft.segments) {
    const answers = segment.answers.map((index) => index + offset);
    segments.push({ part, ...segment, ...within(segment, draft.span), answers });
  }
}

/** A block in which another part begins is this part's as far as there. */
const within = ({ start, end }: Span, part: Span): Span => ({
  start: Math.max(start, part.start),
  end: Math.min(end, part.end),
});
