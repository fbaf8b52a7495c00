import type * as hast from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import type { Reading } from "./assemble.ts";
import { withBrokenLinesJoined } from "./broken-lines.ts";
import { findContent, isHidden } from "./html-content.ts";
import { checkDepth } from "./html-depth.ts";
import { readFlow } from "./html-flow.ts";
import { pageMetadata } from "./html-metadata.ts";
import { queryOf } from "./html-skeleton.ts";
import { withoutLayoutFrames } from "./layout-frames.ts";
import type { ParseOptions } from "./source.ts";
import { withTitle } from "./title.ts";

const parser = unified().use(rehypeParse, { fragment: false });

/** An HTML page to blocks: the content that a site profile points at, without the furniture. Throws `Unreadable`: "too-deep". */
export function readHtml(source: string, { profiles, limits }: ParseOptions): Reading {
  checkDepth(source, limits.depth);
  const query = queryOf(parser.parse(source));
  const { roots, leaveOut } = findContent(query, profiles);
  const drafts = withTitle(withBrokenLinesJoined(withoutLayoutFrames(readFlow(source, roots, leaveOut))));
  return { mediaType: "text/html", drafts, ...pageMetadata(query), findings: [] };
}

/** HTML that another format was made into (a Word document, an e-mail's body): all of it is content. */
export function readMarkup(html: string, depth: number): Reading {
  checkDepth(html, depth);
  const tree: hast.Root = parser.parse(html);
  const drafts = withTitle(withBrokenLinesJoined(withoutLayoutFrames(readFlow(null, queryOf(tree)("body"), isHidden))));
  return { mediaType: "text/html", drafts, title: null, metadata: {}, findings: [] };
}
