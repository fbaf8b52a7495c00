import { z } from "zod";
import { Body } from "../document/body.ts";
import type { Document } from "../document/document.ts";
import type { Structure } from "../document/structure.ts";
import type { Deadline } from "../records/deadline.ts";
import type { Item } from "../records/item.ts";
import type { Link } from "../records/link.ts";
import type { Reference } from "../records/reference.ts";

/** What a pipeline file tells the stage: outcome wording, bodies' aliases, weights. */
export const LinkRules = z.object({ bodies: z.array(Body).default([]) });
export type LinkRules = z.infer<typeof LinkRules>;

/** A document with all that the stages before found in it. */
export type ExtractedDocument = {
  document: Document;
  structure: Structure;
  items: readonly Item[];
  deadlines: readonly Deadline[];
  references: readonly Reference[];
};

/** The links of one document's items: to passages of its own and of the documents that answer it. */
export function linkItems(
  _asking: ExtractedDocument,
  _answering: readonly ExtractedDocument[],
  _rules: LinkRules,
): Link[] {
  return [];
}
