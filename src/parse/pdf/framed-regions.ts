import { cellsOf, type Stretch, splitTables } from "./aligned-tables.ts";
import { partAsides } from "./asides.ts";
import { splitColumns } from "./columns.ts";
import type { Frame, Rule } from "./frames.ts";
import type { Line } from "./line.ts";
import { linesOf } from "./lines.ts";
import { pullOutsOf } from "./pull-outs.ts";
import type { Region } from "./region.ts";
import { type Row, rowsOf } from "./rows.ts";
import type { PageElement, PageRuns, Run } from "./run.ts";
import { stripedRows } from "./stripes.ts";

const NOWHERE: Rule = { left: 0, top: 0, right: 0, bottom: 0 };

/** A frame that holds more of the page than this is the page's own border. */
const WHOLE_PAGE = 0.8;

/** The regions of a page that no tags tell of: what frames enclose stays together, cell by cell in tables; the rest by columns. */
export function regionsByFrames(page: PageRuns): Region[] {
  const striped = stripedRows(page);
  const frames = [
    ...page.frames.map((frame) => (isWholePage(frame, page) || striped.has(frame) ? NOWHERE : frame)),
    ...pullOutsOf(page.runs),
  ];
  const inFrame = frames.map((): Run[] => []);
  const free: Run[] = [];
  for (const run of page.runs) (inFrame[frames.findIndex((frame) => isInside(run, frame))] ?? free).push(run);
  const standIns = frames.flatMap((frame, index) =>
    inFrame[index]!.length > 0 ? [standIn(frame, index, inFrame[index]!)] : [],
  );
  const all = rowsOf([...free, ...standIns]);
  const stretches = splitTables(all, true).flatMap((stretch) =>
    stretch.columns.length > 0
      ? [stretch]
      : splitColumns(stretch.rows.flatMap((row) => row.runs)).flatMap((rows) => splitTables(rows, false)),
  );
  return stretches.flatMap((stretch, index) =>
    stretch.columns.length > 0
      ? alignedRegions(stretch, { index: frames.length + index, page: page.number })
      : cutAtFrames(stretch.rows).flatMap(({ frame, rows: plain }) =>
          frame === null
            ? partAsides(plain).flatMap((piece) => plainRegion(piece, page.number, null))
            : framedRegions(inFrame[frame]!, { frame: page.frames[frame] ?? null, index: frame, page: page.number }),
        ),
  );
}

/** The box that holds all of some lines: a frame of one column. */
export function boxAround(lines: readonly Line[], frames: readonly Frame[]): Pick<Region, "box" | "cut"> {
  const index = frames.findIndex((frame) => frame.columns.length === 2 && lines.every((line) => isInside(line, frame)));
  return index < 0 ? { box: null } : { box: index, cut: frames[index]!.cut };
}

const isWholePage = (frame: Frame, { width, height }: PageRuns): boolean =>
  (frame.right - frame.left) * (frame.bottom - frame.top) > WHOLE_PAGE * width * height;

/** Whether the middle of some letters is inside. */
function isInside({ x, width, y, height }: Pick<Run, "x" | "width" | "y" | "height">, frame: Rule): boolean {
  const middle = y + height / 2;
  return middle > frame.top && middle < frame.bottom && x > frame.left - 1 && x + width / 2 < frame.right;
}

/** A run as large as its frame, level with its top, which takes its place while columns are looked for. */
const standIn = ({ left, right, top, bottom }: Rule, frame: number, inside: readonly Run[]): Run => ({
  ...inside[0]!,
  text: "",
  x: left,
  width: right - left,
  y: top,
  height: bottom - top,
  baseline: top + 0.7 * inside[0]!.size,
  frame,
});

/** Rows between frames, and frames, in their order. */
function cutAtFrames(rows: readonly Row[]): { frame: number | null; rows: Row[] }[] {
  const out: { frame: number | null; rows: Row[] }[] = [];
  for (const row of rows) {
    const plain = row.runs.filter((run) => run.frame === undefined);
    for (const run of row.runs) if (run.frame !== undefined) out.push({ frame: run.frame, rows: [] });
    if (plain.length === 0) continue;
    const last = out.at(-1);
    if (last?.frame === null) last.rows.push({ ...row, runs: plain });
    else out.push({ frame: null, rows: [{ ...row, runs: plain }] });
  }
  return out;
}

function plainRegion(rows: readonly Row[], page: number, box: number | null): Region[] {
  const lines = linesOf(rows, page);
  return lines.length > 0 ? [{ lines, element: null, label: null, box }] : [];
}

function framedRegions(
  runs: readonly Run[],
  { frame, index, page }: { frame: Frame | null; index: number; page: number },
): Region[] {
  // what is pulled out of the text stands in no box
  if (!frame) return plainRegion(rowsOf(runs), page, null);
  if (frame.columns.length === 2)
    return splitColumns(runs).flatMap((rows) =>
      plainRegion(rows, page, index).map((region) => ({ ...region, cut: frame.cut })),
    );
  const cells = new Map<number, Run[]>();
  const columns = frame.columns.length - 1;
  for (const run of runs) {
    const column = placeOf(run.x + Math.min(run.width, run.size) / 2, frame.columns);
    let row = placeOf(run.y + run.height / 2, frame.rows);
    while (frame.open[column]?.has(row)) row--;
    const key = row * columns + column;
    cells.set(key, [...(cells.get(key) ?? []), run]);
  }
  return [...cells]
    .sort(([a], [b]) => a - b)
    .map(([key, inCell]) => ({
      lines: linesOf(rowsOf(inCell), page),
      element: cellElement(index, Math.floor(key / columns), key % columns),
      label: null,
      box: null,
    }))
    .filter(({ lines }) => lines.length > 0);
}

/** The cells of a table that is told by white space. */
const alignedRegions = (table: Stretch, { index, page }: { index: number; page: number }): Region[] =>
  cellsOf(table)
    .map(({ row, column, rows }) => ({
      lines: linesOf(rows, page),
      element: cellElement(index, row, column),
      label: null,
      box: null,
      loose: true as const,
    }))
    .filter(({ lines }) => lines.length > 0);

/** Between which two edges a place is. */
const placeOf = (at: number, edges: readonly number[]): number =>
  Math.min(
    edges.length - 2,
    Math.max(
      0,
      edges.findLastIndex((edge) => edge <= at),
    ),
  );

const cellElement = (group: number, row: number, column: number): PageElement => ({
  role: "TD",
  depth: 0,
  group,
  groupKind: "table",
  cell: { row, column, header: false },
  item: null,
});
