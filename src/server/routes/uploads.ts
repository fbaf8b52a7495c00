import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { streamSSE } from "hono/streaming";
import type { Desk } from "../desk.ts";
import type { Env } from "../guard.ts";
import { Problem } from "../problem.ts";
import { Upload } from "../upload-board.ts";
import { filesIn } from "../upload-body.ts";
import type { Uploads } from "../uploads.ts";
import { gives } from "./respond.ts";

const one = { params: z.object({ id: z.uuid() }) };

/** Only described: the body is read by `filesIn`, within its limits. */
const FILES = {
  type: "object" as const,
  properties: { file: { type: "array" as const, items: { type: "string" as const, format: "binary" } } },
};

const send = createRoute({
  method: "post",
  path: "/uploads",
  summary: "Add documents: a form with files, which are read once they are in the store",
  request: {
    body: {
      required: true,
      content: { "multipart/form-data": { schema: FILES } },
    },
  },
  responses: gives(Upload, "The upload, which goes on."),
});

const retry = createRoute({
  method: "post",
  path: "/failures/retry",
  summary: "Read again what could not be read",
  responses: gives(Upload, "An upload of what is in the store already, which goes on."),
});

const list = createRoute({
  method: "get",
  path: "/uploads",
  summary: "Uploads since the program started, the last one first",
  responses: gives(z.object({ rows: z.array(Upload) }), "The uploads."),
});

const show = createRoute({
  method: "get",
  path: "/uploads/{id}",
  summary: "How far an upload is",
  request: one,
  responses: gives(Upload, "The upload."),
});

const watch = createRoute({
  method: "get",
  path: "/uploads/{id}/events",
  summary: "How far an upload is, told at each step until it has ended (server-sent events)",
  request: one,
  responses: {
    200: { description: "The upload, at each step.", content: { "text/event-stream": { schema: z.any() } } },
  },
});

/** So often something is said, in milliseconds, that no server in between takes the line for dead. */
const SILENCE = 15_000;

/** Takes documents in. */
export function addUploads(app: OpenAPIHono<Env>, { uploads, uploadLimits }: Desk): void {
  if (!uploads) return;
  app.openapi(send, async (context) => {
    const files = await filesIn(context.req.raw, uploadLimits);
    return context.json(await uploads.take(context.get("person").name, files), 200);
  });
  app.openapi(retry, async (context) => context.json(await uploads.retry(context.get("person").name), 200));
  app.openapi(list, (context) => context.json({ rows: uploads.all() }, 200));
  app.openapi(show, (context) => context.json(found(uploads, context.req.valid("param").id), 200));
  app.openapi(watch, (context) => {
    const upload = found(uploads, context.req.valid("param").id);
    return streamSSE(context, async (stream) => {
      while (!stream.aborted) {
        await stream.writeSSE({ data: JSON.stringify(upload) });
        if (upload.state === "done" || upload.state === "broken") return;
        await uploads.changed(upload.id, AbortSignal.timeout(SILENCE));
      }
    });
  });
}

function found(uploads: Uploads, id: string): Upload {
  const upload = uploads.find(id);
  if (!upload) throw new Problem(404, "There is no such upload. They are forgotten when the program ends.");
  return upload;
}
