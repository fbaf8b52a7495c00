import { z } from "zod";
import { Body } from "../document/body.ts";
import { ExtractRules } from "../extract/extract.ts";
import { LinkRules } from "../link/link.ts";
import { SiteProfile } from "../parse/site-profile.ts";
import { StructureRules } from "../structure/structure.ts";

const Fields = z.object({
  name: z.string().regex(/^[a-z0-9-]+$/),
  /** One sentence for `answerable pipelines list`. */
  description: z.string(),
  /** Which documents it takes; the first pipeline that takes a document reads it. Patterns are case-insensitive regular expressions. */
  takes: z
    .object({
      hosts: z.array(z.string()).default([]),
      paths: z.array(z.string()).default([]),
      titles: z.array(z.string()).default([]),
      openings: z.array(z.string()).default([]),
    })
    .prefault({}),
  /** Known to all stages: copied into the rules of each. */
  bodies: z.array(Body).default([]),
  sites: z.array(SiteProfile).default([]),
  structure: StructureRules.prefault({}),
  extract: ExtractRules.prefault({}),
  link: LinkRules.prefault({}),
});

/** A file of `pipelines/`: everything that differs between publishers, kinds of document and readers. */
export const PipelineDefinition = Fields.transform(({ bodies, ...rest }) => ({
  ...rest,
  bodies,
  structure: { ...rest.structure, bodies },
  extract: { ...rest.extract, bodies },
  link: { ...rest.link, bodies },
}));
export type PipelineDefinition = z.infer<typeof PipelineDefinition>;
