/** Where the characters of a line stand: the left edge of each as a distance from the line's left, and the right edge of the last. */
export type Edges = ArrayLike<number>;

/** The edges of the characters from `from` to `to`, as distances from the first of them; the same array where that is all of them. */
export function partOfEdges(edges: Edges, from: number, to: number): Edges {
  const left = edges[from] ?? 0;
  if (from === 0 && left === 0 && to + 1 === edges.length) return edges;
  return Float32Array.from({ length: to - from + 1 }, (_, at) => edges[from + at]! - left);
}
