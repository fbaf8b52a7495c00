import { isBlank, type Line } from "./line.ts";

/** How many lines at a page's head and foot may be furniture. The deepest letterhead foot seen had five. */
const EDGE = 6;

/**
 * Lines without what is printed on every page: running heads and feet and page numbers. They are known by standing at
 * the edge of a page and coming back on others with at most their digits changed, never by their words. The line after such a
 * place bears `seam`, so that a sentence that goes over the page end can be made whole.
 */
export function withoutFurniture(lines: readonly Line[]): Line[] {
  const pages = splitPages(lines);
  if (pages.length < 2) return [...lines];
  const heads = repeated(pages.map((page) => edge(page, 1)));
  const feet = repeated(pages.map((page) => edge(page, -1)));
  return pages.flatMap((page, index) => {
    const kept = peel(peel(page, 1, heads), -1, feet);
    return index > 0 ? markSeam(kept) : kept;
  });
}

function markSeam(page: readonly Line[]): Line[] {
  const first = page.findIndex((line) => !isBlank(line));
  return page.map((line, at) => (at === first ? { ...line, seam: true } : line));
}

/** Pages by their form feeds; where there are none, by lines that are page numbers. */
function splitPages(lines: readonly Line[]): Line[][] {
  if (lines.some((line) => line.page > 0)) return [...Map.groupBy(lines, (line) => line.page).values()];
  const ends = pageNumberLines(lines);
  let from = 0;
  const pages = ends.map((end) => {
    const page = lines.slice(from, end + 1);
    from = end + 1;
    return page;
  });
  return [...pages, lines.slice(from)];
}

/** A line that is a page number and nothing else: "12", "- 12 -", "Page 12 of 40", "12 | Page". */
const PAGE_NUMBER =
  /^(?:[-–—|[(]\s{0,3})?(?:page\s{1,3})?(\d{1,3})(?:\s{0,3}(?:of|\/)\s{0,3}\d{1,4})?(?:\s{0,3}(?:\|\s{0,3}page|[-–—|\])]))?$/i;

/**
 * Where pages end in a text without form feeds: at lines that hold a number one higher than the last such line, far apart, and set off
 * from the text (indented to the middle or the right, or with a word beside the number). Bare numbers at the margin may be
 * section numbers and do not count.
 */
function pageNumberLines(lines: readonly Line[]): number[] {
  const found: { at: number; number: number }[] = [];
  for (const [at, line] of lines.entries()) {
    const number = line.text.length < 24 ? PAGE_NUMBER.exec(line.text)?.[1] : undefined;
    if (number === undefined || (line.indent < 20 && line.text === number)) continue;
    const last = found.at(-1);
    if (last && Number(number) !== last.number + 1) continue;
    if (last && at - last.at < 8) continue;
    found.push({ at, number: Number(number) });
  }
  return found.length >= 2 || found[0]?.number === 1 ? found.map((each) => each.at) : [];
}

/** A line as it counts for repetition: digits and white space folded. */
const fold = (text: string): string => text.replace(/\d+/g, "#").replace(/\s+/g, " ");

/** A line with its place, counted from the edge: what is printed on every page stands in the same place on each. */
const keyOf = (line: Line, place: number): string => `${place} ${fold(line.text)}`;

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

/** Heads of chapters stand on some pages in a row only. Short words ("Answer") may come twice by chance. */
function isRunning(key: string, on: readonly number[], pages: number): boolean {
  const line = key.slice(key.indexOf(" ") + 1);
  if (PAGE_NUMBER.test(line.replaceAll("#", "1"))) return true;
  if (on.length >= Math.max(2, pages * 0.5)) return on.length > 2 || line.length >= 12 || line.includes("#");
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
