import type { makeDesk } from "./make-desk.ts";

type App = Awaited<ReturnType<typeof makeDesk>>["app"];
type Sent = { body?: unknown; headers?: Record<string, string> };

/** Asks as a browser does that keeps its cookie, from a page of our own. */
export function createCaller(app: App) {
  let cookie = "";
  const call = async (method: string, path: string, { body, headers = {} }: Sent = {}): Promise<Response> => {
    const answer = await app.request(`/api/v1${path}`, {
      method,
      headers: {
        host: "localhost",
        origin: "http://localhost",
        "content-type": "application/json",
        ...(cookie && { cookie }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const set = answer.headers.get("set-cookie");
    if (set) cookie = set.split(";")[0]!;
    return answer;
  };
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers as they come
  const json = async (method: string, path: string, body?: unknown): Promise<any> =>
    (await call(method, path, { body })).json();
  return { call, json, cookie: () => cookie };
}
