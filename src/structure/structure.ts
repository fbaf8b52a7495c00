import { z } from "zod";
import { Body } from "../document/body.ts";
import type { Document } from "../document/document.ts";
import type { Structure } from "../document/structure.ts";

/** What a pipeline file tells the stage: grammars of parts, bodies and people with their aliases. */
export const StructureRules = z.object({ bodies: z.array(Body).default([]) });
export type StructureRules = z.infer<typeof StructureRules>;

/** The parts of a document and the segments in them. */
export function structure(_document: Document, _rules: StructureRules): Structure {
  return { parts: [], segments: [] };
}
