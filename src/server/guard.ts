import type { Context, MiddlewareHandler } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Scope } from "../records/account.ts";
import type { Desk } from "./desk.ts";
import { scopeFor } from "./permissions.ts";
import type { Person } from "./person.ts";
import { Problem } from "./problem.ts";
import type { Reached } from "./reached.ts";
import { SESSION_LASTS } from "./sessions.ts";

/** What every handler may ask of a request. */
export type Env = { Variables: { person: Person } };

/** The name of the session's cookie. */
export const COOKIE = "answerable-session";

/** The session that a request names; "" where it names none. */
export const sessionOf = (context: Context): string => getCookie(context, COOKIE) ?? "";

/** Gives the browser its session: no script can read it, and no page elsewhere can post with it. */
export function giveSession(context: Context, token: string, { secure }: Reached): void {
  const maxAge = SESSION_LASTS / 1000;
  setCookie(context, COOKIE, token, { httpOnly: true, sameSite: "Lax", path: "/", secure, maxAge });
}

/** Takes it back. */
export const takeSession = (context: Context, { secure }: Reached): void =>
  void deleteCookie(context, COOKIE, { path: "/", secure });

/**
 * Nothing from elsewhere, nothing inline, no frames, no plug-ins: documents are hostile. They are shown as text, and as pages drawn by
 * pdf.js in a worker of ours, which runs no script of theirs.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** Where admins find the dashboard of the queues. */
export const BOARD = "/queues";

const isBoard = (context: Context): boolean => `${context.req.path}/`.startsWith(`${BOARD}/`);

/** The dashboard is another's work: it styles itself in its own page, and names its address there. It still loads and runs nothing from elsewhere. */
const BOARD_POLICY = POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'").replace(
  "base-uri 'none'",
  "base-uri 'self'",
);

const HEADERS: Record<string, string> = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=()",
  "x-frame-options": "DENY",
};

/** Puts the security headers on every answer. */
export const secured =
  ({ secure }: Reached): MiddlewareHandler =>
  async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
    context.res.headers.set("content-security-policy", isBoard(context) ? BOARD_POLICY : POLICY);
    if (secure) context.res.headers.set("strict-transport-security", "max-age=31536000");
  };

/** Lets through only what was addressed to the desk by name: a page elsewhere whose name resolves to it is turned away. */
export const onlyByName =
  ({ names }: Reached): MiddlewareHandler =>
  async (context, next) => {
    const host = context.req.header("host") ?? new URL(context.req.url).host;
    if (!names.has(host.replace(/:\d+$/, "").toLowerCase())) throw new Problem(421, "This address is not served here.");
    await next();
  };

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Lets through what changes something only from our own pages, and as JSON, which no form of another page can send. A token travels
 * only where a program puts it, so that whoever sends one need not be a page.
 */
export const onlyOwnPages: MiddlewareHandler = async (context, next) => {
  if (!SAFE.has(context.req.method)) {
    if (bearerOf(context) === null) checkOrigin(context);
    const type = context.req.header("content-type") ?? "";
    if (isBoard(context)) return next();
    const expected = isUpload(context) ? /^multipart\/form-data\b/i : /^application\/json\b/i;
    if (!expected.test(type))
      throw new Problem(
        415,
        isUpload(context) ? "Send a form with files." : "Send JSON, with the content type application/json.",
      );
  }
  await next();
};

/** The one request that is no JSON. */
export const isUpload = (context: Context): boolean =>
  context.req.method === "POST" && context.req.path === "/api/v1/uploads";

function checkOrigin(context: Context): void {
  const { host } = new URL(context.req.url);
  const origin = context.req.header("origin");
  if (!origin || !URL.canParse(origin) || new URL(origin).host !== (context.req.header("host") ?? host))
    throw new Problem(403, "This was sent from another page than our own.");
}

const bearerOf = (context: Context): string | null =>
  /^Bearer +(\S+)$/i.exec(context.req.header("authorization") ?? "")?.[1] ?? null;

/** Lets through only those who are signed in, and only what they may do. A token counts before a cookie. */
export const onlyAllowed =
  (desk: Desk, root: string): MiddlewareHandler<Env> =>
  async (context, next) => {
    const scope = scopeFor(context.req.method, context.req.path.slice(root.length));
    context.set("person", await personWho(scope, context, desk));
    await next();
  };

/** Lets through only those who may do one thing. */
export const onlyWho =
  (scope: Scope, desk: Desk): MiddlewareHandler<Env> =>
  async (context, next) => {
    context.set("person", await personWho(scope, context, desk));
    await next();
  };

/** Who is asking. Throws a `Problem` where nobody is known to (401) or where they may not do this (403). */
async function personWho(scope: Scope | "anyone", context: Context, desk: Desk): Promise<Person> {
  const person = await personOf(context, desk);
  if (!person)
    throw new Problem(
      401,
      desk.accounts ? "Sign in first." : "Open the link that the terminal shows, or start the program again.",
    );
  if (scope !== "anyone" && !person.scopes.includes(scope)) throw new Problem(403, refusal(person, scope));
  return person;
}

const refusal = ({ by, role }: Person, scope: string): string =>
  by === "token" ? `This token is not good for "${scope}".` : `A ${role} may not do this: it needs "${scope}".`;

async function personOf(context: Context, { sessions, accounts }: Desk): Promise<Person | null> {
  const bearer = bearerOf(context);
  if (bearer !== null) return (await accounts?.personOfToken(bearer)) ?? null;
  const token = sessionOf(context);
  return accounts ? accounts.personOfSession(token) : sessions.personOf(token);
}
