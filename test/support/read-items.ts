import type { Segment, SegmentKind, Structure } from "../../src/document/structure.ts";
import { extract } from "../../src/extract/extract.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import type { Item } from "../../src/records/item.ts";
import type { PartKind } from "../../src/records/part.ts";
import { makeDocument } from "./make-document.ts";
import { makePart, makeSegment, makeStructure } from "./make-structure.ts";

/** The rules that the tests of extraction run with: those of a shipped pipeline. */
export const rules = loadPipeline("gla-correspondence").extract;

/** The items of a text that is all one segment of one part. */
export function itemsIn(
  text: string,
  part: PartKind,
  segment: SegmentKind = "prose",
  over: Partial<Segment> = {},
): Item[] {
  const document = makeDocument(text);
  return extract(document, makeStructure(document, part, segment, over), rules).items;
}

/** The items of a text in which some passages are set out as statements (each with the label given for it), the rest being prose. */
export function itemsAmong(text: string, part: PartKind, statements: Readonly<Record<string, string | null>>): Item[] {
  const document = makeDocument(text);
  const segments: Segment[] = [];
  let at = 0;
  for (const [words, label] of Object.entries(statements)) {
    const start = document.text.indexOf(words, at);
    if (start > at) segments.push(makeSegment({ start: at, end: start, kind: "prose" }));
    at = start + words.length;
    segments.push(makeSegment({ start, end: at, kind: "statement", label }));
  }
  if (at < document.text.length) segments.push(makeSegment({ start: at, end: document.text.length, kind: "prose" }));
  const structure: Structure = { parts: [makePart(document, part)], segments };
  return extract(document, structure, rules).items;
}

/** An item as a row of a table: its kind or form, its label, its words. */
export const rowOf = ({ kind, form, label, anchor }: Item): string =>
  `${form ?? kind}${label === null ? "" : ` ${label}`}: ${anchor.exact}`;

/** The wordings of the items of one kind in a text that is all one segment of one part. */
export const wordedIn = (text: string, part: PartKind, segment: SegmentKind, kind: Item["kind"]): string[] =>
  itemsIn(text, part, segment).flatMap((item) => (item.kind === kind ? [item.anchor.exact] : []));
