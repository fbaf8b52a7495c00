import { splitColumns } from "./columns.ts";
import { boxAround, regionsByFrames } from "./framed-regions.ts";
import { linesOf } from "./lines.ts";
import type { Region } from "./region.ts";
import { rowsOf } from "./rows.ts";
import type { PageElement, PageRuns, Run } from "./run.ts";

/** The regions of a page in reading order: by its tags, or by geometry alone. */
export function regionsOf(page: PageRuns, byTags: boolean): Region[] {
  if (!byTags) return regionsByFrames(page);
  return stretchesOf(page).flatMap(({ element, label, runs }) =>
    (element === null ? splitColumns(runs) : columnPieces(runs).map(rowsOf)).map((rows) => {
      const lines = linesOf(rows, page.number);
      return { lines, element, label, ...boxAround(lines, page.frames) };
    }),
  );
}

type Stretch = { element: PageElement | null; label: string | null; runs: Run[] };

/** The page's runs by element in the order of the tags; neighbours that say nothing of themselves are left to geometry together. */
function stretchesOf(page: PageRuns): Stretch[] {
  const byElement = page.elements.map((): Run[] => []);
  const loose: Run[] = [];
  for (const run of page.runs) (byElement[run.element] ?? loose).push(run);
  const out: Stretch[] = [];
  page.elements.forEach((element, index) => {
    const runs = byElement[index]!;
    if (runs.length > 0) addStretch(out, element, runs);
  });
  for (const run of loose) placeLoose(out, run);
  return out;
}

function addStretch(out: Stretch[], element: PageElement, runs: Run[]): void {
  const last = out.at(-1);
  if (isPlain(element) && comesBack(runs)) out.push({ element: null, label: null, runs: [...runs] });
  else if (isPlain(element)) {
    for (const run of runs) {
      const open = out.at(-1);
      if (open?.element === null && continues(open.runs.at(-1)!, run)) open.runs.push(run);
      else out.push({ element: null, label: null, runs: [run] });
    }
  } else if (last?.element?.role === "Lbl" && last.element.item === element.item && element.role !== "Lbl") {
    Object.assign(last, {
      element,
      label: last.runs
        .map((run) => run.text)
        .join("")
        .trim(),
    });
    last.runs.push(...runs);
  } else out.push({ element, label: null, runs: [...runs] });
}

/** Whether runs come back to rows that they have left: labels first and then what stands beside them, or columns, which geometry reads. */
function comesBack(runs: readonly Run[]): boolean {
  const left = new Set<number>();
  return runs.some((run, at) => {
    const row = Math.round(run.baseline);
    const before = runs[at - 1];
    if (before && Math.round(before.baseline) !== row) left.add(Math.round(before.baseline));
    return left.has(row);
  });
}

const isPlain = ({ role, cell, item }: PageElement): boolean => role === "Div" && !cell && item === null;

/** Whether loose text goes on from one run to the next: on the same line close by, or below it in the same column. */
function continues(last: Run, next: Run): boolean {
  const size = Math.max(last.size, next.size);
  const gap = next.x - last.x - last.width;
  if (Math.abs(next.baseline - last.baseline) < 0.5 * size) return gap < 1.5 * size && gap > -last.width - next.width;
  return next.baseline > last.baseline && next.baseline - last.baseline < 4 * size;
}

/** What the tags leave out stands where it is on the page: with its line, or before the first stretch that begins below it. */
function placeLoose(stretches: Stretch[], run: Run): void {
  const line = stretches.find(({ runs }) =>
    runs.some((each) => continues(each, run) && Math.abs(each.baseline - run.baseline) < 1),
  );
  if (line) {
    line.runs.push(run);
    return;
  }
  const at = stretches.findIndex(({ runs }) => Math.min(...runs.map((each) => each.baseline)) > run.baseline);
  const index = at < 0 ? stretches.length : at;
  const before = stretches[index - 1];
  if (before?.element === null && continues(before.runs.at(-1)!, run)) before.runs.push(run);
  else stretches.splice(index, 0, { element: null, label: null, runs: [run] });
}

/** An element that runs on in the next column: its runs jump up the page and to the right. */
function columnPieces(runs: readonly Run[]): Run[][] {
  const pieces: Run[][] = [];
  let lowest = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    const last = pieces.at(-1);
    const jumps =
      last &&
      run.baseline < lowest - 0.9 * run.size &&
      run.x > Math.max(...last.map((each) => each.x + each.width)) - run.size;
    if (!last || jumps) {
      pieces.push([run]);
      lowest = run.baseline;
    } else {
      last.push(run);
      lowest = Math.max(lowest, run.baseline);
    }
  }
  return pieces;
}
