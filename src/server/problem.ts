import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";

/** Something that the asker can put right; sent as problem+json (RFC 9457). `detail` says how. */
export class Problem extends HTTPException {
  /** After how many seconds it may be tried again; null where waiting changes nothing. */
  readonly after: number | null;
  constructor(status: Status, detail: string, after: number | null = null) {
    super(status, { message: detail });
    this.after = after;
  }
}

type Status = 400 | 401 | 403 | 404 | 408 | 409 | 412 | 413 | 415 | 421 | 422 | 429;

/** RFC 9457's titles are those of the status. */
const TITLES: Record<number, string> = {
  400: "Bad request",
  401: "Not signed in",
  403: "Not allowed",
  404: "Not found",
  408: "Too slow",
  409: "Conflict",
  412: "Changed meanwhile",
  413: "Too large",
  415: "Not JSON",
  421: "Wrong host",
  422: "Cannot be done",
  429: "Too often",
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
    if (error instanceof Problem && error.after !== null) context.header("retry-after", `${error.after}`);
    if (error instanceof HTTPException) return sendProblem(context, error.status, error.message);
    report(error);
    return sendProblem(context, 500, "This should not happen. The terminal in which it runs shows what did.");
  };
