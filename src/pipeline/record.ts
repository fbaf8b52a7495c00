import type { ExtractedDocument } from "../link/extracted.ts";
import { DOCUMENT_SCHEMA, type DocumentRecord, type Source } from "../records/document-record.ts";
import type { Link } from "../records/link.ts";
import type { Input } from "../store/stored.ts";

/** What a record says beside what was found in the document. */
export type Provenance = {
  /** By uri: the first gives the name. */
  inputs: readonly Input[];
  bytes: number;
  pipeline: { name: string; version: string };
  copyOf: string | null;
};

/** The published record of a document. */
export function makeRecord(extracted: ExtractedDocument, links: readonly Link[], from: Provenance): DocumentRecord {
  const { document, structure, items, deadlines, references } = extracted;
  return {
    schema: DOCUMENT_SCHEMA,
    id: document.id,
    source: sourceOf(document.mediaType, from),
    pipeline: from.pipeline,
    title: document.title,
    language: document.language,
    copyOf: from.copyOf,
    text: document.text,
    pages: [...document.pages],
    parts: [...structure.parts],
    items: [...items],
    deadlines: [...deadlines],
    references: [...references],
    links: [...links],
    findings: [...document.findings],
  };
}

function sourceOf(mediaType: string, { inputs, bytes }: Provenance): Source {
  const [first, ...others] = inputs;
  if (!first) throw new Error("a document without an input cannot be published");
  const otherNames = others.map(({ name, uri }) => (name === first.name ? uri : name));
  return {
    name: first.name,
    otherNames: [...new Set(otherNames)].filter((name) => name !== first.uri),
    uri: first.uri,
    mediaType,
    bytes,
    retrievedAt: null,
  };
}
