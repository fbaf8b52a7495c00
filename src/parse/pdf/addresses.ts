import { freeStretches, type Row, type Stretch } from "./rows.ts";
import type { Run } from "./run.ts";

/** A strip without letters between two blocks of short lines side by side, and the rows that both stand in. */
export type Strip = Stretch & { x: number };

/** Addresses side by side, and which of them is read first. */
export type SideBySide = Strip & { rightFirst: boolean };

/** An address stands among the first rows of what it heads. */
const HEAD = 30;
/** The narrowest strip between two blocks, in letter sizes, and the fewest lines of each. */
const NARROWEST = 1.5;
const FEWEST_LINES = 3;
/** Lines of one block are no farther apart than this, in letter sizes. */
const PITCH = 1.7;
/** Lines longer than this are no lines of an address, in characters. */
const SHORT = 60;
/** The end of a line with a postcode of the United Kingdom (BS 7666). */
const POSTCODE = /(?:^|[\s,])[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\.?$/;

/**
 * The addresses of who writes and who is written to, side by side at the head of a letter: their lines share rows, or stand between one
 * another's, and must not be read across. A postcode tells them from tables and from names with their offices; several on one side are a list. First
 * comes who writes: whose side alone has a postcode, else the right one, as is the custom.
 */
export function addressesIn(rows: readonly Row[]): SideBySide | null {
  const head = rows.slice(0, HEAD);
  if (!head.some(({ runs }) => runs.some(({ text }) => POSTCODE.test(text.trim())))) return null;
  const edges = [...new Set(head.flatMap(({ runs }) => runs.map(({ x }) => Math.round(x))))].sort((a, b) => b - a);
  let best: SideBySide | null = null;
  for (const edge of edges)
    for (const found of stretchesAt(head, edge - 1))
      if (best === null || found.to - found.from >= best.to - best.from) best = addressesAt(head, found) ?? best;
  return best;
}

/** The stretches of rows that nothing crosses at x, as far as both sides of it reach, each with at least so many lines. */
export const stretchesAt = (rows: readonly Row[], x: number, fewest = FEWEST_LINES): Strip[] =>
  freeStretches(rows, x).flatMap((stretch) => bothSides(rows, { x, ...stretch }, fewest) ?? []);

/** From where the later side begins to where the earlier one ends, and the lines that follow closely before and after. */
function bothSides(rows: readonly Row[], { x, from, to }: Strip, fewest: number): Strip | null {
  const places = [true, false].map((left) =>
    rows.flatMap(({ runs }, at) => (at >= from && at < to && runs.some((run) => run.x < x === left) ? [at] : [])),
  );
  if (places.some((side) => side.length < fewest)) return null;
  let first = Math.max(...places.map((side) => side[0]!));
  let last = Math.min(...places.map((side) => side.at(-1)!));
  if (first >= last) return null;
  const follows = (side: readonly number[], at: number, step: 1 | -1): boolean => {
    const next = side[side.indexOf(at) + step];
    return next !== undefined && Math.abs(rows[next]!.baseline - rows[at]!.baseline) <= PITCH * rows[at]!.size;
  };
  for (const side of places) {
    let end = side.findLast((at) => at <= last)!;
    while (follows(side, end, 1)) end = side[side.indexOf(end) + 1]!;
    last = Math.max(last, end);
    let start = side.find((at) => at >= first)!;
    while (follows(side, start, -1)) start = side[side.indexOf(start) - 1]!;
    first = Math.min(first, start);
  }
  return { x, from: first, to: last + 1 };
}

function addressesAt(rows: readonly Row[], { x, from, to }: Strip): SideBySide | null {
  const inside = rows.slice(from, to);
  const [left, right] = [true, false].map((side) =>
    inside.map(({ runs }) => runs.filter((run) => run.x < x === side)).filter((runs) => runs.length > 0),
  ) as [Run[][], Run[][]];
  if (Math.min(left.length, right.length) < FEWEST_LINES) return null;
  const size = inside[0]!.size;
  const gap = Math.min(...right.map((runs) => runs[0]!.x)) - Math.max(...left.map((runs) => rightOf(runs.at(-1)!)));
  const lines = [left, right].map((side) =>
    side.map((runs) =>
      runs
        .map(({ text }) => text)
        .join(" ")
        .trim(),
    ),
  );
  const codes = lines.map((side) => side.filter((text) => POSTCODE.test(text)).length);
  const are =
    gap >= NARROWEST * size &&
    lines.flat().every((text) => text.length <= SHORT) &&
    !lines[0]!.some((text) => text.endsWith(":")) &&
    codes.some((count) => count > 0) &&
    codes.every((count) => count <= 1);
  return are ? { x, from, to, rightFirst: codes[1] === 1 } : null;
}

const rightOf = ({ x, width }: Run): number => x + width;
