import type { Rule } from "./frames.ts";
import type { Run } from "./run.ts";

/** Bullets are drawn as discs and squares of this size, in sizes of the letters beside them. */
const SMALLEST = 0.1;
const LARGEST = 0.7;
/** How far from its words a bullet stands at the most, in sizes. */
const FARTHEST = 3;

/** Adds a bullet sign for each disc or square that is drawn before a line's first letters: browsers print list markers so. */
export function withDrawnBullets(runs: readonly Run[], rules: readonly Rule[]): Run[] {
  const shapes = shapesOf(rules.filter(({ left, top, right, bottom }) => right - left < 9 && bottom - top < 9));
  const bullets = shapes.flatMap((shape) => bulletBefore(shape, runs) ?? []);
  return bullets.length === 0 ? [...runs] : [...runs, ...bullets];
}

/** Curves come in quarters: what touches is one shape. */
function shapesOf(pieces: readonly Rule[]): Rule[] {
  const shapes: Rule[] = [];
  for (const piece of pieces) {
    const last = shapes.at(-1);
    const touches =
      last &&
      piece.left <= last.right + 0.5 &&
      piece.right >= last.left - 0.5 &&
      piece.top <= last.bottom + 0.5 &&
      piece.bottom >= last.top - 0.5;
    if (!touches) shapes.push({ ...piece });
    else {
      last.left = Math.min(last.left, piece.left);
      last.top = Math.min(last.top, piece.top);
      last.right = Math.max(last.right, piece.right);
      last.bottom = Math.max(last.bottom, piece.bottom);
    }
  }
  return shapes;
}

/** The bullet that a shape is where it stands before the first letters of a line, on the height of small letters. */
function bulletBefore({ left, top, right, bottom }: Rule, runs: readonly Run[]): Run | null {
  const [width, height] = [right - left, bottom - top];
  if (width < 1 || height < 1 || width > 1.5 * height || height > 1.5 * width) return null;
  const middle = (top + bottom) / 2;
  const beside = runs.filter((run) => middle < run.baseline && middle > run.baseline - 0.8 * run.size);
  const words = beside.find((run) => run.x > right && run.x - right < FARTHEST * run.size);
  if (!words || height < SMALLEST * words.size || height > LARGEST * words.size) return null;
  if (beside.some((run) => run.x < right && run.x + run.width > left - FARTHEST * run.size)) return null;
  return { ...words, text: "•", x: left, width, edges: null };
}
