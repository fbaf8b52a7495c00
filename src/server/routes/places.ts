import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { anchorOf } from "../../document/anchor.ts";
import { literal } from "../../document/literal.ts";
import { Anchor, Span } from "../../records/anchor.ts";
import type { Desk } from "../desk.ts";
import type { Env } from "../guard.ts";
import { Problem } from "../problem.ts";
import { DocumentId } from "../schemas.ts";
import { gives } from "./respond.ts";

/** More places than a reader turns to. */
const MOST = 200;

const find = createRoute({
  method: "get",
  path: "/documents/{id}/find",
  summary: "Where words stand in one document, whatever their case and spacing; the first 200 places",
  request: { params: z.object({ id: DocumentId }), query: z.object({ words: z.string().max(400) }) },
  responses: gives(z.object({ rows: z.array(Span) }), "The places, as they stand."),
});

const anchor = createRoute({
  method: "get",
  path: "/documents/{id}/anchor",
  summary: "The anchor of a stretch of a document: its words, its page, and its boxes on the page",
  request: {
    params: z.object({ id: DocumentId }),
    query: z.object({ start: z.coerce.number().int().min(0), end: z.coerce.number().int().min(1) }),
  },
  responses: gives(Anchor, "The anchor."),
});

/** Finds words within a document, and tells where a stretch is printed. */
export function addPlaces(app: OpenAPIHono<Env>, { library }: Desk): void {
  app.openapi(find, async (context) => {
    const { text } = await library.document(context.req.valid("param").id);
    return context.json({ rows: placesOf(text, context.req.valid("query").words) }, 200);
  });
  app.openapi(anchor, async (context) => {
    const document = await library.document(context.req.valid("param").id);
    const { start, end } = context.req.valid("query");
    if (!(start < end && end <= document.text.length))
      throw new Problem(422, "There are no words from there to there.");
    return context.json(anchorOf(document, { start, end }), 200);
  });
}

function placesOf(text: string, words: string): { start: number; end: number }[] {
  const sought = words.trim().split(/\s+/).filter(Boolean).map(literal);
  if (sought.length === 0) return [];
  return text
    .matchAll(new RegExp(sought.join("\\s+"), "giu"))
    .take(MOST)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .toArray();
}
