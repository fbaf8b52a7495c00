import { z } from "zod";
import { Precision } from "../records/deadline.ts";
import { AskForm, ItemKind } from "../records/item.ts";
import { Outcome } from "../records/link.ts";
import { PartKind } from "../records/part.ts";
import { Person } from "../records/person.ts";

const Day = z.iso.date().nullable().default(null);

const GoldPart = z.object({
  id: z.string(),
  kind: PartKind,
  date: Day,
  from: z.array(Person.partial()).default([]),
  to: z.array(Person.partial()).default([]),
});

/** An item as a person marked it: `quote` is what the document says, verbatim. */
export const GoldItem = z.object({
  id: z.string(),
  kind: ItemKind,
  form: AskForm.nullish(),
  label: z.coerce.string().nullish(),
  restated: z.boolean().optional(),
  quote: z.string().min(1),
});
export type GoldItem = z.infer<typeof GoldItem>;

const GoldDeadline = z.object({ item: z.string(), quote: z.string(), date: Day, precision: Precision });
const GoldReference = z.object({ scheme: z.string(), value: z.coerce.string() });

const Judgement = {
  outcome: Outcome,
  /** Further outcomes that a careful reader could defend. */
  alsoRight: z.array(Outcome).default([]),
  /** Why the outcome is in doubt; may begin with another outcome and a colon. */
  doubt: z.string().nullish(),
};
const GoldLink = z.object({ item: z.string(), replies: z.array(z.string()).default([]), ...Judgement });
export type GoldLink = z.infer<typeof GoldLink>;

/** What a gold file may annotate; all of it where it does not say. */
export const Annotated = z.enum(["parts", "recommendation", "ask", "undertaking", "deadlines", "references", "links"]);
export type Annotated = z.infer<typeof Annotated>;

/** `NAME.gold.json`: what a person says of one document, from the document alone. */
export const Gold = z.object({
  parts: z.array(GoldPart).default([]),
  items: z.array(GoldItem),
  deadlines: z.array(GoldDeadline).default([]),
  references: z.array(GoldReference).default([]),
  links: z.array(GoldLink).default([]),
  annotated: z.array(Annotated).optional(),
  notes: z.array(z.string()).default([]),
});
export type Gold = z.infer<typeof Gold>;

/** One link between two files, in `pairs.json`. */
export const GoldPair = z.object({
  ask: z.object({ doc: z.string(), item: z.string() }),
  reply: z.object({ doc: z.string(), replies: z.array(z.string()).default([]) }),
  ...Judgement,
});
export type GoldPair = z.infer<typeof GoldPair>;

/** `pairs.json`: the links between the documents of a folder. */
export const GoldPairs = z.object({ links: z.array(GoldPair).default([]) });

/** All gold of some folders: by the documents' names without extension, and the links between them. */
export type GoldSet = { byName: ReadonlyMap<string, Gold>; pairs: readonly GoldPair[] };

/** Whether a gold file says anything about a matter. */
export const annotates = (gold: Gold, what: Annotated): boolean => gold.annotated?.includes(what) ?? true;

const EXTENSION = /\.(?:html?|md|markdown|txt|pdf|docx|eml|json|png|tiff?)$/i;

/** The name by which a document meets its gold: the last part of its path without its extension. */
export const stemOf = (name: string): string => name.split(/[/\\]/).at(-1)!.replace(EXTENSION, "");
