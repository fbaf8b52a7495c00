import type { Context } from "hono";
import type { Reached } from "./reached.ts";

/** From where a request came; "" where no connection says so. Behind another server that one's last word counts, which no client can put there. */
export function clientAddress(context: Context, { behind }: Reached): string {
  const { incoming } = (context.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  const told = behind ? context.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  return told || (incoming?.socket?.remoteAddress ?? "");
}
