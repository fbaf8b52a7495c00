import { stringify } from "csv-stringify/sync";
import { FLAT_COLUMNS, REVIEW_COLUMNS, type ReviewedItem } from "../records/flat-item.ts";

/**
 * Items as CSV with a line of column names. Words that a spreadsheet would take for a formula get a "'" before them. Booleans are
 * "true" and "false", what is not there is empty.
 */
export async function* toCsv(items: AsyncIterable<ReviewedItem>): AsyncIterable<string> {
  const columns = [...FLAT_COLUMNS, ...REVIEW_COLUMNS];
  yield stringify([columns]);
  for await (const item of items)
    yield stringify([item], { columns, escape_formulas: true, cast: { boolean: (value) => String(value) } });
}
