import type { Rule } from "./frames.ts";
import { rowsOf } from "./rows.ts";
import type { Run } from "./run.ts";

/** How much larger than the text words are that are pulled out of it, and how far to its side they stand, in sizes of the text. */
const LARGER = 1.2;
const ASIDE = 0.9;
/** Lines of one such piece are no farther apart than this, in their own sizes. */
const PITCH = 1.8;

/**
 * What is set in larger letters beside the text (a quotation, a figure), as the places that it takes. Headings have no text beside
 * them; what stands across the text parts it of itself.
 */
export function pullOutsOf(runs: readonly Run[]): Rule[] {
  const size = mainSize(runs);
  const text = runs.filter((run) => run.size < LARGER * size);
  const large = runs.filter((run) => run.size >= LARGER * size);
  const pieces: Run[][] = [];
  for (const { runs: line } of rowsOf(large)) {
    const piece = pieces.find((each) => goesOn(each.at(-1)!, line[0]!));
    if (piece) piece.push(...line);
    else pieces.push([...line]);
  }
  return pieces.map(around).filter((place) => isBeside(place, text, ASIDE * size));
}

/** The size in which most characters are printed. */
function mainSize(runs: readonly Run[]): number {
  const characters = new Map<number, number>();
  for (const { size, text } of runs) characters.set(size, (characters.get(size) ?? 0) + text.length);
  return [...characters].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0];
}

const goesOn = (above: Run, line: Run): boolean =>
  Math.abs(above.size - line.size) < 0.5 &&
  line.baseline - above.baseline < PITCH * line.size &&
  line.x < above.x + above.width &&
  above.x < line.x + line.width;

const around = (piece: readonly Run[]): Rule => ({
  left: Math.min(...piece.map(({ x }) => x)),
  top: Math.min(...piece.map(({ y }) => y)),
  right: Math.max(...piece.map(({ x, width }) => x + width)),
  bottom: Math.max(...piece.map(({ y, height }) => y + height)),
});

/** Whether lines of text, all on one side, run along the whole of a place. */
function isBeside({ left, top, right, bottom }: Rule, text: readonly Run[], distance: number): boolean {
  const level = text.filter(({ baseline }) => baseline > top && baseline < bottom);
  const before = level.filter(({ x, width }) => x + width < left - distance).length;
  const after = level.filter(({ x }) => x > right + distance).length;
  return level.length > 1 && (before === level.length || after === level.length);
}
