import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { lettersAround } from "../correspondence.ts";
import type { Desk } from "../desk.ts";
import type { Env } from "../guard.ts";
import { DocumentId } from "../schemas.ts";
import { Citation, Letter } from "../schemas-of-lists.ts";
import { Tracing } from "../schemas-of-numbers.ts";
import { gives } from "./respond.ts";

const tracing = createRoute({
  method: "get",
  path: "/statistics/tracing",
  summary: "What came back, from whom and when, in numbers; copies are not counted",
  responses: gives(Tracing, "The numbers."),
});

const citations = createRoute({
  method: "get",
  path: "/citations",
  summary: "Every place at which a numbered public document is cited, in the order of documents; at most 500",
  request: {
    query: z.object({ value: z.string().min(1).max(200).describe('the number\'s normal form: "2022/1844"') }),
  },
  responses: gives(z.object({ rows: z.array(Citation) }), "The places."),
});

const correspondence = createRoute({
  method: "get",
  path: "/documents/{id}/correspondence",
  summary: "The letters and replies that are about each other, around one document, by their days",
  request: { params: z.object({ id: DocumentId }) },
  responses: gives(z.object({ rows: z.array(Letter) }), "The letters; those without a day at the end."),
});

const MOST_CITATIONS = 500;

/** Traces who answered whom, how, and when. */
export function addTracing(app: OpenAPIHono<Env>, desk: Desk): void {
  app.openapi(tracing, async (context) => context.json(await desk.store.tracing(), 200));
  app.openapi(citations, async (context) => {
    const rows = await desk.store.citations(context.req.valid("query").value, MOST_CITATIONS);
    return context.json({ rows }, 200);
  });
  app.openapi(correspondence, async (context) =>
    context.json({ rows: await lettersAround(desk, context.req.valid("param").id) }, 200),
  );
}
