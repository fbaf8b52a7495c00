import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { Failure } from "../../records/failure.ts";
import type { Desk } from "../desk.ts";
import type { Env } from "../guard.ts";
import { Overview } from "../schemas-of-numbers.ts";
import { gives } from "./respond.ts";

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
  responses: gives(z.object({ rows: z.array(Failure) }), "The failures."),
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
