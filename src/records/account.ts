import { z } from "zod";

/** What a person may do, each with all that those before it may: look; decide; settle what two decided differently; say who may come in. */
export const Role = z.enum(["reader", "reviewer", "adjudicator", "admin"]);
export type Role = z.infer<typeof Role>;

/** One thing that may be allowed: to a role, or to a token that acts for a person. */
export const Scope = z.enum(["read", "decide", "upload", "adjudicate", "admin"]);
export type Scope = z.infer<typeof Scope>;

/** By what a person is known for a while: after logging in, until a password is chosen, or as a program. */
export type SecretKind = "session" | "invitation" | "token";

const ADDED: Record<Role, readonly Scope[]> = {
  reader: ["read"],
  reviewer: ["decide", "upload"],
  adjudicator: ["adjudicate"],
  admin: ["admin"],
};

/** All that a role may do. */
export const scopesOf = (role: Role): Scope[] =>
  Role.options.slice(0, Role.options.indexOf(role) + 1).flatMap((each) => ADDED[each]);

/** A name as it stands beside decisions: it begins with a letter or digit and holds no control characters. */
export const UserName = z
  .string()
  .trim()
  .normalize("NFC")
  .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._@'’-]{0,59}$/u, "Letters, digits, spaces and . _ @ ' - only, 60 at most.");

/** An account as others may see it. `invited`: it has no password yet. */
export const User = z.object({
  name: z.string(),
  role: Role,
  disabled: z.boolean(),
  invited: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type User = z.infer<typeof User>;

/** A token that acts for a person, as its owner may see it: the token itself is shown once, when it is made. */
export const ApiToken = z.object({
  /** The beginning of its hash: names it, and is of no use for anything else. */
  id: z.string(),
  label: z.string(),
  scopes: z.array(Scope),
  createdAt: z.iso.datetime(),
  until: z.iso.datetime(),
});
export type ApiToken = z.infer<typeof ApiToken>;
