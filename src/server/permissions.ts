import type { Scope } from "../records/account.ts";

/** What may be changed, by method and path under `/api/v1`, and who may. "anyone": whoever is signed in, about themselves. */
const CHANGES: readonly [method: string, path: RegExp, scope: Scope | "anyone"][] = [
  ["POST", /^\/items\/[^/]+\/decisions$/, "decide"],
  ["POST", /^\/additions$/, "decide"],
  ["POST", /^\/uploads$/, "upload"],
  ["POST", /^\/failures\/retry$/, "upload"],
  ["DELETE", /^\/sessions?$/, "anyone"],
  ["PUT", /^\/password$/, "anyone"],
  ["POST", /^\/tokens$/, "anyone"],
  ["DELETE", /^\/tokens\/[^/]+$/, "anyone"],
];

/** What only some may look at. */
const LOOKS: readonly [path: RegExp, scope: Scope | "anyone"][] = [
  [/^\/session$/, "anyone"],
  [/^\/tokens$/, "anyone"],
  [/^\/users(\/|$)/, "admin"],
  [/^\/agreement$/, "adjudicate"],
];

/** What a request asks to be allowed. Whatever is not on the lists may be looked at by all who may read, and changed by admins alone. */
export function scopeFor(method: string, path: string): Scope | "anyone" {
  if (method === "GET" || method === "HEAD") return LOOKS.find(([each]) => each.test(path))?.[1] ?? "read";
  return CHANGES.find(([verb, each]) => verb === method && each.test(path))?.[2] ?? "admin";
}
