import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";

/** Something that the asker can put right; sent as problem+json (RFC 9457). `detail` says how. */
export class Problem extends HTTPException {
  constructor(status: 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 421 | 422, detail: string) {
    super(status, { message: detail });
  }
}

/** RFC 9457's titles are those of the status. */
const TITLES: Record<number, string> = {
  400: "Bad request",
  401: "Not signed in",
  403: "Not allowed",
  404: "Not found",
  409: "Conflict",
  412: "Changed meanwhile",
  413: "Too large",
  415: "Not JSON",
  421: "Wrong host",
  422: "Cannot be done",
  500: "A mistake in answerable",
};

/** A problem as it is sent. */
export function sendProblem(context: Context, status: number, detail: string): Response {
  const body = { type: "about:blank", title: TITLES[status] ?? "Problem", status, detail };
  return context.body(JSON.stringify(body), status as 400, { "content-type": "application/problem+json" });
}

/** Any error as a problem: our own mistakes tell nothing of themselves to the asker, and all to `report`. */
export const toProblem =
  (report: (error: Error) => void) =>
  (error: Error, context: Context): Response => {
    if (error instanceof HTTPException) return sendProblem(context, error.status, error.message);
    report(error);
    return sendProblem(context, 500, "This should not happen. The terminal in which it runs shows what did.");
  };
