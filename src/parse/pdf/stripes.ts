import { splitTables } from "./aligned-tables.ts";
import type { Frame } from "./frames.ts";
import { rowsOf } from "./rows.ts";
import type { PageRuns } from "./run.ts";

/** Fewest shaded rows that make a striped table. */
const FEWEST = 2;

/**
 * The frames of a page that are no boxes but the shade of rows of a table, of every other one for the most part: they lie in the midst
 * of words in columns that go on over and under them.
 */
export function stripedRows({ frames, runs }: PageRuns): Set<Frame> {
  const shades = frames.filter(({ rows }) => rows.length === 2);
  if (shades.length < FEWEST) return new Set();
  const tables = splitTables(rowsOf(runs), true).filter(({ columns }) => columns.length > 2);
  const isInTable = ({ top, bottom }: Frame) =>
    tables.some(({ rows }) => bottom > rows[0]!.baseline && top < rows.at(-1)!.baseline);
  const striped = shades.filter(isInTable);
  return new Set(striped.length < FEWEST ? [] : striped);
}
