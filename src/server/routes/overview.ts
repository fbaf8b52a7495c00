import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Desk } from "../desk.ts";
import type { Env } from "../guard.ts";
import { gives } from "./respond.ts";

const StatusCounts = z.object({
  name: z.string(),
  replied: z.int(),
  unanswered: z.int(),
  open: z.int(),
  promised: z.int(),
});

/** What the overview shows. */
export const Overview = z.object({
  totals: z.object({
    documents: z.int(),
    copies: z.int(),
    recommendations: z.int(),
    asks: z.int(),
    undertakings: z.int(),
  }),
  kinds: z.array(StatusCounts),
  outcomes: z.array(z.object({ name: z.string(), count: z.int() })),
  months: z.array(StatusCounts),
  asked: z.array(StatusCounts),
  verdicts: z.object({ accepted: z.int(), rejected: z.int(), unsure: z.int(), none: z.int() }),
});

const statistics = createRoute({
  method: "get",
  path: "/statistics",
  summary: "What was asked and what came back, in numbers; copies are not counted",
  responses: gives(Overview, "The numbers."),
});

const failures = createRoute({
  method: "get",
  path: "/failures",
  summary: "Inputs that gave no record, and why; at most 1,000",
  responses: gives(
    z.object({
      rows: z.array(
        z.object({
          uri: z.string(),
          sha256: z.string().nullable(),
          stage: z.string(),
          code: z.string(),
          message: z.string(),
        }),
      ),
    }),
    "The failures.",
  ),
});

const MOST_FAILURES = 1_000;

/** Counts, and tells what could not be read. */
export function addOverview(app: OpenAPIHono<Env>, { store }: Desk): void {
  app.openapi(statistics, async (context) => {
    const { documents, copies, recommendations, asks, undertakings } = await store.totals();
    const totals = { documents, copies, recommendations, asks, undertakings };
    return context.json({ totals, ...(await store.statistics()) }, 200);
  });
  app.openapi(failures, async (context) => {
    const rows = [];
    for await (const { uri, sha256, stage, code, message } of store.failures()) {
      rows.push({ uri, sha256, stage, code, message });
      if (rows.length === MOST_FAILURES) break;
    }
    return context.json({ rows }, 200);
  });
}
