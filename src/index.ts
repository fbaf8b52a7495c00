/**
 * The public library: read a document, find what stands in it, link what is asked to what answers it. Pure functions over plain
 * values; the program `answerable` adds the store, the threads and the commands. Nothing else is public.
 */
export type { Document } from "./document/document.ts";
export type { ExtractedDocument } from "./link/extracted.ts";
export { DEFAULT_LIMITS, type ParseLimits, Unreadable } from "./parse/parse.ts";
export { loadPipeline, type Pipeline, PipelineRefusal } from "./pipeline/load.ts";
export { extractRecords, linkItems, readDocument, type SourceFile } from "./pipeline/run.ts";
export { shippedPipelines } from "./pipeline/shipped.ts";
export type { Anchor, Box } from "./records/anchor.ts";
export type { Deadline } from "./records/deadline.ts";
export { DocumentRecord } from "./records/document-record.ts";
export type { Failure } from "./records/failure.ts";
export type { Finding } from "./records/finding.ts";
export type { FlatItem, ReviewedItem } from "./records/flat-item.ts";
export type { Item } from "./records/item.ts";
export type { Link, Outcome } from "./records/link.ts";
export type { Part } from "./records/part.ts";
export type { Reference } from "./records/reference.ts";
