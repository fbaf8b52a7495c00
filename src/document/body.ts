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
