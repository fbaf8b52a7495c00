import type * as hast from "hast";
import { proseRoots, weighProse } from "./html-prose.ts";
import type { Query } from "./html-skeleton.ts";
import type { SiteProfile } from "./site-profile.ts";

/** What of a page is read: its content, heading first, and what to leave out of that. */
export type Content = { roots: hast.Element[]; leaveOut: (element: hast.Element) => boolean };

/** The content of a page: as its site's profile says; else where nearly all of its prose stands. */
export function findContent(query: Query, profiles: readonly SiteProfile[]): Content {
  const ours = profiles.filter(({ recognise }) => recognise.length === 0 || query(...recognise).length > 0);
  const furniture = new Set<hast.Nodes>(query(...ours.flatMap((profile) => profile.furniture)));
  const leaveOut = (element: hast.Element) => furniture.has(element) || isHidden(element);
  const [body] = query("body");
  if (!body) return { roots: [], leaveOut };
  const roots = contentIn(body, query, ours, leaveOut);
  return { roots: [...pageHeading(query, roots, leaveOut), ...roots], leaveOut };
}

/** Whether an element is kept from those who look at the page. */
export function isHidden({ properties }: hast.Element): boolean {
  const { hidden, ariaHidden, style } = properties;
  if (hidden || ariaHidden === "true") return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i.test(String(style ?? ""));
}

/** How much of a page's prose what claims to be its content must hold: less, and the claim is not to be trusted. */
const ENOUGH = 0.6;

function contentIn(
  body: hast.Element,
  query: Query,
  ours: readonly SiteProfile[],
  leaveOut: Content["leaveOut"],
): hast.Element[] {
  const weights = weighProse(body, leaveOut);
  const weight = (element: hast.Element) => weights.get(element)?.prose ?? 0;
  for (const selector of ours.flatMap((profile) => profile.content)) {
    const found = outermost(query(selector));
    if (found.reduce((sum, element) => sum + weight(element), 0) > weight(body) * ENOUGH) return found;
  }
  return proseRoots(body, weights);
}

/** Elements that stand in none of the others. They come in document order, so that only the last kept one can hold the next. */
function outermost(elements: readonly hast.Element[]): hast.Element[] {
  const kept: hast.Element[] = [];
  for (const element of elements) {
    const last = kept.at(-1);
    if (!last || startOf(element) >= endOf(last)) kept.push(element);
  }
  return kept;
}

const startOf = (element: hast.Element): number => element.position?.start.offset ?? 0;
const endOf = (element: hast.Element): number => element.position?.end.offset ?? 0;

const holds = (outer: hast.Element, inner: hast.Element): boolean =>
  startOf(outer) <= startOf(inner) && endOf(inner) <= endOf(outer);

/** The page's main heading where it stands outside the content, with what is printed beside it (a date, a standfirst). */
function pageHeading(query: Query, content: readonly hast.Element[], leaveOut: Content["leaveOut"]): hast.Element[] {
  const heading = query("h1").find((element) => !leaveOut(element));
  if (!heading || content.some((root) => holds(root, heading))) return [];
  const around = query("div", "header", "section", "hgroup")
    .filter((element) => holds(element, heading))
    .at(-1);
  if (!around || leaveOut(around) || content.some((root) => holds(around, root))) return [heading];
  return [around];
}
