import { type Role, type Scope, scopesOf } from "../records/account.ts";

/** Who is asking, and what they may do. `by`: a start-up link, a session with a password, or a token of the API. */
export type Person = { name: string; role: Role; scopes: readonly Scope[]; by: "link" | "password" | "token" };

/** Whoever holds a start-up link has started the program, and may do everything. */
export const personByLink = (name: string): Person => ({
  ...{ name, role: "admin", by: "link" },
  scopes: scopesOf("admin"),
});
