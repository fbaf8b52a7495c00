import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { deleteCookie, getCookie } from "hono/cookie";
import type { Desk } from "../desk.ts";
import { COOKIE, type Env } from "../guard.ts";
import { gives } from "./respond.ts";

const Who = z.object({ name: z.string() });

const who = createRoute({
  method: "get",
  path: "/session",
  summary: "Who is signed in",
  responses: gives(Who, "The person."),
});

const leave = createRoute({
  method: "delete",
  path: "/session",
  summary: "Sign out: the session ends at once",
  responses: gives(Who, "The person who was signed in."),
});

/** Tells who is signed in, and signs out. */
export function addSession(app: OpenAPIHono<Env>, { sessions }: Desk): void {
  app.openapi(who, (context) => context.json({ name: context.get("person").name }, 200));
  app.openapi(leave, (context) => {
    sessions.end(getCookie(context, COOKIE) ?? "");
    deleteCookie(context, COOKIE, { path: "/" });
    return context.json({ name: context.get("person").name }, 200);
  });
}
