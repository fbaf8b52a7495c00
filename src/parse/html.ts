import type * as hast from "hast";
import { select, selectAll } from "hast-util-select";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import type { Reading } from "./assemble.ts";
import { readFlow } from "./html-flow.ts";
import type { SiteProfile } from "./site-profile.ts";

const parser = unified().use(rehypeParse, { fragment: false });

/** An HTML page to blocks: the content that a site profile points at, without the furniture. */
export function readHtml(source: string, profiles: readonly SiteProfile[]): Reading {
  const tree = parser.parse(source);
  const profile = profiles.find(({ recognise }) => recognise.some((selector) => select(selector, tree))) ?? null;
  const content = contentOf(tree, profile);
  const furniture = new Set<hast.Nodes>(
    (profile?.furniture ?? []).flatMap((selector) => content.flatMap((root) => selectAll(selector, root))),
  );
  const drafts = readFlow(source, content, (element) => furniture.has(element) || isHidden(element));
  return { mediaType: "text/html", drafts, title: null, metadata: {}, findings: [] };
}

function contentOf(tree: hast.Root, profile: SiteProfile | null): hast.Element[] {
  for (const selector of profile?.content ?? ["main", "[role=main]", "article", "body"]) {
    const found = selectAll(selector, tree);
    if (found.length > 0) return found;
  }
  return selectAll("body", tree);
}

function isHidden(element: hast.Element): boolean {
  const { hidden, ariaHidden, style } = element.properties;
  return (
    Boolean(hidden) || ariaHidden === "true" || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(String(style ?? ""))
  );
}
