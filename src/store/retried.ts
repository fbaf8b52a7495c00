import { setTimeout as wait } from "node:timers/promises";

/** The longest pause between two attempts, in milliseconds. */
const LONGEST_PAUSE = 2_000;

/**
 * Does what may fail because a server is away, again and again until it works or the patience (in seconds) is at an end. Any
 * other error is thrown at once. `attempt` counts from 0.
 */
export async function retried<T>(patience: number, work: (attempt: number) => Promise<T>): Promise<T> {
  const end = performance.now() + patience * 1000;
  for (let attempt = 0; ; attempt++) {
    try {
      return await work(attempt);
    } catch (error) {
      if (!isPassing(error) || performance.now() > end) throw error;
      await wait(Math.min(LONGEST_PAUSE, 50 * 2 ** attempt));
    }
  }
}

/**
 * Whether an error of the database may be gone the next time: the connection was lost or refused, the server is starting or
 * stopping, two transactions were in one another's way. Codes: PostgreSQL, appendix A; Node's own for sockets.
 */
export function isPassing(error: unknown): boolean {
  const { code = "", message = "" } = error as { code?: string; message?: string };
  return (
    /^(08|40001|40P01|53|57P0[123]|55P03)/.test(code) ||
    /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENOENT)$/.test(code) ||
    /Connection terminated|connection timeout|Client has encountered a connection error|not queryable/i.test(message)
  );
}
