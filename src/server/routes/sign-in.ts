import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { createAttempted } from "../attempts.ts";
import { clientAddress } from "../client-address.ts";
import type { Desk } from "../desk.ts";
import { type Env, giveSession } from "../guard.ts";
import { Problem } from "../problem.ts";
import { gives, takes, tells } from "./respond.ts";

/** No more is asked than length, as NIST SP 800-63B has it. */
export const NewPassword = z
  .string()
  .min(12, "A password has at least 12 characters: some words in a row do well.")
  .max(500);

const how = createRoute({
  method: "get",
  path: "/sign-in",
  summary: "How one comes in here: by a password, or by the link that the program shows when it starts",
  responses: gives(z.object({ by: z.enum(["password", "link"]) }), "The way in."),
});

const signIn = createRoute({
  method: "post",
  path: "/sign-in",
  summary: "Sign in with a name and a password; the answer brings the session's cookie",
  request: takes(z.strictObject({ name: z.string().max(200), password: z.string().max(500) })),
  responses: tells("The session has begun."),
});

const accept = createRoute({
  method: "post",
  path: "/invitation",
  summary: "Choose a password with the word of an invitation, which is good once",
  request: takes(z.strictObject({ token: z.string().max(200), password: NewPassword })),
  responses: tells("The password is set, and the session has begun."),
});

/** The ways in, which are open to strangers. */
export function addSignIn(app: OpenAPIHono<Env>, desk: Desk): void {
  const { accounts, reached } = desk;
  app.openapi(how, (context) => context.json({ by: accounts ? ("password" as const) : ("link" as const) }, 200));
  if (!accounts) return;
  const attempted = createAttempted(desk.store.attempts, desk.now);
  app.openapi(signIn, async (context) => {
    const { name, password } = context.req.valid("json");
    const token = await attempted(name, clientAddress(context, reached), () => accounts.signIn(name, password));
    if (!token) throw new Problem(401, "The name or the password is wrong.");
    giveSession(context, token, reached);
    return context.json({ done: true as const }, 200);
  });
  app.openapi(accept, async (context) => {
    const { token, password } = context.req.valid("json");
    const session = await accounts.accept(token, password);
    if (!session) throw new Problem(403, "This invitation was used already, or has ended. Ask for a new one.");
    giveSession(context, session, reached);
    return context.json({ done: true as const }, 200);
  });
}
