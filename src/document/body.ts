import { z } from "zod";

/** A public body or office as pipeline files know it. The engine knows no body's name. */
export const Body = z.object({
  /** The full name, as it goes into records where a document gives none. */
  name: z.string(),
  /** Other names and abbreviations, compared without case where they are longer than four letters. */
  aliases: z.array(z.string()).default([]),
  /** Who speaks for it: offices and roles ("Deputy Mayor for Policing and Crime"). */
  roles: z.array(z.string()).default([]),
});
export type Body = z.infer<typeof Body>;

/** Shorter names are compared letter for letter: "LAS" is no "las". */
const LONG_ENOUGH = 5;

const folded = (name: string): string => {
  const bare = name
    .replace(/^the\s+/i, "")
    .replace(/\s+/g, " ")
    .trim();
  return bare.length < LONG_ENOUGH ? bare : bare.toLowerCase();
};

/** The full name of the body that goes by exactly this name, with or without "the"; else the name as it is. */
export function fullName(name: string, bodies: readonly Body[]): string {
  const sought = folded(name);
  const body = bodies.find((each) => [each.name, ...each.aliases].some((other) => folded(other) === sought));
  return body?.name ?? name;
}
