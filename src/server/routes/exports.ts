import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { stream } from "hono/streaming";
import { toCsv } from "../../export/csv.ts";
import { toJsonl } from "../../export/jsonl.ts";
import type { ItemFilter } from "../../store/listing.ts";
import type { Store } from "../../store/store.ts";
import type { Desk } from "../desk.ts";
import type { Env } from "../guard.ts";
import { Problem } from "../problem.ts";

/** What can be taken away, by file name: what it is, and how it is made. */
const FILES: Record<string, { type: string; make: (store: Store, filter: ItemFilter) => AsyncIterable<string> }> = {
  "items.csv": { type: "text/csv; charset=utf-8", make: (store, filter) => toCsv(store.items(filter)) },
  "items.jsonl": { type: "application/jsonl; charset=utf-8", make: (store, filter) => toJsonl(store.items(filter)) },
  "decisions.jsonl": { type: "application/jsonl; charset=utf-8", make: (store) => toJsonl(store.decisions()) },
};

const file = createRoute({
  method: "get",
  path: "/exports/{file}",
  summary: "All items as persons left them, as CSV or JSON lines, or the whole log of decisions",
  request: { params: z.object({ file: z.enum(["items.csv", "items.jsonl", "decisions.jsonl"]) }) },
  responses: { 200: { description: "The file.", content: { "application/octet-stream": { schema: z.any() } } } },
});

/** Gives files to take away, written as they are sent. */
export function addExports(app: OpenAPIHono<Env>, { store }: Desk): void {
  app.openapi(file, async (context) => {
    const { file: name } = context.req.valid("param");
    const person = context.get("person");
    const blind = await store.doubleReview();
    if (name === "decisions.jsonl" && blind && !person.scopes.includes("adjudicate"))
      throw new Problem(403, "Under double review only adjudicators may take the log of decisions.");
    const { type, make } = FILES[name]!;
    context.header("content-type", type);
    context.header("content-disposition", `attachment; filename="${name}"`);
    return stream(context, async (out) => {
      for await (const piece of make(store, blind ? { blind: person.name } : {})) await out.write(piece);
    });
  });
}
