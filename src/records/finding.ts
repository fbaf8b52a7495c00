import { z } from "zod";

/** Something that a person should know about one document. Never thrown; always stored. */
export const Finding = z.object({
  /** Kebab-case and stable: scripts may test it. */
  code: z.string(),
  level: z.enum(["note", "warning"]),
  /** A sentence that says what is so and, where there is one, the way out. */
  message: z.string(),
  /** 1-based page, or null where it concerns the whole document. */
  page: z.int().min(1).nullable(),
});
export type Finding = z.infer<typeof Finding>;
