import type { Line } from "./line.ts";

/** A page's lines and how high it is (both in the page's upright frame). */
export type PageLines = { number: number; height: number; lines: readonly Line[] };

/** How far into the page running heads and feet reach, and of how many rows they are at most. */
const ZONE = 0.16;
const MOST_ROWS = 5;
/** Two printings of one head stand on the same height, in points. */
const SAME_HEIGHT = 4;

type Candidate = { line: Line; page: number; y: number; shape: string; numbers: number[] };

/**
 * Running heads and feet and page numbers: lines at the outer edge of a page that stand on the same height of a page
 * nearby, either in the same words or with a number that counts with the pages. Words alone never make a line furniture.
 */
export function findFurniture(pages: readonly PageLines[]): Set<Line> {
  const candidates = pages.map((page) => ({ top: edgeRows(page, "top"), bottom: edgeRows(page, "bottom") }));
  const found = new Set<Line>();
  for (const side of ["top", "bottom"] as const) {
    const byShape = new Map<string, Candidate[]>();
    for (const rows of candidates)
      for (const each of rows[side].flat()) byShape.set(each.shape, [...(byShape.get(each.shape) ?? []), each]);
    for (const rows of candidates) {
      for (const row of rows[side]) {
        if (!row.every((each) => repeats(each, byShape.get(each.shape)!))) break;
        for (const { line } of row) found.add(line);
      }
    }
  }
  return found;
}

/** The rows in the zone at one edge of a page, outermost first. */
function edgeRows({ number, height, lines }: PageLines, side: "top" | "bottom"): Candidate[][] {
  const distance = (line: Line) => (side === "top" ? line.y : height - line.y - line.height);
  const inZone = lines.filter((line) => distance(line) < ZONE * height).sort((a, b) => distance(a) - distance(b));
  const rows: Candidate[][] = [];
  for (const line of inZone) {
    const candidate = {
      line,
      page: number,
      y: line.baseline,
      shape: shapeOf(line.text),
      numbers: numbersOf(line.text),
    };
    const last = rows.at(-1);
    if (last && Math.abs(last[0]!.y - candidate.y) < 2) last.push(candidate);
    else rows.push([candidate]);
  }
  return rows.slice(0, MOST_ROWS);
}

const shapeOf = (text: string): string =>
  text
    .replace(/\d+|\b[ivxl]+\b/g, "#")
    .replace(/\s+/g, " ")
    .trim();

const numbersOf = (text: string): number[] =>
  (text.match(/\d+|\b[ivxl]+\b/g) ?? []).map((each) => (/\d/.test(each) ? Number(each) : fromRoman(each)));

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };
const fromRoman = (text: string): number =>
  [...text].reduce(
    (sum, sign, at) => sum + (ROMAN[sign]! < (ROMAN[text[at + 1] ?? "i"] ?? 0) ? -1 : 1) * ROMAN[sign]!,
    0,
  );

/** Left and right pages may have heads of their own: the page after the next counts as near. */
function repeats(one: Candidate, alike: readonly Candidate[]): boolean {
  return alike.some((other) => {
    const apart = other.page - one.page;
    if (apart === 0 || Math.abs(apart) > 2 || Math.abs(other.y - one.y) > SAME_HEIGHT) return false;
    const differences = one.numbers.map((each, index) => other.numbers[index]! - each).filter((each) => each !== 0);
    if (differences.length === 0) return /\p{L}/u.test(one.shape);
    return differences.length === 1 && differences[0] === apart;
  });
}
