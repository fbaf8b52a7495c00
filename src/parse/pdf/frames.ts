/** A drawn line or filled rectangle: its edges, in points from the top left of the upright page. */
export type Rule = { left: number; top: number; right: number; bottom: number };

/**
 * Drawn lines that enclose text: a box (one column) or the grid of a table, as the places of its column and row edges. `open` has, for
 * each column, the rows that no line parts from the one above: a cell reaches over both. `cut` says where a page end has left it open.
 */
export type Frame = Rule & {
  columns: readonly number[];
  rows: readonly number[];
  open: readonly ReadonlySet<number>[];
  cut: { top: boolean; bottom: boolean };
};

/** Thinner than this is a line, shorter than this is none (bullets, underlines of letters); ends this near touch. */
const THIN = 3;
const SHORTEST = 12;
const TOUCH = 3;

/** A page with more drawn lines is a map, a chart or a cover: the largest tables have some ten a row. */
const MOST_RULES = 2_000;

type Stroke = Rule & { upright: boolean };

/** The frames of a page, from top to bottom. Lines that enclose nothing (under headings, over notes) make none. */
export function framesOf(rules: readonly Rule[]): Frame[] {
  if (rules.length > MOST_RULES) return [];
  return groupsOf(rules.flatMap(strokesOf))
    .map(frameOf)
    .filter((frame): frame is Frame => frame !== null)
    .sort((a, b) => a.top - b.top);
}

/** A thin rule is one stroke, a rectangle the four of its edges. */
function strokesOf(rule: Rule): Stroke[] {
  const { left, top, right, bottom } = rule;
  const [width, height] = [right - left, bottom - top];
  if (height < THIN) return width < SHORTEST ? [] : [{ ...rule, upright: false }];
  if (width < THIN) return height < SHORTEST / 2 ? [] : [{ ...rule, upright: true }];
  if (width < SHORTEST || height < SHORTEST / 2) return [];
  return [
    { left, right, top, bottom: top, upright: false },
    { left, right, top: bottom, bottom, upright: false },
    { left, right: left, top, bottom, upright: true },
    { left: right, right, top, bottom, upright: true },
  ];
}

/** Strokes that touch one another, directly or through others. From top to bottom, only what reaches down so far can touch. */
function groupsOf(strokes: readonly Stroke[]): Stroke[][] {
  const groups = new Map<Stroke, Stroke[]>();
  let near: Stroke[] = [];
  for (const stroke of [...strokes].sort((a, b) => a.top - b.top)) {
    near = near.filter((each) => each.bottom > stroke.top - TOUCH);
    groups.set(stroke, [stroke]);
    for (const each of near) if (touch(each, stroke)) join(groups, each, stroke);
    near.push(stroke);
  }
  return [...new Set(groups.values())];
}

/** Makes one group of those of two strokes: the smaller goes over into the larger. */
function join(groups: Map<Stroke, Stroke[]>, one: Stroke, other: Stroke): void {
  const [small, large] = [groups.get(one)!, groups.get(other)!].sort((a, b) => a.length - b.length) as [
    Stroke[],
    Stroke[],
  ];
  if (small === large) return;
  large.push(...small);
  for (const each of small) groups.set(each, large);
}

const touch = (a: Rule, b: Rule): boolean =>
  a.left < b.right + TOUCH && b.left < a.right + TOUCH && a.top < b.bottom + TOUCH && b.top < a.bottom + TOUCH;

/** The frame that strokes make: at least two upright and two level ones. */
function frameOf(strokes: readonly Stroke[]): Frame | null {
  const columns = placesOf(strokes.filter(({ upright }) => upright).map(({ left }) => left));
  const level = strokes.filter(({ upright }) => !upright).map(({ top }) => top);
  // a page end cuts frames open: there the upright lines tell how far they reach
  const ends = strokes.filter(({ upright }) => upright).flatMap(({ top, bottom }) => [top, bottom]);
  const rows = placesOf(level.length > 0 ? [...level, Math.min(...ends), Math.max(...ends)] : []);
  if (columns.length < 2 || rows.length < 2) return null;
  const open = columns.slice(1).map((right, column) => openRows({ left: columns[column]!, right }, rows, strokes));
  const [top, bottom] = [rows[0]!, rows.at(-1)!];
  const isDrawn = (edge: number) => level.some((line) => Math.abs(line - edge) <= 2 * TOUCH);
  const cut = { top: !isDrawn(top), bottom: !isDrawn(bottom) };
  return { left: columns[0]!, right: columns.at(-1)!, top, bottom, columns, rows, open, cut };
}

/** The rows over which no line is drawn in a column. */
function openRows(
  column: Pick<Rule, "left" | "right">,
  rows: readonly number[],
  strokes: readonly Stroke[],
): Set<number> {
  const inside = ({ left, right }: Rule) => Math.min(right, column.right) - Math.max(left, column.left);
  const lines = strokes.filter((stroke) => !stroke.upright && inside(stroke) > (column.right - column.left) / 4);
  const inner = Array.from({ length: Math.max(0, rows.length - 2) }, (_, at) => at + 1);
  return new Set(inner.filter((row) => !lines.some(({ top }) => Math.abs(top - rows[row]!) <= 2 * TOUCH)));
}

/** Places sorted, those nearer than a line of text is high taken as one. */
function placesOf(values: readonly number[]): number[] {
  const places: number[] = [];
  for (const value of [...values].sort((a, b) => a - b))
    if (places.length === 0 || value > places.at(-1)! + 2 * TOUCH) places.push(value);
  return places;
}
