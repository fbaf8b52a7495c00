import type { Role, Scope } from "../records/account.ts";

/** Who is signed in, and what they may do here. `by`: a start-up link or a password. `queues`: where their dashboard is, for whom there is one. */
export type Session = {
  name: string;
  role: Role;
  scopes: Scope[];
  by: "link" | "password";
  queues: string | null;
};

/** The pages that not everybody has, for the menu. */
export function ownPages({ scopes, by }: Session): [path: string, name: string][] {
  return [
    ...(scopes.includes("upload") ? [["/upload", "Add documents"] as [string, string]] : []),
    ...(by === "password" && scopes.includes("adjudicate") ? [["/agreement", "Agreement"] as [string, string]] : []),
    ...(by === "password" && scopes.includes("admin") ? [["/people", "People"] as [string, string]] : []),
  ];
}

/** What each role may do, in words. */
export const ROLES: Record<Role, string> = {
  reader: "looks at everything",
  reviewer: "also decides, and adds documents",
  adjudicator: "also settles what two people decided differently",
  admin: "also says who may come in",
};

/** What a token may be good for, in words. */
export const SCOPES: Record<Scope, string> = {
  read: "look at everything",
  decide: "decide",
  upload: "add documents",
  adjudicate: "settle differences",
  admin: "manage people",
};
