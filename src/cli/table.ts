/** A column: its heading, and whether its values stand at the right, as numbers do. */
export type Column = { heading: string; right?: boolean; most?: number };

/** Rows under headings, columns two spaces apart. Values longer than a column's `most` are cut with an ellipsis. */
export function formatTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const cells = [columns.map((column) => column.heading), ...rows].map((row) =>
    row.map((value, at) => clip(value, columns[at]?.most)),
  );
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => widthOf(row[at] ?? ""))));
  return cells.map((row) =>
    row
      .map((value, at) => {
        const space = " ".repeat(widths[at]! - widthOf(value));
        return columns[at]!.right ? space + value : value + space;
      })
      .join("  ")
      .trimEnd(),
  );
}

const clip = (value: string, most = Number.POSITIVE_INFINITY): string =>
  widthOf(value) <= most ? value : `${[...value].slice(0, most - 1).join("")}…`;

const widthOf = (value: string): number => [...value].length;
