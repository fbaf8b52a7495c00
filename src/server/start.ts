import type { Hono } from "hono";
import { setCookie } from "hono/cookie";
import type { Desk } from "./desk.ts";
import { COOKIE, type Env } from "./guard.ts";
import { Problem } from "./problem.ts";

/** The start-up link: its token is good once, and turns into the session's cookie, which no script can read. */
export function addStart(app: Hono<Env>, { sessions }: Pick<Desk, "sessions">): void {
  app.get("/start", (context) => {
    const token = sessions.begin(context.req.query("token") ?? "");
    if (!token) throw new Problem(403, "This link was used already. Start the program again for a new one.");
    setCookie(context, COOKIE, token, { httpOnly: true, sameSite: "Lax", path: "/" });
    return context.redirect("/", 303);
  });
}
