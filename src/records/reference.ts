import { z } from "zod";
import { Anchor } from "./anchor.ts";

/** A numbered public document that the text cites. `scheme` is "MQ", "decision", "own", "recommendation", or a pipeline's own. */
export const Reference = z.object({
  id: z.string(),
  scheme: z.string(),
  /** The normal form of the number: "2022/1844", "MDA1512". */
  value: z.string(),
  anchor: Anchor,
  /** The id of the item that it stands in, or null. */
  item: z.string().nullable(),
});
export type Reference = z.infer<typeof Reference>;
