import { z } from "zod";
import { Body } from "../document/body.ts";
import type { Document } from "../document/document.ts";
import type { Structure } from "../document/structure.ts";
import type { Deadline } from "../records/deadline.ts";
import type { Item } from "../records/item.ts";
import type { Reference } from "../records/reference.ts";
import { Cue, Wording } from "./cue.ts";
import { DeadlineRules, extractDeadlines } from "./deadline/extract-deadlines.ts";
import { Decision } from "./decide.ts";
import { judge, partiesIn } from "./judge.ts";
import { Marks } from "./marks.ts";
import { PartyRules } from "./parties.ts";
import { extractReferences, ReferenceRules } from "./reference/extract-references.ts";
import { toItems } from "./to-item.ts";

/** What a pipeline file tells the stage: cues, reference schemes, calendars, weights. */
export const ExtractRules = z.object({
  bodies: z.array(Body).default([]),
  /** Pieces of patterns that cues share, by name. */
  words: z.record(z.string(), Wording).default({}),
  cues: z.array(Cue).default([]),
  marks: Marks.prefault({}),
  parties: PartyRules.prefault({}),
  decision: Decision.prefault({}),
  deadlines: DeadlineRules.prefault({}),
  references: ReferenceRules.prefault({}),
});
export type ExtractRules = z.infer<typeof ExtractRules>;

/** What one document asks, recommends, promises and cites. */
export type Extraction = { items: Item[]; deadlines: Deadline[]; references: Reference[] };

/** Everything that the rules find in a document, in reading order. */
export function extract(document: Document, structure: Structure, rules: ExtractRules): Extraction {
  const kept = judge(document, structure, rules).filter(({ letGo }) => letGo === null);
  const items = toItems(document, structure, kept, partiesIn(rules));
  return {
    items,
    deadlines: extractDeadlines(document, structure, items, rules.deadlines),
    references: extractReferences(document, structure, items, rules.references),
  };
}
