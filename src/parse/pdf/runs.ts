import { withDrawnBullets } from "./drawn-bullets.ts";
import { joinDropCapitals } from "./drop-capital.ts";
import type { PageElements } from "./elements.ts";
import { type Font, type FontStyle, fontOf } from "./font.ts";
import { framesOf, type Rule } from "./frames.ts";
import { type Matrix, multiply } from "./matrix.ts";
import type { PageRuns, Run } from "./run.ts";
import { withoutUnderprint } from "./underprint.ts";

/** What the library hands out: text, or the beginning or end of marked content. */
export type TextItem = {
  type?: string;
  tag?: string | null;
  id?: string | null;
  str?: string;
  width?: number;
  transform?: readonly number[];
  fontName?: string;
  edges?: readonly number[];
  /** Of a drawn line, frame or picture: two opposite corners. */
  box?: readonly [number, number, number, number];
};

/** One page as the library tells it. `toShown` leads from PDF space to points from the top left as shown. */
export type RawPage = {
  number: number;
  width: number;
  height: number;
  toShown: Matrix;
  items: readonly TextItem[];
  styles: Readonly<Record<string, FontStyle>>;
  elements: PageElements;
  broken: boolean;
};

/** The lines and frames that are drawn, upright. */
function rulesOf(page: RawPage, toUpright: Matrix): Rule[] {
  const [a, b, c, d, e, f] = toUpright;
  return page.items.flatMap(({ type, box }) => {
    if (!box || type !== "rule") return [];
    const xs = [a * box[0] + c * box[1] + e, a * box[2] + c * box[3] + e];
    const ys = [b * box[0] + d * box[1] + f, b * box[2] + d * box[3] + f];
    return [{ left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }];
  });
}

type Placed = { item: TextItem; matrix: Matrix; turn: number; element: number };

/** The page's runs, upright. White space is left out: it is rebuilt from positions. So are artifacts and slanted writing (watermarks). */
export function readRuns(page: RawPage): PageRuns {
  const placed = placedItems(page);
  const turn = mainTurn(placed);
  const fonts = new Map<string, Font>();
  const fontNamed = (name = "") => fonts.get(name) ?? fonts.set(name, fontOf(page.styles[name])).get(name)!;
  const runs = placed
    .filter((each) => each.turn === turn)
    .map((each) => runOf(each, upright(turn, page), fontNamed(each.item.fontName)));
  const { number, width, height, elements } = page;
  const rules = rulesOf(page, multiply(upright(turn, page), page.toShown));
  const unmapped = placed.reduce((sum, { item }) => sum + countUnmapped(item.str!), 0);
  return {
    number,
    width,
    height,
    turn,
    frames: framesOf(rules),
    runs: joinDropCapitals(withDrawnBullets(withoutUnderprint(withoutDoubles(runs)), rules)),
    elements: elements.elements,
    unmapped,
    untagged: placed.reduce((sum, { item, element }) => sum + (element < 0 ? item.str!.length : 0), 0),
    sideways: placed.reduce((sum, { item, turn: own }) => sum + (own === turn ? 0 : item.str!.length), 0),
  };
}

/** The written text items with the element that holds them, by the innermost marked content that the structure tree knows. */
function placedItems(page: RawPage): Placed[] {
  const placed: Placed[] = [];
  const open: { element: number; artifact: boolean }[] = [];
  let around = { element: -1, artifact: false };
  for (const item of page.items) {
    if (item.type === "endMarkedContent") around = open.pop() ?? around;
    else if (item.type?.startsWith("begin")) {
      open.push(around);
      const element = (item.id ? page.elements.ofContent.get(item.id) : undefined) ?? around.element;
      around = { element, artifact: around.artifact || item.tag === "Artifact" };
    } else if (!item.type && !around.artifact && item.transform && item.str?.trim()) {
      const matrix = multiply(page.toShown, item.transform);
      const turn = quarterTurn(matrix);
      if (turn !== null) placed.push({ item, matrix, turn, element: around.element });
    }
  }
  return placed;
}

/** Quarter turns clockwise of the writing as shown; null where it is slanted by more than two degrees or has no size. */
function quarterTurn([a, b]: Matrix): number | null {
  if (b === 0 && a > 0) return 0;
  if (!a && !b) return null;
  const turns = Math.atan2(b, a) / (Math.PI / 2);
  const nearest = Math.round(turns);
  return Math.abs(turns - nearest) < 0.022 ? (nearest + 4) % 4 : null;
}

function mainTurn(placed: readonly Placed[]): number {
  const characters = [0, 0, 0, 0];
  for (const { turn, item } of placed) characters[turn]! += item.str!.length;
  return characters.indexOf(Math.max(...characters));
}

/** Turns the page back so that writing turned by `turn` runs left to right; the inverse is `asShown`. */
export function upright(turn: number, { width, height }: { width: number; height: number }): Matrix {
  if (turn === 1) return [0, -1, 1, 0, 0, width];
  if (turn === 2) return [-1, 0, 0, -1, width, height];
  if (turn === 3) return [0, 1, -1, 0, height, 0];
  return [1, 0, 0, 1, 0, 0];
}

function runOf({ item, matrix, element }: Placed, turnBack: Matrix, font: Font): Run {
  const [a, b, c, d, x, baseline] = multiply(turnBack, matrix);
  const size = Math.hypot(c, d) || Math.hypot(a, b);
  const text = item.str!;
  const edges = item.edges?.length === text.length ? item.edges : null;
  return {
    ...trimmed(text, x, item.width ?? 0, edges),
    y: baseline - font.ascent * size,
    height: (font.ascent + font.descent) * size,
    baseline,
    size,
    font,
    element,
  };
}

/** White space at the ends of an item takes room that no letter stands in. */
function trimmed(
  text: string,
  x: number,
  width: number,
  edges: readonly number[] | null,
): Pick<Run, "text" | "x" | "width" | "edges"> {
  const from = text.length - text.trimStart().length;
  const to = text.trimEnd().length;
  if (!edges || (from === 0 && to === text.length))
    return { text: text.trim(), x, width, edges: text.trim() === text ? edges : null };
  const left = edges[from]!;
  return {
    text: text.slice(from, to),
    x: x + left,
    width: (edges[to] ?? width) - left,
    edges: edges.slice(from, to).map((each) => each - left),
  };
}

/** Producers without a bold font draw the same letters twice, a hair apart. */
function withoutDoubles(runs: readonly Run[]): Run[] {
  const seen = new Map<string, Run[]>();
  return runs.filter((run) => {
    const same = seen.get(run.text) ?? [];
    if (
      same.some(
        (other) =>
          Math.abs(other.x - run.x) < run.size * 0.1 && Math.abs(other.baseline - run.baseline) < run.size * 0.1,
      )
    )
      return false;
    same.push(run);
    seen.set(run.text, same);
    return true;
  });
}

/** Characters that stand for glyphs without a meaning: U+FFFD, controls. Private-use characters may be bullets and are not counted. */
const countUnmapped = (text: string): number => text.match(/[\ufffd\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0;
