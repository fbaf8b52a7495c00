import type { Hono } from "hono";
import type { Desk } from "./desk.ts";
import { type Env, giveSession } from "./guard.ts";
import { Problem } from "./problem.ts";

/** The start-up link: its token is good once, and turns into a session. */
export function addStart(app: Hono<Env>, { sessions, reached }: Pick<Desk, "sessions" | "reached">): void {
  app.get("/start", (context) => {
    const token = sessions.begin(context.req.query("token") ?? "");
    if (!token) throw new Problem(403, "This link was used already. Start the program again for a new one.");
    giveSession(context, token, reached);
    return context.redirect("/", 303);
  });
}
