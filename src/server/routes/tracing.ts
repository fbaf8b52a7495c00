import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { Outcome } from "../../records/link.ts";
import { Letter, lettersAround } from "../correspondence.ts";
import type { Desk } from "../desk.ts";
import type { Env } from "../guard.ts";
import { DocumentId } from "../schemas.ts";
import { gives } from "./respond.ts";

const OutcomeCounts = z.object({ name: z.string(), outcome: Outcome, count: z.int() });

const tracing = createRoute({
  method: "get",
  path: "/statistics/tracing",
  summary: "What came back, from whom and when, in numbers; copies are not counted",
  responses: gives(
    z.object({
      bodies: z.array(OutcomeCounts).describe("outcomes by those asked most"),
      months: z.array(OutcomeCounts).describe("outcomes by the month of what asks"),
      weeks: z
        .array(z.object({ week: z.int(), late: z.boolean().nullable(), count: z.int() }))
        .describe("replies by the week in which they came, from 0"),
      asking: z.array(z.object({ by: z.string(), to: z.string(), count: z.int() })),
      due: z.array(z.object({ date: z.string(), settled: z.int(), count: z.int() })),
    }),
    "The numbers.",
  ),
});

const Citation = z.object({
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
