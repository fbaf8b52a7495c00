import { useCallback, useEffect, useState } from "react";
import type { NewDecision } from "../records/decision.ts";
import type { Pair } from "./views.ts";

const ROOT = "/api/v1";

/** Browsers keep no more than 64 KiB under way for a page that was left (Fetch standard); characters may be three bytes long. */
const MOST_KEPT_ALIVE = 20_000;

/** What the server said no to: `status` as in HTTP, `message` for the reader. */
export class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const JSON_HEADERS = { "content-type": "application/json" };

async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  // a decision under way is kept even where the window is closed
  const keepalive = typeof init.body === "string" && init.body.length < MOST_KEPT_ALIVE;
  const answer = await fetch(ROOT + path, { headers: JSON_HEADERS, ...init, keepalive }).catch(() => {
    throw new Refused(0, "The desk does not answer. Is the program still running in its terminal?");
  });
  if (answer.ok) return (await answer.json()) as T;
  const problem = (await answer.json().catch(() => ({}))) as { detail?: string };
  throw new Refused(answer.status, problem.detail ?? `The desk answered with ${answer.status}.`);
}

/** Gets once. Throws `Refused`. */
export const get = <T>(path: string): Promise<T> => ask<T>(path);

/** Sends once, and gives what came of it. Throws `Refused`. */
export const send = <T = unknown>(
  method: "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  body?: object,
): Promise<T> => ask<T>(path, { method, ...(body && { body: JSON.stringify(body) }) });

/** Sends a form with files. Throws `Refused`. */
export const postForm = <T>(path: string, body: FormData): Promise<T> =>
  ask<T>(path, { method: "POST", body, headers: {} });

/** Adds a decision about an item, and gives its pair as it then stands. Throws `Refused`. */
export const postDecision = (item: string, decision: NewDecision): Promise<Pair> =>
  send("POST", `/items/${item}/decisions`, decision);

/** Ends the session, and forgets the steps of it. */
export async function signOut(): Promise<void> {
  await send("DELETE", "/session");
  sessionStorage.clear();
}

/** Something that is being got: neither, then one of the two. */
export type Resource<T> = { value: T | null; error: Refused | null; reload: () => void; replace: (value: T) => void };

/** Gets a path, again when it changes. What came for another path is never shown. */
export function useResource<T>(path: string): Resource<T> {
  const [state, setState] = useState<{ path: string; value: T | null; error: Refused | null }>({
    path,
    value: null,
    error: null,
  });
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is a reason to get again
  useEffect(() => {
    let wanted = true;
    get<T>(path).then(
      (value) => wanted && setState({ path, value, error: null }),
      (error: Refused) => wanted && setState({ path, value: null, error }),
    );
    return () => {
      wanted = false;
    };
  }, [path, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  const replace = useCallback((value: T) => setState({ path, value, error: null }), [path]);
  const current = state.path === path ? state : { value: null, error: null };
  return { value: current.value, error: current.error, reload, replace };
}
