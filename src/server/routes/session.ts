import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { Role, Scope } from "../../records/account.ts";
import type { Desk } from "../desk.ts";
import { BOARD, type Env, sessionOf, takeSession } from "../guard.ts";
import type { Person } from "../person.ts";
import { gives, tells } from "./respond.ts";

const Who = z.object({
  name: z.string(),
  role: Role,
  scopes: z.array(Scope).describe("what may be done with this session or token"),
  by: z.enum(["link", "password", "token"]),
  queues: z
    .string()
    .nullable()
    .describe("where this person finds the dashboard of the queues; null where there is none for them"),
});

const who = createRoute({
  method: "get",
  path: "/session",
  summary: "Who is signed in, and what they may do",
  responses: gives(Who, "The person."),
});

const leave = createRoute({
  method: "delete",
  path: "/session",
  summary: "Sign out: the session ends at once",
  responses: gives(Who, "The person who was signed in."),
});

const leaveEverywhere = createRoute({
  method: "delete",
  path: "/sessions",
  summary: "Sign out everywhere: all sessions of this person end at once",
  responses: tells("They have ended."),
});

/** Tells who is signed in, and signs out. */
export function addSession(app: OpenAPIHono<Env>, { sessions, accounts, reached, board }: Desk): void {
  const toWho = ({ scopes, ...person }: Person): z.infer<typeof Who> => ({
    ...{ ...person, scopes: [...scopes] },
    queues: board && scopes.includes("admin") ? BOARD : null,
  });
  app.openapi(who, (context) => context.json(toWho(context.get("person")), 200));
  app.openapi(leave, async (context) => {
    sessions.end(sessionOf(context));
    await accounts?.signOut(sessionOf(context));
    takeSession(context, reached);
    return context.json(toWho(context.get("person")), 200);
  });
  app.openapi(leaveEverywhere, async (context) => {
    sessions.end(sessionOf(context));
    await accounts?.signOutEverywhere(context.get("person").name);
    takeSession(context, reached);
    return context.json({ done: true as const }, 200);
  });
}
