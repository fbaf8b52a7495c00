import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Desk } from "../desk.ts";
import type { Env } from "../guard.ts";
import { Hit } from "../schemas-of-lists.ts";
import { gives } from "./respond.ts";

const search = createRoute({
  method: "get",
  path: "/search",
  summary: "Passages in which all the words occur, whatever their endings; best first",
  request: {
    query: z.object({ words: z.string().max(400), most: z.coerce.number().int().min(1).max(100).default(25) }),
  },
  responses: gives(z.object({ rows: z.array(Hit) }), "The passages."),
});

/** Finds words in all documents. */
export function addSearch(app: OpenAPIHono<Env>, { store }: Desk): void {
  app.openapi(search, async (context) => {
    const { words, most } = context.req.valid("query");
    return context.json({ rows: await store.search(words, most) }, 200);
  });
}
