import type { Person } from "../records/person.ts";
import { partyIn } from "./question-heads.ts";
import { addOnce } from "./questions.ts";
import { blocksIn } from "./statement.ts";
import { readTables } from "./table.ts";
import { type Range, textOf, type View } from "./view.ts";

/** Those who ask in the tables of a range of lines that set questions beside their answers; null where there is no such table. */
export function askersInTables(view: View, range: Range): Person[] | null {
  const asked = [...readTables(view, blocksIn(view, range)).values()].filter(
    ({ roles, heads }) =>
      [...roles.values()].includes("reply") &&
      [...heads].some(
        ([column, head]) => roles.get(column) === "statement" && view.rules.shows(head, "question-column"),
      ),
  );
  if (asked.length === 0) return null;
  const askers: Person[] = [];
  for (const { heads, rows, headed } of asked)
    for (const [row, cells] of rows)
      for (const cell of headed && row === 0 ? [] : cells)
        if (view.rules.shows(heads.get(cell.cell!.column) ?? "", "asker-column"))
          addOnce(askers, partyIn(view, textOf(view, cell)));
  return askers;
}
