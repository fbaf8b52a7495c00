import type * as hast from "hast";
import type { Query } from "./html-skeleton.ts";

/** Where pages say when they were published and by whom, in order of trust. */
const FIELDS: Record<string, readonly string[]> = {
  published: [
    'meta[property="article:published_time"]',
    'meta[name="govuk:first-published-at"]',
    'meta[name="dcterms.issued"]',
    'meta[name="dcterms.date"]',
    'meta[name="DC.date.issued"]',
    'meta[name="date"]',
  ],
  modified: ['meta[property="article:modified_time"]', 'meta[name="dcterms.modified"]'],
  author: ['meta[name="author"]', 'meta[name="dcterms.creator"]', 'meta[name="DC.creator"]'],
  site: ['meta[property="og:site_name"]'],
  description: ['meta[name="description"]'],
};

/** What a page says of itself. The title is its main heading, else what its head gives without the site's name. */
export function pageMetadata(query: Query): { title: string | null; metadata: Record<string, string> } {
  const metadata: Record<string, string> = {};
  for (const [field, selectors] of Object.entries(FIELDS)) {
    const value = selectors.map((selector) => contentOf(query(selector)[0])).find(Boolean);
    if (value) metadata[field] = value;
  }
  const published = metadata.published ?? linkedDate(query) ?? printedDate(query);
  if (published) metadata.published = published;
  return { title: titleOf(query, metadata.site), metadata };
}

/** The date in a page's linked data (schema.org), read without trusting that it is JSON. */
const linkedDate = (query: Query): string | undefined =>
  query('script[type="application/ld+json"]')
    .map((script) => /"datePublished"\s*:\s*"([^"]{4,40})"/.exec(wordsIn(script))?.[1])
    .find(Boolean);

/** The first date that a page marks as one. */
const printedDate = (query: Query): string | undefined =>
  query("time[datetime]")
    .map((time) => String(time.properties.dateTime ?? ""))
    .find(Boolean);

const contentOf = (element: hast.Element | undefined): string => String(element?.properties.content ?? "").trim();

function titleOf(query: Query, site: string | undefined): string | null {
  const headings = query("h1").map(wordsIn).filter(Boolean);
  if (headings.length === 1) return headings[0]!;
  const title = contentOf(query('meta[property="og:title"]')[0]) || wordsIn(query("head title")[0]).replace(SITE, "");
  const bare = site && title.endsWith(site) ? title.slice(0, -site.length).replace(/\s*[|–—-]\s*$/, "") : title;
  return bare || headings[0] || null;
}

/** "The slipway | Harbour Board": heads of pages close with the site's name. */
const SITE = /\s+\|\s+[^|]*$/;

function wordsIn(element: hast.Element | undefined): string {
  const words: string[] = [];
  const visit = (node: hast.Nodes) => {
    if (node.type === "text") words.push(node.value);
    else if ("children" in node) node.children.forEach(visit);
  };
  if (element) visit(element);
  return words.join("").replace(/\s+/g, " ").trim();
}
