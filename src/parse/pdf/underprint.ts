import type { Run } from "./run.ts";

/** How much larger than what it is printed over a watermark is, and over how many pieces of text at the least. */
const LARGER = 2;
const FEWEST = 3;

/** The runs without watermarks: large letters that have other text inside their box. */
export function withoutUnderprint(runs: readonly Run[]): Run[] {
  const sizes = runs.map(({ size }) => size).sort((a, b) => a - b);
  const large = LARGER * (sizes[sizes.length >> 1] ?? 0);
  return runs.filter(
    (run) => run.size < large || runs.filter((other) => other !== run && isOver(other, run)).length < FEWEST,
  );
}

/** Whether the middle of a run is inside the box of another. */
function isOver({ x, y, width, height }: Run, under: Run): boolean {
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  return middleX > under.x && middleX < under.x + under.width && middleY > under.y && middleY < under.y + under.height;
}
