import type { MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import { Problem } from "./problem.ts";
import type { Person, Sessions } from "./sessions.ts";

/** What every handler may ask of a request. */
export type Env = { Variables: { person: Person } };

/** The name of the session's cookie. */
export const COOKIE = "answerable-session";

/** Nothing from elsewhere, nothing inline, no frames, no plug-ins: documents are hostile, and shown as text and pictures. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS: Record<string, string> = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=()",
  "x-frame-options": "DENY",
};

/** Puts the security headers on every answer. */
export const secured: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
};

/** The names under which a loopback address is known. */
const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Lets through only what was addressed to this machine by name: a page elsewhere that resolves to it is turned away. */
export const onlyLoopback: MiddlewareHandler = async (context, next) => {
  const host = context.req.header("host") ?? new URL(context.req.url).host;
  if (!LOOPBACK.has(host.replace(/:\d+$/, ""))) throw new Problem(421, "This address is not served here.");
  await next();
};

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** Lets through what changes something only from our own pages, and as JSON, which no form of another page can send. */
export const onlyOwnPages: MiddlewareHandler = async (context, next) => {
  if (!SAFE.has(context.req.method)) {
    const { host } = new URL(context.req.url);
    const origin = context.req.header("origin");
    if (!origin || !URL.canParse(origin) || new URL(origin).host !== (context.req.header("host") ?? host))
      throw new Problem(403, "This was sent from another page than our own.");
    if (!/^application\/json\b/i.test(context.req.header("content-type") ?? ""))
      throw new Problem(415, "Send JSON, with the content type application/json.");
  }
  await next();
};

/** Lets through only those who are signed in. */
export const onlySignedIn =
  (sessions: Sessions): MiddlewareHandler<Env> =>
  async (context, next) => {
    const person = sessions.personOf(getCookie(context, COOKIE) ?? "");
    if (!person) throw new Problem(401, "Open the link that the terminal shows, or start the program again.");
    context.set("person", person);
    await next();
  };
