import { labelAt } from "./label.ts";
import { freeStretches, type Row, type Stretch } from "./rows.ts";
import type { Run } from "./run.ts";

/** A piece of a line of so many characters is prose, and fewest of them that a margin stands beside. */
const LONG = 36;
const FEWEST = 4;
/** What stands in a margin is no wider than this share of the text. */
const NARROW = 0.35;
/** A gap wider than this, in sizes of the letters, parts the text from its margin. */
const GAP = 1.2;
/** Lines of one piece in a margin are no farther apart than this, in sizes. */
const PITCH = 1.6;
/** How much more than between lines the space between paragraphs is. */
const APART = 1.25;

/** What stands in a margin, from the place of its first row on. */
type Aside = { side: "left" | "right"; at: number; to: number; rows: Row[] };

/**
 * Parts the rows of a column of prose from what stands in its margins: whoever is to act (on the right), read after the paragraph that
 * it stands beside; headings of several lines (on the left), read before it. A piece of one line on the left is a label or who speaks,
 * and stays with its line.
 */
export function partAsides(rows: readonly Row[]): Row[][] {
  const asides = [...asidesOn("right", rows), ...asidesOn("left", rows)];
  if (asides.length === 0) return rows.length > 0 ? [[...rows]] : [];
  const taken = new Set(asides.flatMap((aside) => aside.rows.flatMap(({ runs }) => runs)));
  const pitch = pitchOf(rows);
  const out: Row[][] = [];
  let text: Row[] = [];
  let waiting: Aside[] = [];
  const flush = () => {
    if (text.length > 0) out.push(text);
    text = [];
  };
  rows.forEach((row, index) => {
    const runs = row.runs.filter((run) => !taken.has(run));
    const last = text.at(-1);
    if (runs.length > 0 && last && waiting.length > 0 && beginsParagraph(last, { ...row, runs }, pitch)) {
      flush();
      out.push(...waiting.map((aside) => aside.rows));
      waiting = [];
    }
    for (const aside of asides) {
      if (aside.at !== index) continue;
      if (aside.side === "right") waiting.push(aside);
      else {
        flush();
        out.push(aside.rows);
      }
    }
    if (runs.length > 0) text.push({ ...row, runs });
  });
  flush();
  return [...out, ...waiting.map((aside) => aside.rows)];
}

const rightOf = ({ x, width }: Run): number => x + width;

const beginsParagraph = (last: Row, row: Row, pitch: number): boolean =>
  row.baseline - last.baseline > APART * pitch || labelAt(row.runs[0]!.text) !== null;

/** From baseline to baseline where lines follow one another. */
function pitchOf(rows: readonly Row[]): number {
  const gaps = rows
    .slice(1)
    .map((row, index) => row.baseline - rows[index]!.baseline)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 3)] ?? 0;
}

/** What stands on one side of a strip without letters, where prose stands on the other. */
function asidesOn(side: Aside["side"], rows: readonly Row[]): Aside[] {
  const asides: Aside[] = [];
  for (const x of edgesOf(side, rows)) {
    const isAside = (run: Run) => (side === "right" ? run.x >= x - 1 : rightOf(run) <= x + 1);
    for (const { from, to } of freeStretches(rows, x)) {
      const found = asidesIn({ side, rows, from, to }, isAside);
      const isNew = found.every(({ at, to: end }) => !asides.some((other) => at <= other.to && other.at <= end));
      if (isNew) asides.push(...found);
    }
  }
  return asides;
}

/** Where what is set apart from the rest of its row begins on the right, or ends on the left. */
function edgesOf(side: Aside["side"], rows: readonly Row[]): number[] {
  const edges = rows.flatMap(({ runs, size }) => {
    const [outer, inner] = side === "right" ? [runs.at(-1), runs.at(-2)] : [runs[0], runs[1]];
    if (!outer || !inner) return [];
    const gap = side === "right" ? outer.x - rightOf(inner) : inner.x - rightOf(outer);
    return gap > GAP * size ? [side === "right" ? outer.x : inner.x - GAP * size] : [];
  });
  return [...new Set(edges.map(Math.round))].sort((a, b) => (side === "right" ? a - b : b - a));
}

type Beside = Stretch & { side: Aside["side"]; rows: readonly Row[] };

function asidesIn({ side, rows, from, to }: Beside, isAside: (run: Run) => boolean): Aside[] {
  const inside = rows.slice(from, to);
  const text = inside.flatMap(({ runs }) => runs.filter((run) => !isAside(run)));
  const beside = inside.flatMap(({ runs }) => runs.filter(isAside));
  const prose = text.filter((run) => run.text.length >= LONG);
  if (beside.length === 0 || prose.length < FEWEST) return [];
  const width = Math.max(...prose.map(rightOf)) - Math.min(...prose.map(({ x }) => x));
  // numbers alone are those of pages, sums of money, or labels
  if (!beside.every((run) => /\p{L}{2}/u.test(run.text) && run.width < NARROW * width && run.text.length < LONG))
    return [];
  const pieces = piecesOf(rows, { from, to }, isAside).map((piece) => ({ side, ...piece }));
  if (side === "right") return pieces;
  return pieces.filter(
    (piece) =>
      piece.rows.length > 1 && rows.slice(piece.at, piece.to + 1).filter(({ runs }) => !runs.every(isAside)).length > 1,
  );
}

/** The lines in a margin that follow one another closely, together. */
function piecesOf(
  rows: readonly Row[],
  { from, to }: { from: number; to: number },
  isAside: (run: Run) => boolean,
): Omit<Aside, "side">[] {
  const out: Omit<Aside, "side">[] = [];
  for (let at = from; at < to; at++) {
    const row = rows[at]!;
    const runs = row.runs.filter(isAside);
    if (runs.length === 0) continue;
    const last = out.at(-1);
    const own = { ...row, runs };
    if (last && row.baseline - last.rows.at(-1)!.baseline < PITCH * row.size)
      Object.assign(last, { to: at, rows: [...last.rows, own] });
    else out.push({ at, to: at, rows: [own] });
  }
  return out;
}
