import type { Region } from "./region.ts";

/** Where the characters of a line stand: the left edge of each as a distance from the line's left, and the right edge of the last. */
export type Edges = ArrayLike<number>;

/** The edges of the characters from `from` to `to`, as distances from the first of them; the same array where that is all of them. */
export function partOfEdges(edges: Edges, from: number, to: number): Edges {
  const left = edges[from] ?? 0;
  if (from === 0 && left === 0 && to + 1 === edges.length) return edges;
  return Float32Array.from({ length: to - from + 1 }, (_, at) => edges[from + at]! - left);
}

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
