import { splitColumns } from "./columns.ts";
import type { Line } from "./line.ts";
import { lineOf } from "./lines.ts";
import type { Row } from "./rows.ts";
import { rowsOf } from "./rows.ts";
import type { PageElement, PageRuns, Run } from "./run.ts";

/** Lines that are read one after the other. `element` is null where only geometry tells what they are. */
export type Region = { lines: Line[]; element: PageElement | null };

/** The regions of a page in reading order: by its tags, or by geometry alone. */
export function regionsOf(page: PageRuns, byTags: boolean): Region[] {
  if (!byTags) return splitColumns(page.runs).map((rows) => ({ lines: linesOf(rows, page.number), element: null }));
  return elementStretches(page).flatMap(({ element, runs }) =>
    (element === null ? splitColumns(runs) : columnPieces(runs).map(rowsOf)).map((rows) => ({
      lines: linesOf(rows, page.number),
      element,
    })),
  );
}

const linesOf = (rows: readonly Row[], page: number): Line[] =>
  rows.map((row) => lineOf(row, page)).filter((line) => line.text.trim() !== "");

type Stretch = { element: PageElement | null; runs: Run[] };

/** The page's runs by element in the order of the tags; neighbours that say nothing of themselves are left to geometry together. */
function elementStretches(page: PageRuns): Stretch[] {
  const byElement = page.elements.map((): Run[] => []);
  const loose: Run[] = [];
  for (const run of page.runs) (byElement[run.element] ?? loose).push(run);
  const out: Stretch[] = [];
  page.elements.forEach((element, index) => {
    const runs = byElement[index]!;
    if (runs.length === 0) return;
    const plain = element.role === "Div" && !element.cell && element.item === null;
    const last = out.at(-1);
    if (plain && last?.element === null) last.runs.push(...runs);
    else out.push({ element: plain ? null : element, runs });
  });
  if (loose.length > 0) placeLoose(out, loose);
  return out;
}

/** What the tags leave out stands where it is on the page: before the first stretch that begins below it. */
function placeLoose(stretches: Stretch[], loose: Run[]): void {
  const top = Math.min(...loose.map((run) => run.baseline));
  const at = stretches.findIndex(({ runs }) => Math.min(...runs.map((run) => run.baseline)) > top);
  stretches.splice(at < 0 ? stretches.length : at, 0, { element: null, runs: loose });
}

/** An element that runs on in the next column: its runs jump up the page and to the right. */
function columnPieces(runs: readonly Run[]): Run[][] {
  const pieces: Run[][] = [];
  let lowest = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    const last = pieces.at(-1);
    const jumps =
      last &&
      run.baseline < lowest - 2 * run.size &&
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
