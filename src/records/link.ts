import { z } from "zod";
import { Anchor } from "./anchor.ts";

export const Outcome = z.enum([
  "answered",
  "accepted",
  "partly-accepted",
  "declined",
  "deferred",
  "noted",
  "unanswered",
]);
/** How a reply takes an ask, from the reply's own words. */
export type Outcome = z.infer<typeof Outcome>;

/** A passage that replies, in the document and part in which it stands. */
export const ReplyPassage = z.object({ document: z.string(), part: z.string(), anchor: Anchor });
export type ReplyPassage = z.infer<typeof ReplyPassage>;

/** A passage that could have been meant instead; its confidence is how likely its sentence answers the item, over all ways of sharing sentences out. */
export const Rival = ReplyPassage.extend({ confidence: z.number().min(0).max(1) });
export type Rival = z.infer<typeof Rival>;

/** A verdict of one body, or on some labelled points only. */
export const PartialOutcome = z.object({
  by: z.string().nullable(),
  points: z.array(z.string()),
  outcome: Outcome,
  anchor: Anchor.nullable(),
});
export type PartialOutcome = z.infer<typeof PartialOutcome>;

/** What one document replies to one item. It stands in the record of the document that holds the item. */
export const Link = z.object({
  id: z.string(),
  /** The id of the item. */
  item: z.string(),
  outcome: Outcome,
  outcomesBy: z.array(PartialOutcome),
  /** Empty where the outcome is "unanswered". All of one document. */
  replies: z.array(ReplyPassage),
  confidence: z.number().min(0).max(1),
  /** The margin to the runner-up is small: a person decides. */
  ambiguous: z.boolean(),
  rivals: z.array(Rival),
  /** Every signal that spoke for it, in words. */
  evidence: z.array(z.string()),
});
export type Link = z.infer<typeof Link>;
