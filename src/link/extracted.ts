import type { Document } from "../document/document.ts";
import type { Structure } from "../document/structure.ts";
import type { Deadline } from "../records/deadline.ts";
import type { Item } from "../records/item.ts";
import type { Reference } from "../records/reference.ts";

/** A document with all that the stages before found in it. */
export type ExtractedDocument = {
  document: Document;
  structure: Structure;
  items: readonly Item[];
  deadlines: readonly Deadline[];
  references: readonly Reference[];
};
