import { anchorOf } from "../../src/document/anchor.ts";
import type { Document } from "../../src/document/document.ts";
import type { Segment } from "../../src/document/structure.ts";
import type { ExtractedDocument } from "../../src/link/extracted.ts";
import type { Span } from "../../src/records/anchor.ts";
import { sha256 } from "../../src/records/ids.ts";
import type { Item } from "../../src/records/item.ts";
import type { Part } from "../../src/records/part.ts";
import type { Person } from "../../src/records/person.ts";
import { makeDocument } from "./make-document.ts";

/** A person from "Name", "Name | role" or "Name | role | organisation". */
export function person(words: string): Person {
  const [name, role, organisation] = words.split("|").map((word) => word.trim() || null);
  return { name: name ?? null, role: role ?? null, organisation: organisation ?? null };
}

type PartDraft = Partial<Omit<Part, "from" | "to">> & { begins?: string; from?: string; to?: string };
type SegmentDraft = Partial<Omit<Segment, "speaker">> & Pick<Segment, "kind"> & { words: string; speaker?: string };
type ItemDraft = Partial<Item> & { words: string };

/**
 * A document with what the stages before found in it, for tests of the linker: from the notation of `makeDocument` and from
 * the words where things stand ("from … to"). A part goes to the next part's beginning, a segment without others is each whole part.
 */
export function makeExtracted(
  notation: string,
  draft: {
    name?: string;
    parts: PartDraft[];
    segments?: SegmentDraft[];
    items?: ItemDraft[];
    metadata?: Record<string, string>;
  },
): ExtractedDocument {
  const document = makeDocument(notation, {
    id: sha256(notation),
    name: draft.name ?? "made.txt",
    metadata: draft.metadata ?? {},
  });
  const parts = makeParts(document, draft.parts);
  const segments = draft.segments
    ? draft.segments.map((each) => makeSegment(document, parts, each))
    : parts.map((part) => makeSegment(document, parts, { kind: "prose", words: part.anchor.exact }));
  const items = (draft.items ?? []).map((each, index) => makeItem(document, parts, each, index));
  return { document, structure: { parts, segments }, items, deadlines: [], references: [] };
}

function find(document: Document, words: string): Span {
  const [first = "", last = first] = words.split(" … ");
  const start = document.text.indexOf(first);
  const end = document.text.indexOf(last, start) + last.length;
  if (start < 0 || end < last.length) throw new Error(`not in the text: ${words}`);
  return { start, end };
}

function makeParts(document: Document, drafts: PartDraft[]): Part[] {
  const starts = drafts.map((each) => (each.begins ? find(document, each.begins).start : 0));
  return drafts.map(({ begins: _, from, to, ...rest }, index) => ({
    id: `p${index + 1}`,
    kind: "letter",
    anchor: anchorOf(document, { start: starts[index]!, end: starts[index + 1] ?? document.text.length }),
    date: null,
    dateInferred: false,
    from: from ? [person(from)] : [],
    to: to ? [person(to)] : [],
    subject: null,
    ownReferences: [],
    inReplyTo: null,
    ...rest,
  }));
}

const partAt = (parts: readonly Part[], offset: number): string =>
  parts.findLast((part) => part.anchor.start <= offset)?.id ?? "p1";

function makeSegment(document: Document, parts: readonly Part[], { words, speaker, ...rest }: SegmentDraft): Segment {
  const span = find(document, words);
  return {
    ...span,
    part: partAt(parts, span.start),
    speaker: speaker ? person(speaker) : null,
    addressee: null,
    label: null,
    heading: null,
    answers: [],
    action: null,
    due: [],
    raised: null,
    ...rest,
  };
}

function makeItem(document: Document, parts: readonly Part[], { words, ...rest }: ItemDraft, index: number): Item {
  const span = find(document, words);
  return {
    id: `i${index + 1}`,
    part: partAt(parts, span.start),
    kind: "ask",
    form: "question",
    label: null,
    restated: false,
    anchor: anchorOf(document, span),
    points: [],
    alsoAt: [],
    leadIn: null,
    section: [],
    by: [],
    to: [],
    confidence: 1,
    evidence: [],
    ...rest,
  };
}
