import { z } from "zod";
import { Anchor } from "./anchor.ts";

export const ItemKind = z.enum(["recommendation", "ask", "undertaking"]);
/** What somebody is meant to do or answer, or has promised to do. */
export type ItemKind = z.infer<typeof ItemKind>;

export const AskForm = z.enum(["question", "request"]);
/** Put as a question, or as a wish or an order. */
export type AskForm = z.infer<typeof AskForm>;

/** A labelled sub-point of an item, such as "(a)" or "(a)(iv)". */
export const Point = z.object({ label: z.string(), anchor: Anchor });
export type Point = z.infer<typeof Point>;

/** One recommendation, ask or undertaking. */
export const Item = z.object({
  /** Survives re-ingestion with newer rules: see `itemId`. */
  id: z.string(),
  /** The id of the part that it stands in. */
  part: z.string(),
  kind: ItemKind,
  /** For asks only. */
  form: AskForm.nullable(),
  /** Its own number or letter, without brackets or the word "Recommendation"; a letter under a number has that before it ("1(a)"); null where there is none. */
  label: z.string().nullable(),
  /** Another body's recommendation, or the other side's ask, set out again in order to answer it. */
  restated: z.boolean(),
  anchor: Anchor,
  points: z.array(Point),
  /** The other places where the same item is printed. */
  alsoAt: z.array(Anchor),
  /** The sentence that governs the list in which the item stands. */
  leadIn: Anchor.nullable(),
  /** The headings above it, outermost first. */
  section: z.array(z.string()),
  /** Who asks, recommends or promises, as named. */
  by: z.array(z.string()),
  /** Who is to act or answer, as named. */
  to: z.array(z.string()),
  /** Calibrated probability that a careful reader would list it. */
  confidence: z.number().min(0).max(1),
  /** Why it is an item, in words that a researcher understands. */
  evidence: z.array(z.string()),
});
export type Item = z.infer<typeof Item>;
