import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { ApiToken, Scope } from "../../records/account.ts";
import { createAttempted } from "../attempts.ts";
import { clientAddress } from "../client-address.ts";
import type { Desk } from "../desk.ts";
import { type Env, sessionOf } from "../guard.ts";
import type { Person } from "../person.ts";
import { Problem } from "../problem.ts";
import { gives, takes, tells } from "./respond.ts";
import { NewPassword } from "./sign-in.ts";

const password = createRoute({
  method: "put",
  path: "/password",
  summary: "Change one's password; all other sessions end",
  request: takes(z.strictObject({ current: z.string().max(500), next: NewPassword })),
  responses: tells("It is changed."),
});

const list = createRoute({
  method: "get",
  path: "/tokens",
  summary: "One's tokens for programs, without the tokens themselves",
  responses: gives(z.object({ rows: z.array(ApiToken) }), "The tokens."),
});

const make = createRoute({
  method: "post",
  path: "/tokens",
  summary: "Make a token for a program, which then may do some of what one may oneself",
  request: takes(
    z.strictObject({
      label: z.string().trim().min(1).max(100).describe("what it is for"),
      scopes: z.array(Scope).min(1),
      days: z.int().min(1).max(366).default(90),
    }),
  ),
  responses: gives(z.object({ token: z.string() }), "The token. It is shown this once."),
});

const remove = createRoute({
  method: "delete",
  path: "/tokens/{id}",
  summary: "Take a token back: it is good for nothing from now on",
  request: { params: z.object({ id: z.string().regex(/^[0-9a-f]{12}$/) }) },
  responses: tells("It is taken back."),
});

/** What one does with one's own account. */
export function addAccount(app: OpenAPIHono<Env>, { accounts, reached, store, now }: Desk): void {
  if (!accounts) return;
  const attempted = createAttempted(store.attempts, now);
  app.openapi(password, async (context) => {
    const { name } = inPerson(context.get("person"));
    const { current, next } = context.req.valid("json");
    const changed = await attempted(name, clientAddress(context, reached), async () =>
      (await accounts.changePassword(name, current, next, sessionOf(context))) ? true : null,
    );
    if (!changed) throw new Problem(403, "The current password is another one.");
    return context.json({ done: true as const }, 200);
  });
  app.openapi(list, async (context) => context.json({ rows: await accounts.tokens(context.get("person").name) }, 200));
  app.openapi(make, async (context) => {
    const { name, scopes: may } = inPerson(context.get("person"));
    const { label, scopes, days } = context.req.valid("json");
    const beyond = scopes.find((scope) => !may.includes(scope));
    if (beyond) throw new Problem(403, `You may not do this yourself: "${beyond}".`);
    return context.json({ token: await accounts.makeToken(name, label, scopes, days) }, 200);
  });
  app.openapi(remove, async (context) => {
    const { name } = inPerson(context.get("person"));
    if (!(await accounts.removeToken(name, context.req.valid("param").id)))
      throw new Problem(404, "There is no such token.");
    return context.json({ done: true as const }, 200);
  });
}

/** What a program may not do with a token: make others, or change the password. */
function inPerson(person: Person): Person {
  if (person.by === "token") throw new Problem(403, "This is done by the person, not with a token.");
  return person;
}
