import { z } from "@hono/zod-openapi";
import { ChosenPassage } from "../records/decision.ts";
import { ItemKind } from "../records/item.ts";
import { Part } from "../records/part.ts";

/** A place at which a numbered public document is cited. */
export const Citation = z.object({
  document: z.string(),
  name: z.string(),
  scheme: z.string(),
  value: z.string(),
  start: z.int(),
  end: z.int(),
  page: z.int().nullable(),
  item: z.string().nullable(),
  words: z.string(),
});
export type Citation = z.infer<typeof Citation>;

/** A letter, a reply, … of a correspondence. */
export const Letter = Part.pick({ id: true, kind: true, date: true, from: true, to: true, subject: true }).extend({
  document: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  /** Of what it asks and recommends. */
  asked: z.int(),
  replied: z.int(),
  unanswered: z.int(),
  promised: z.int(),
  /** Those whose asks it answers. */
  answers: z.array(z.object({ document: z.string(), part: z.string(), items: z.int() })),
});
export type Letter = z.infer<typeof Letter>;

/** A passage in which words were found. */
export const Hit = z.object({
  document: z.string(),
  name: z.string(),
  start: z.int(),
  page: z.int().nullable(),
  words: z.string(),
});
export type Hit = z.infer<typeof Hit>;

/** An item that a person added because the machine had missed it. */
export const Addition = z.object({
  id: z.string(),
  document: z.string(),
  kind: ItemKind,
  passage: ChosenPassage,
  by: z.string(),
  at: z.string(),
});
export type Addition = z.infer<typeof Addition>;
