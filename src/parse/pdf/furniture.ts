import { isAll, type Line } from "./line.ts";

/** A page's lines, those of them that may be cells of a table, and how high it is (in the page's upright frame). */
export type PageLines = { number: number; height: number; lines: readonly Line[]; cells: ReadonlySet<Line> };

/** How far into the page running heads and feet reach (a share of its height), and of how many rows they are at most. */
const ZONE = 0.16;
const MOST_ROWS = 5;
/** Two printings of one head stand on the same height, in points. */
const SAME_HEIGHT = 4;

/** A row at the edge of a page: how far its baseline is from that edge, its lines, and the pieces that wide gaps part them into. */
type Row = { page: number; from: number; lines: Line[]; pieces: Piece[] };
type Piece = { shape: string; numbers: number[]; size: number };

/**
 * Running heads and feet and page numbers: rows at the outer edge of a page that stand on the same height of a page nearby,
 * in the same words or with a number that counts with the pages. Words alone never make a line furniture.
 */
export function findFurniture(pages: readonly PageLines[], bodySize: number): Set<Line> {
  const found = new Set<Line>();
  for (const side of ["top", "bottom"] as const) {
    const edges = pages.map((page) => edgeRows(page, side));
    edges.forEach((rows, index) => {
      const near = [edges[index - 2], edges[index - 1], edges[index + 1], edges[index + 2]].flatMap(
        (each) => each ?? [],
      );
      let counted = false;
      const { number, cells } = pages[index]!;
      for (const [at, row] of rows.entries()) {
        const facing = near.filter((other) => Math.abs(other.from - row.from) < SAME_HEIGHT);
        // one page number a side: what counts with the pages above it is a note
        const counts: boolean =
          !counted &&
          row.pieces.some(
            (piece) =>
              isPageOf(piece, number, pages.length) ||
              (!isHeading(row, bodySize) && facing.some((other) => countsWith(piece, row, other))),
          );
        // the header of a table is printed again on each page too
        const again =
          saysSomething(row) &&
          !row.lines.some((line) => cells.has(line)) &&
          row.pieces.every((piece) => facing.some((other) => isAgainIn(piece, other)));
        if (!counts && !(again && isApart(row, rows[at + 1]))) break;
        counted ||= counts;
        for (const line of row.lines) found.add(line);
      }
    });
  }
  return found;
}

/** "Recommendation 4", "Recommendation 5" at the top of two pages count with the pages too, but are printed as headings are. */
const isHeading = ({ lines }: Row, bodySize: number): boolean =>
  lines.some((line) => /\p{L}{3}/u.test(line.text) && (line.size > 1.02 * bodySize || isAll(line, "bold")));

/** Repeated words are a head only where they stand off from the text, or are set in another size. */
function isApart(row: Row, inner: Row | undefined): boolean {
  if (!inner) return true;
  const [size, other] = [row.lines[0]!.size, inner.lines[0]!.size];
  return Math.abs(inner.from - row.from) > 1.6 * size || Math.abs(size - other) > 0.05 * size;
}

/** The rows in the zone at one edge of a page, outermost first. */
function edgeRows({ number, height, lines }: PageLines, side: "top" | "bottom"): Row[] {
  const distance = (line: Line) => (side === "top" ? line.y : height - line.y - line.height);
  const inZone = lines.filter((line) => distance(line) < ZONE * height).sort((a, b) => distance(a) - distance(b));
  const rows: Row[] = [];
  for (const line of inZone) {
    const from = side === "top" ? line.baseline : height - line.baseline;
    const row = rows.findLast((each) => Math.abs(each.from - from) < 2);
    if (row) row.lines.push(line);
    else rows.push({ page: number, from, lines: [line], pieces: [] });
    (row ?? rows.at(-1)!).pieces.push(...piecesOf(line));
  }
  return rows.slice(0, MOST_ROWS);
}

function piecesOf({ text, gaps, size }: Line): Piece[] {
  return [0, ...gaps].map((from, index) => {
    const words = text.slice(from, gaps[index] ?? text.length).trim();
    return { shape: words.replace(NUMBER, "#"), numbers: (words.match(NUMBER) ?? []).map(numberOf), size };
  });
}

/** Numbers, in Roman letters too. */
const NUMBER = /\d+|\b[ivxl]+\b/g;
const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };

const numberOf = (text: string): number =>
  /\d/.test(text)
    ? Number(text)
    : [...text].reduce(
        (sum, sign, at) => sum + (ROMAN[sign]! < (ROMAN[text[at + 1] ?? "i"] ?? 0) ? -1 : 1) * ROMAN[sign]!,
        0,
      );

/** "1 of 1", "Page 3 / 12": the page's number and how many there are, and hardly a word more. */
const isPageOf = ({ shape, numbers }: Piece, page: number, pages: number): boolean =>
  numbers.length === 2 && numbers[0] === page && numbers[1] === pages && shape.length < 16;

/** Numbers alone that are printed again are no head, but a date and a time beside one are. */
const saysSomething = ({ pieces }: Row): boolean => pieces.some(({ shape }) => /\p{L}/u.test(shape));

/** The same words with the same numbers, in the same size. */
const isAgainIn = (piece: Piece, row: Row): boolean =>
  row.pieces.some(
    ({ shape, numbers, size }) =>
      shape === piece.shape &&
      Math.abs(size - piece.size) < 0.5 &&
      numbers.every((each, at) => each === piece.numbers[at]),
  );

/** The same words with one number that is as much further as the page is. */
const countsWith = (piece: Piece, own: Row, row: Row): boolean =>
  row.pieces.some(({ shape, numbers }) => {
    if (shape !== piece.shape) return false;
    const differences = numbers.map((each, at) => each - piece.numbers[at]!).filter((each) => each !== 0);
    return differences.length === 1 && differences[0] === row.page - own.page;
  });

/** The outermost part of a page (a share of its height), where text does not reach. */
const MARGIN = 0.085;

/**
 * Heads and feet of single pages: small print in the outermost margin, well apart from the text. A letterhead's foot is one, and the
 * head of a letter's second page; the letterhead itself, on the first page, is text. Notes are none.
 */
export function findLoneEdges(pages: readonly PageLines[], bodySize: number): Set<Line> {
  const found = new Set<Line>();
  for (const page of pages) {
    for (const side of ["top", "bottom"] as const) {
      const rows = edgeRows(page, side);
      const [outer, inner] = rows;
      if (!outer || (side === "top" && page.number === 1)) continue;
      const apart = !inner || Math.abs(inner.from - outer.from) > 2.2 * outer.lines[0]!.size;
      const small = outer.lines.every(
        (line) => line.size < 0.95 * bodySize && !NOTE.test(line.text) && !NOTE_GOES_ON.test(line.text),
      );
      if (outer.from < MARGIN * page.height && apart && small) for (const line of outer.lines) found.add(line);
    }
  }
  return found;
}

/** A note's number, and its words. */
const NOTE = /^(?:\d{1,3}|[*†‡])\s*\p{L}{2}/u;
/** The end of a sentence that began on the page before. */
const NOTE_GOES_ON = /^\p{Ll}+ (?:\S+ )+\S+[.?!”]$/u;

/** The pages, but for the first, on which the printed page numbers begin with 1 again: a file may hold several documents. */
export function firstPagesOf(furniture: readonly (readonly Line[])[]): number[] {
  const numbers = furniture.map((lines) => lines.flatMap((line) => piecesOf(line).flatMap((piece) => piece.numbers)));
  return numbers.flatMap((on, index) => {
    const goesOn = index + 1 === numbers.length || numbers[index + 1]!.includes(2);
    return index > 0 && on.includes(1) && !numbers[index - 1]!.includes(1) && goesOn ? [index + 1] : [];
  });
}
