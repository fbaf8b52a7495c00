import type * as hast from "hast";
import { select, selectAll } from "hast-util-select";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import type { Reading } from "./assemble.ts";
import { checkDepth } from "./html-depth.ts";
import { readFlow } from "./html-flow.ts";
import { pageMetadata } from "./html-metadata.ts";
import { proseRoot, weighProse } from "./html-prose.ts";
import type { ParseOptions } from "./parse.ts";
import type { SiteProfile } from "./site-profile.ts";
import { withTitle } from "./title.ts";

const parser = unified().use(rehypeParse, { fragment: false });

/** An HTML page to blocks: the content that a site profile points at, without the furniture. Throws `Unreadable`: "too-deep". */
export function readHtml(source: string, { profiles, limits }: ParseOptions): Reading {
  checkDepth(source, limits.depth);
  const tree = parser.parse(source);
  const ours = profiles.filter((profile) => isOf(profile, tree));
  const furniture = new Set<hast.Nodes>(
    selectEach(
      ours.flatMap((profile) => profile.furniture),
      tree,
    ),
  );
  const leaveOut = (element: hast.Element) => furniture.has(element) || isHidden(element);
  const content = contentOf(tree, ours, leaveOut);
  const heading = pageHeading(tree, content, leaveOut);
  const drafts = readFlow(source, [...heading, ...content], leaveOut);
  const { title, metadata } = pageMetadata(tree);
  return { mediaType: "text/html", drafts: withTitle(drafts), title, metadata, findings: [] };
}

/** HTML that another format was made into (a Word document, an e-mail's body): all of it is content. */
export function readMarkup(html: string, depth: number): Reading {
  checkDepth(html, depth);
  const body = select("body", parser.parse(html));
  const drafts = readFlow(null, body ? [body] : [], isHidden);
  return { mediaType: "text/html", drafts: withTitle(drafts), title: null, metadata: {}, findings: [] };
}

const isOf = ({ recognise }: SiteProfile, tree: hast.Root): boolean =>
  recognise.length === 0 || recognise.some((selector) => select(selector, tree));

const selectEach = (selectors: readonly string[], tree: hast.Root): hast.Element[] =>
  selectors.length === 0 ? [] : selectAll(selectors.join(", "), tree);

/** The content of a page: as its site's profile says; else where nearly all of its prose stands. */
function contentOf(
  tree: hast.Root,
  ours: readonly SiteProfile[],
  leaveOut: (element: hast.Element) => boolean,
): hast.Element[] {
  const body = select("body", tree);
  if (!body) return [];
  const weights = weighProse(body, leaveOut);
  const weight = (element: hast.Element) => weights.get(element) ?? 0;
  for (const selector of ours.flatMap((profile) => profile.content)) {
    const found = outermost(selectAll(selector, tree));
    if (found.reduce((sum, element) => sum + weight(element), 0) > weight(body) * ENOUGH) return found;
  }
  return [proseRoot(body, weights)];
}

/** Elements that stand in none of the others. They come in document order, so that only the last kept one can hold the next. */
function outermost(elements: readonly hast.Element[]): hast.Element[] {
  const kept: hast.Element[] = [];
  for (const element of elements) {
    const last = kept.at(-1);
    if (!last || !(offsetOf(element) < (last.position?.end.offset ?? 0))) kept.push(element);
  }
  return kept;
}

const offsetOf = (element: hast.Element): number => element.position?.start.offset ?? 0;

const holds = (outer: hast.Element, inner: hast.Element): boolean =>
  offsetOf(outer) <= offsetOf(inner) && (inner.position?.end.offset ?? 0) <= (outer.position?.end.offset ?? 0);

/** The page's main heading where it stands outside the content, with what is printed beside it (a date, a standfirst). */
function pageHeading(
  tree: hast.Root,
  content: readonly hast.Element[],
  leaveOut: (element: hast.Element) => boolean,
): hast.Element[] {
  const heading = selectAll("h1", tree).find((element) => !leaveOut(element));
  if (!heading || content.some((root) => holds(root, heading))) return [];
  const around = selectAll("div, header, section, hgroup", tree)
    .filter((element) => holds(element, heading))
    .at(-1);
  if (!around || leaveOut(around) || content.some((root) => holds(around, root))) return [heading];
  return [around];
}

/** How much of a page's prose what claims to be its content must hold: less, and the claim is not to be trusted. */
const ENOUGH = 0.6;

function isHidden({ properties }: hast.Element): boolean {
  const { hidden, ariaHidden, style } = properties;
  if (hidden || ariaHidden === "true") return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i.test(String(style ?? ""));
}
