import { z } from "@hono/zod-openapi";
import { Problem } from "./problem.ts";

/** Where a page of a list ends, as an opaque word for the next request. */
export const toCursor = (place: object): string => Buffer.from(JSON.stringify(place)).toString("base64url");

/** The place that a cursor stands for; null without one. Throws a `Problem` for words that are no cursor of ours. */
export function fromCursor<T>(schema: z.ZodType<T>, cursor: string | undefined): T | null {
  if (!cursor) return null;
  const read = schema.safeParse(jsonOf(Buffer.from(cursor, "base64url").toString("utf8")));
  if (!read.success) throw new Problem(400, "The cursor is none that was given out. Begin without one.");
  return read.data;
}

function jsonOf(words: string): unknown {
  try {
    return JSON.parse(words);
  } catch {
    return null;
  }
}

/** What every list takes. */
export const PageQuery = z.object({
  after: z.string().max(2_000).optional().describe("the cursor `next` of the page before"),
  most: z.coerce.number().int().min(1).max(200).default(50).describe("how many at most"),
});
