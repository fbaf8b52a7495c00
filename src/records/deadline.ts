import { z } from "zod";
import { Anchor } from "./anchor.ts";

export const Precision = z.enum(["day", "month", "season", "quarter", "year", "vague"]);
/** How exactly the words fix the day. */
export type Precision = z.infer<typeof Precision>;

/** A time by which one item is to be done or answered. */
export const Deadline = z.object({
  id: z.string(),
  /** The id of the item that it binds. */
  item: z.string(),
  /** The time expression with its preposition. */
  anchor: Anchor,
  /** The last ISO day that meets it, in Europe/London; null where nothing fixes it. */
  date: z.iso.date().nullable(),
  precision: Precision,
  /** What a relative expression was counted from, in words: "the letter's date, 2023-10-31". */
  relativeTo: z.string().nullable(),
});
export type Deadline = z.infer<typeof Deadline>;
