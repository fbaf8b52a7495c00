import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Env } from "./guard.ts";

/** Serves the API's description, made from the schemas that check each request: OpenAPI 3.1. */
export function describeApi(api: OpenAPIHono<Env>): void {
  api.doc31("/openapi.json", {
    openapi: "3.1.0",
    info: { title: "answerable", version: "1", description: "Who asked what of whom, by when, and what came back." },
    servers: [{ url: "/api/v1" }],
  });
}
