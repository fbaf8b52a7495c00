import { type SideBySide, type Strip, stretchesAt } from "./addresses.ts";
import type { Row } from "./rows.ts";
import type { Run } from "./run.ts";

/** The words of farewell over signatures, in English and Welsh; they are of the language, not of a publisher. */
const SIGN_OFF =
  /^(?:yours (?:sincerely|faithfully|truly)|(?:with )?(?:kind|best|warm|kindest) (?:regards|wishes)|yn gywir|yn ddiffuant)\s*[,.]?$/i;

/** Two who sign have so many rows below the farewell at most, with room to write in, and two lines each at least: a name, an office. */
const ROWS = 10;
const FEWEST_LINES = 2;
/** The narrowest strip between them, in letter sizes, and the longest of their lines, in characters. */
const NARROWEST = 1.5;
const SHORT = 60;

/** What stands under the signatures of a letter and is none. */
const COPIES = /^(?:cc|enc|encl|copy|copies|copied)\b/i;

/** The signatures of two people side by side under a letter: each is read whole, the left one first. */
export function signaturesIn(rows: readonly Row[]): SideBySide | null {
  const farewell = rows.findIndex(({ runs }) => SIGN_OFF.test(wordsOf(runs)));
  if (farewell < 0) return null;
  const under = rows.slice(farewell + 1, farewell + 1 + ROWS);
  const copies = under.findIndex(({ runs }) => COPIES.test(wordsOf(runs)));
  const below = copies < 0 ? under : under.slice(0, copies);
  const first = below.find(({ runs }) => wordsOf(runs) !== "");
  if (!first || first.runs.length < 2) return null;
  const found = first.runs
    .slice(1)
    .flatMap(({ x }) => stretchesAt(below, x - 1, FEWEST_LINES))
    .find((strip) => areSignatures(below, strip));
  if (!found) return null;
  const offset = farewell + 1;
  return { ...found, from: found.from + offset, to: found.to + offset, rightFirst: false };
}

const wordsOf = (runs: readonly Run[]): string =>
  runs
    .map(({ text }) => text)
    .join("")
    .trim();

/** Whether the rows of a strip, from its first on, have short lines on either side, well apart. */
function areSignatures(rows: readonly Row[], { x, from, to }: Strip): boolean {
  const inside = rows.slice(from, to);
  const sides = [true, false].map((left) => inside.map(({ runs }) => runs.filter((run) => run.x < x === left)));
  const rights = sides[0]!.flatMap((runs) => runs.map((run) => run.x + run.width));
  const gap = Math.min(...sides[1]!.flatMap((runs) => runs.map((run) => run.x))) - Math.max(...rights);
  const opens = sides.every((side) => wordsOf(side[0]!) !== "");
  return opens && gap >= NARROWEST * inside[0]!.size && sides.flat().every((runs) => wordsOf(runs).length <= SHORT);
}
