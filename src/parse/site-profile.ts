import { z } from "zod";

/** How one publisher's pages are built: what is content, what is furniture. Lives in a pipeline file. */
export const SiteProfile = z.object({
  name: z.string(),
  /** CSS selectors, any of which in a page means that it is of this site. A profile without any speaks for all pages. */
  recognise: z.array(z.string()).default([]),
  /** CSS selectors of what is kept; the first that matches anything wins. */
  content: z.array(z.string()).default([]),
  /** CSS selectors of what is left out wherever it stands. */
  furniture: z.array(z.string()).default([]),
  /** Patterns (without case, against a whole block) of furniture that pages copied or converted to text keep. */
  lines: z.array(z.string()).default([]),
  /** Patterns of a heading or line with which furniture begins that goes on to the next heading of its rank. */
  tails: z.array(z.string()).default([]),
});
export type SiteProfile = z.infer<typeof SiteProfile>;
