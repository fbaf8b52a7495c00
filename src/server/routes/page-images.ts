import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Desk } from "../desk.ts";
import type { Env } from "../guard.ts";
import { Problem } from "../problem.ts";
import { DocumentId } from "../schemas.ts";

const image = createRoute({
  method: "get",
  path: "/documents/{id}/pages/{page}/image",
  summary: "A picture of a page of a PDF",
  request: {
    params: z.object({ id: DocumentId, page: z.coerce.number().int().min(1) }),
    query: z.object({
      scale: z.coerce.number().min(0.5).max(4).default(1.5).describe("pixels a point: one of 0.5, 1, 1.5 … 4"),
    }),
  },
  responses: {
    200: { description: "The picture.", content: { "image/png": { schema: z.any() } } },
    404: { description: "There is no such page, or the document is no PDF." },
  },
});

const original = createRoute({
  method: "get",
  path: "/documents/{id}/original",
  summary: "A PDF as it came in, for drawing its pages; other kinds are shown as text only",
  request: { params: z.object({ id: DocumentId }) },
  responses: {
    200: { description: "The file.", content: { "application/pdf": { schema: z.any() } } },
    404: { description: "There is none, or the document is no PDF." },
  },
});

/** The bytes never change under an id, so a browser may keep what it got. */
const KEPT = "private, max-age=86400, immutable";

/** Draws pages, in a thread with a deadline, and hands out what browsers draw pages from. */
export function addPageImages(app: OpenAPIHono<Env>, { store, library, threads }: Desk): void {
  app.openapi(image, async (context) => {
    const { id, page } = context.req.valid("param");
    const scale = Math.round(context.req.valid("query").scale * 2) / 2;
    const record = await library.record(id);
    if (record.source.mediaType !== "application/pdf" || page > record.pages.length)
      throw new Problem(404, "There is no picture of this page.");
    const etag = `"${id.slice(0, 16)}-${page}-${scale}"`;
    const headers = { etag, "cache-control": KEPT };
    if (context.req.header("if-none-match") === etag) return context.body(null, 304 as 200, headers);
    const bytes = await originalOf(store, id);
    const drawn = await threads.run({ kind: "draw", bytes, page, boxes: [], scale });
    if ("failure" in drawn) throw new Problem(422, drawn.failure.message);
    return context.body(Uint8Array.from(drawn.png).buffer, 200, { ...headers, "content-type": "image/png" });
  });
  app.openapi(original, async (context) => {
    const { id } = context.req.valid("param");
    const { source } = await library.record(id);
    if (source.mediaType !== "application/pdf") throw new Problem(404, "This document has no printed pages.");
    const headers = { "cache-control": KEPT, "content-disposition": `attachment; filename="${id}.pdf"` };
    const bytes = Uint8Array.from(await originalOf(store, id));
    return context.body(bytes.buffer, 200, { ...headers, "content-type": "application/pdf" });
  });
}

async function originalOf(store: Desk["store"], id: string): Promise<Uint8Array> {
  const bytes = await store.originals.get(id);
  if (!bytes)
    throw new Problem(404, "The original of this document is not in the store. Ingest it again with --force.");
  return bytes;
}
