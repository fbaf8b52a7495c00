import { isBlank, type Line } from "./line.ts";
import { fold, PAGE_NUMBER, pageEnds } from "./page-ends.ts";
import { raiseNotes } from "./page-notes.ts";
import { beginsSmall, endsSentence, isTabular, wordCount } from "./shape.ts";

/** How many lines at a page's head and foot may be furniture. The deepest letterhead foot seen had five. */
const EDGE = 6;

/**
 * Lines without what is printed on every page: running heads and feet and page numbers. They are known by standing at
 * the edge of a page and coming back on others with at most their digits changed, never by their words. The line after such a
 * place bears `seam`, so that a sentence that goes over the page end can be made whole.
 */
export function withoutFurniture(lines: readonly Line[]): Line[] {
  const pages = splitPages(lines);
  if (pages.length < 2) return pages.length === 1 ? withoutLoneFoot(lines) : [...lines];
  const feet = repeated(pages.map((page) => edge(page, -1)));
  const heads = repeated(pages.map((page) => edge(page, 1))).union(
    new Set([...feet].map((key) => `0 ${wordsOf(key)}`)),
  );
  const bare = raiseNotes(pages.map((page) => peel(peel(page, 1, heads), -1, feet)));
  return bare.flatMap((page, at) => (at === 0 ? page : markSeam(withoutBreak(page, bare[at - 1]!))));
}

/** A single page may still bear its number at the foot. */
function withoutLoneFoot(lines: readonly Line[]): Line[] {
  const last = lines.findLastIndex((line) => !isBlank(line));
  const isNumber =
    last > 0 && isBlank(lines[last - 1]!) && /^\D*1\b/.test(lines[last]!.text) && PAGE_NUMBER.test(lines[last]!.text);
  return isNumber ? lines.slice(0, last) : [...lines];
}

/**
 * A page without the lines above the rest of a sentence that the page before broke off: a head that is printed once cannot be
 * known by repetition, but nothing of the text stands inside a sentence.
 */
function withoutBreak(page: readonly Line[], before: readonly Line[]): Line[] {
  const last = before.findLast((line) => !isBlank(line));
  if (!last || endsSentence(last.text) || isTabular(last.text) || wordCount(last.text) < 4) return [...page];
  const first = page.findIndex((line) => !isBlank(line));
  if (first < 0) return [...page];
  const rest = page.findIndex((line, at) => at > first && isBlank(page[at - 1]!) && !isBlank(line));
  if (rest < 0 || rest - first > EDGE + 1) return [...page];
  const above = page.slice(first, rest).filter((line) => !isBlank(line));
  const isHead = above.every((line) => !endsSentence(line.text) && !beginsSmall(line.text) && line.text.length < 80);
  return isHead && beginsSmall(page[rest]!.text) ? page.slice(rest) : [...page];
}

function markSeam(page: readonly Line[]): Line[] {
  const first = page.findIndex((line) => !isBlank(line));
  return page.map((line, at) => (at === first ? { ...line, seam: true } : line));
}

/** Pages by their form feeds; where there are none, by what is printed at their ends. Blank pages are none. */
function splitPages(lines: readonly Line[]): Line[][] {
  const pages = lines.some((line) => line.page > 0)
    ? [...Map.groupBy(lines, (line) => line.page).values()]
    : cutAt(lines, pageEnds(lines));
  return pages.filter((page) => page.some((line) => !isBlank(line)));
}

function cutAt(lines: readonly Line[], ends: readonly number[]): Line[][] {
  let from = 0;
  const pages = ends.map((end) => {
    const page = lines.slice(from, end + 1);
    from = end + 1;
    return page;
  });
  return [...pages, lines.slice(from)];
}

/** A line with its place, counted from the edge: what is printed on every page stands in the same place on each. */
const keyOf = (line: Line, place: number): string => `${place} ${fold(line.text)}`;

const wordsOf = (key: string): string => key.slice(key.indexOf(" ") + 1);

/** The outermost lines of a page that have words, from the head (1) or the foot (-1) inwards. */
function edge(page: readonly Line[], step: 1 | -1): string[] {
  const lines = page.filter((line) => !isBlank(line));
  return (step === 1 ? lines.slice(0, EDGE) : lines.slice(-EDGE).reverse()).map(keyOf);
}

/** Which folded lines stand at this edge of so many pages, or of so many in a row, that it is no accident. */
function repeated(edges: readonly string[][]): Set<string> {
  const pagesOf = new Map<string, number[]>();
  for (const [page, lines] of edges.entries())
    for (const line of new Set(lines)) pagesOf.set(line, [...(pagesOf.get(line) ?? []), page]);
  return new Set([...pagesOf].filter(([line, pages]) => isRunning(line, pages, edges.length)).map(([line]) => line));
}

/** Heads of chapters stand on some pages in a row only. Short words at the very edge ("Answer") may come twice by chance. */
function isRunning(key: string, on: readonly number[], pages: number): boolean {
  const line = wordsOf(key);
  if (PAGE_NUMBER.test(line.replaceAll("#", "1"))) return true;
  if (on.length >= Math.max(2, pages * 0.5))
    return on.length > 2 || line.length >= 12 || line.includes("#") || !key.startsWith("0 ");
  return on.some((page, index) => index >= 2 && page - on[index - 2]! <= 4);
}

/** A page without the known lines at one edge, from the outside inwards as far as they go. */
function peel(page: readonly Line[], step: 1 | -1, known: ReadonlySet<string>): Line[] {
  const order = [...page.entries()].filter(([, line]) => !isBlank(line));
  if (step === -1) order.reverse();
  const gone = new Set<number>();
  for (const [place, [at, line]] of order.slice(0, EDGE).entries()) {
    if (!known.has(keyOf(line, place))) break;
    gone.add(at);
  }
  return page.filter((_, at) => !gone.has(at));
}
