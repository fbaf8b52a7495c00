import { z } from "zod";
import type { Document } from "../../document/document.ts";
import type { Structure } from "../../document/structure.ts";
import type { Item } from "../../records/item.ts";
import type { Reference } from "../../records/reference.ts";

/** What a pipeline file tells about numbered documents: the schemes and how they are printed. */
export const ReferenceRules = z.object({});
export type ReferenceRules = z.infer<typeof ReferenceRules>;

/** The numbered public documents that a document cites, in reading order. */
export function extractReferences(
  _document: Document,
  _structure: Structure,
  _items: readonly Item[],
  _rules: ReferenceRules,
): Reference[] {
  return [];
}
