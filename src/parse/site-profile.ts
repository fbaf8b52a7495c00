import { z } from "zod";

/** How one publisher's pages are built: what is content, what is furniture. Lives in a pipeline file. */
export const SiteProfile = z.object({
  name: z.string(),
  /** CSS selectors, any of which in a page means that it is of this site. */
  recognise: z.array(z.string()),
  /** CSS selectors of what is kept; the first that matches anything wins. */
  content: z.array(z.string()),
  /** CSS selectors of what is left out wherever it stands. */
  furniture: z.array(z.string()),
});
export type SiteProfile = z.infer<typeof SiteProfile>;
