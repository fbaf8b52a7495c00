import { z } from "zod";
import { Span } from "./anchor.ts";
import { ItemKind } from "./item.ts";
import { Outcome } from "./link.ts";

/** A stretch of a document that a person chose, with its words: so that it can be told later whether they still stand there. */
export const ChosenPassage = Span.extend({ document: z.string(), exact: z.string().min(1).max(20_000) });
export type ChosenPassage = z.infer<typeof ChosenPassage>;

export const Verdict = z.enum(["accepted", "rejected", "unsure"]);
/** What a person says of what the machine found: right, wrong, or not to be told. */
export type Verdict = z.infer<typeof Verdict>;

/** One thing that a person did with one item. An empty list of replies says that nothing answers it. */
export const Act = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("verdict"), verdict: Verdict }),
  z.strictObject({ do: z.literal("outcome"), outcome: Outcome }),
  z.strictObject({ do: z.literal("kind"), kind: ItemKind }),
  z.strictObject({ do: z.literal("span"), passage: ChosenPassage }),
  z.strictObject({ do: z.literal("replies"), replies: z.array(ChosenPassage).max(50) }),
  /** The last day that meets it; null says that it has none. */
  z.strictObject({ do: z.literal("deadline"), date: z.iso.date().nullable() }),
  /** Who is to act or answer, as a person would name them. */
  z.strictObject({ do: z.literal("to"), to: z.array(z.string().trim().min(1).max(200)).max(20) }),
  /** Adds an item that the machine missed: the first entry of an item whose id is made as the machine would have made it. */
  z.strictObject({ do: z.literal("item"), kind: ItemKind, passage: ChosenPassage }),
  z.strictObject({ do: z.literal("comment"), words: z.string().trim().min(1).max(5_000) }),
  /** Takes an earlier entry of the same person back; an undo may itself be undone. */
  z.strictObject({ do: z.literal("undo"), entry: z.int().min(1) }),
]);
export type Act = z.infer<typeof Act>;

/** A decision as it is handed in. */
export const NewDecision = z.strictObject({
  /** Made by whoever hands it in: handing the same one in twice is handing it in once. */
  key: z.uuid(),
  /** The last entry about this item that the person had seen; 0 for none. */
  seen: z.int().min(0),
  /** The version of the pair that the person had before them; see `pairVersion`. */
  version: z.string().regex(/^[0-9a-f]{16}$/),
  act: Act,
});
export type NewDecision = z.infer<typeof NewDecision>;

/** An entry of the log of decisions. Entries are added and never rewritten. */
export const Decision = NewDecision.extend({
  /** Counts up: a later entry has a greater one. */
  id: z.int().min(1),
  document: z.string(),
  item: z.string(),
  /** The person's name. */
  by: z.string(),
  at: z.iso.datetime(),
  /** True where an adjudicator said it of something that was disputed: on this version of the pair nobody else's word counts then. */
  settles: z.boolean().optional(),
});
export type Decision = z.infer<typeof Decision>;
