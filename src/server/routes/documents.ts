import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { DocumentRow } from "../../store/stored.ts";
import { fromCursor, PageQuery, toCursor } from "../cursor.ts";
import type { Desk } from "../desk.ts";
import type { Env } from "../guard.ts";
import { DocumentId, DocumentSummary, DocumentView } from "../schemas.ts";
import { gives, pageOf } from "./respond.ts";

const list = createRoute({
  method: "get",
  path: "/documents",
  summary: "Documents by their paths",
  request: { query: PageQuery },
  responses: gives(pageOf(DocumentSummary), "A page of documents."),
});

const one = createRoute({
  method: "get",
  path: "/documents/{id}",
  summary: "A document with its parts, items, deadlines, references and links",
  request: { params: z.object({ id: DocumentId }) },
  responses: gives(DocumentView, "The document, without its text."),
});

const Place = z.object({ uri: z.string(), id: z.string() });

/** Lists documents and shows one. */
export function addDocuments(app: OpenAPIHono<Env>, { store, library }: Desk): void {
  app.openapi(list, async (context) => {
    const { after, most } = context.req.valid("query");
    const rows: DocumentRow[] = [];
    for await (const row of store.documents(fromCursor(Place, after) ?? undefined)) {
      rows.push(row);
      if (rows.length > most) break;
    }
    const page = rows.slice(0, most);
    const last = page.at(-1);
    const next = last && rows.length > most ? toCursor({ uri: last.uri, id: last.id }) : null;
    return context.json({ rows: page.map(toSummary), next }, 200);
  });
  app.openapi(one, async (context) => {
    const { schema: _, source, pipeline: __, text, ...record } = await library.record(context.req.valid("param").id);
    const { name, uri, mediaType } = source;
    return context.json({ ...record, name, uri, mediaType, length: text.length }, 200);
  });
}

const toSummary = ({ mq: _, recordHash: __, ...row }: DocumentRow): DocumentSummary => row;
