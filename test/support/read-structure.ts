import type { Document } from "../../src/document/document.ts";
import type { Segment } from "../../src/document/structure.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import type { Person } from "../../src/records/person.ts";
import { structure } from "../../src/structure/structure.ts";
import { makeDocument } from "./make-document.ts";

export const rules = loadPipeline("gla-correspondence").structure;

/** The structure of a document in the notation of `makeDocument`, by the shipped rules, with each segment's words. */
export function readStructure(notation: string, over: Partial<Document> = {}) {
  const document = makeDocument(notation, over);
  const { parts, segments } = structure(document, rules);
  const said = (segment: Segment) => document.text.slice(segment.start, segment.end).replace(/\s+/g, " ");
  return { document, parts, segments: segments.map((segment) => ({ ...segment, words: said(segment) })) };
}

/** "name, role, organisation", with a dash for what is not stated. */
export const shown = (people: readonly Person[]): string[] =>
  people.map(({ name, role, organisation }) => [name, role, organisation].map((each) => each ?? "–").join(" | "));
