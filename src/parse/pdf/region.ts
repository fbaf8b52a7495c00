import type { Line } from "./line.ts";
import type { PageElement } from "./run.ts";

/** Lines that are read one after the other. */
export type Region = {
  lines: Line[];
  /** Null where only geometry tells what they are. */
  element: PageElement | null;
  /** What the tags call the label of a list item, which then opens the first line. */
  label: string | null;
  /** The index of the box (`PageRuns.frames`) that they stand in, and where a page end has cut it. */
  box: number | null;
  cut?: { top: boolean; bottom: boolean };
  /** Whether white space alone makes it a cell of a table: a page number under the table may have got into it. */
  loose?: true;
};

/** The regions of a page with the edges of all their lines in one array: lines are kept until the last page is read, and may be a million. */
export function withPackedEdges(regions: readonly Region[]): Region[] {
  const lines = regions.flatMap((region) => region.lines);
  const all = new Float32Array(lines.reduce((sum, { edges }) => sum + edges.length, 0));
  let from = 0;
  return regions.map((region) => ({
    ...region,
    lines: region.lines.map((line) => {
      const edges = all.subarray(from, from + line.edges.length);
      edges.set(line.edges);
      from += edges.length;
      return { ...line, edges };
    }),
  }));
}
