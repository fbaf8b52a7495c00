import type { Block } from "../document/document.ts";
import type { Span } from "../records/anchor.ts";
import type { Person } from "../records/person.ts";
import { kindOfLine } from "./people.ts";
import { textOf, type View } from "./view.ts";

/** What a column of a table is for, as its header says; null where it says something else. */
export type ColumnRole = "statement" | "reply" | "action" | "owner" | "due" | "status" | "label" | null;

/** A table whose header says what its columns are for. One that goes on over a page has its roles and no header of its own. */
type Table = {
  roles: ReadonlyMap<number, ColumnRole>;
  heads: ReadonlyMap<number, string>;
  headed: boolean;
  rows: ReadonlyMap<number, readonly Block[]>;
};

/** The tables that tell, by group. */
export type Tables = ReadonlyMap<number, Table>;

/** Reads the headers of the tables among some blocks. A table without a header right after one with as many columns goes on with it. */
export function readTables(view: View, blocks: readonly Block[]): Tables {
  const tables = new Map<number, Table>();
  const cells = blocks.filter(({ cell, group }) => cell !== null && group !== null);
  let above: Table | undefined;
  for (const [group, own] of Map.groupBy(cells, ({ group }) => group!)) {
    above = tableOf(view, own, above);
    if (above) tables.set(group, above);
  }
  return tables;
}

function tableOf(view: View, cells: readonly Block[], above: Table | undefined): Table | undefined {
  const rows = Map.groupBy(cells, ({ cell }) => cell!.row);
  const heads = new Map((rows.get(0) ?? []).map((block) => [block.cell!.column, textOf(view, block)]));
  const printed = new Map([...heads].map(([column, text]) => [column, roleOf(view, text)]));
  const roles = withTopics(view, heads, withComments(view, withStatus(view, printed, heads), heads));
  if (tells(roles) || recommends(view, roles, heads)) return { roles, heads, headed: true, rows };
  const columns = 1 + cells.reduce((last, { cell }) => Math.max(last, cell!.column), 0);
  return above && above.roles.size === columns ? { ...above, headed: false, rows } : undefined;
}

/** A header must name what is asked or done, and one thing about it. */
const tells = (roles: ReadonlyMap<number, ColumnRole>): boolean => {
  const named = [...roles.values()];
  return (
    (named.includes("reply") && (named.includes("statement") || named.includes("label"))) ||
    (named.includes("action") && named.some((role) => role !== null && role !== "action"))
  );
};

/** Beside an action that no recommendation asked for, what is headed "Progress" or "Update" says how it stands, and answers nobody. */
function withStatus(view: View, roles: Table["roles"], heads: Table["heads"]): Table["roles"] {
  const named = [...roles.values()];
  if (!named.includes("action") || named.includes("statement")) return roles;
  const stands = (column: number) => view.rules.read("action-column", heads.get(column)!)?.groups?.closed !== undefined;
  return new Map([...roles].map(([column, role]) => [column, role === "reply" && stands(column) ? "status" : role]));
}

/** Beside an answer ("Agreed") a column that explains it, or says what is done of it, answers too. */
function withComments(view: View, roles: Table["roles"], heads: Table["heads"]): Table["roles"] {
  if (![...roles.values()].includes("reply")) return roles;
  const explains = (column: number) => view.rules.shows(heads.get(column)!, "comment-column");
  return new Map(
    [...roles].map(([column, role]) => [column, role !== "statement" && explains(column) ? "reply" : role]),
  );
}

/** A table of recommendations by themselves: a column that is headed as such, beside who is to act or by when. */
const recommends = (view: View, roles: Table["roles"], heads: Table["heads"]): boolean =>
  [...roles.values()].some((role) => role === "owner" || role === "due") &&
  [...roles].some(([column, role]) => role === "statement" && view.rules.holds("recommending", heads.get(column)!));

/** Where a table says who is to act and nothing else says what, the topic of each row does. */
function withTopics(
  view: View,
  heads: Table["heads"],
  roles: ReadonlyMap<number, ColumnRole>,
): ReadonlyMap<number, ColumnRole> {
  const named = [...roles.values()];
  if (!named.includes("owner") || named.includes("action") || named.includes("statement")) return roles;
  const [topic] = [...heads].find(([, text]) => view.rules.shows(text, "topic-column")) ?? [];
  return topic === undefined ? roles : new Map([...roles, [topic, "action"]]);
}

function roleOf(view: View, text: string): ColumnRole {
  if (view.rules.shows(text, "statement-column")) return "statement";
  const groups = view.rules.read("action-column", text)?.groups;
  if (groups?.action) return "action";
  if (groups?.owner) return "owner";
  if (groups?.due) return "due";
  if (groups?.label) return "label";
  if (view.rules.shows(text, "reply-column")) return "reply";
  return groups?.closed ? "status" : null;
}

/** Whether one of some tables sets what others said beside the answers to it. */
export const answersInTables = (tables: Tables): boolean =>
  [...tables.values()].some(({ roles }) => {
    const named = [...roles.values()];
    return named.includes("statement") && named.includes("reply");
  });

/** The role of a cell; null for headers and other columns, `undefined` for blocks of no table that tells. */
export function roleOfCell(tables: Tables, { group, cell }: Block): ColumnRole | undefined {
  const table = cell === null || group === null ? undefined : tables.get(group);
  if (!table || !cell) return undefined;
  return table.headed && cell.row === 0 ? null : (table.roles.get(cell.column) ?? null);
}

/** Who answers in a cell: the body that the head of its column names ("MPS response"), where it names one. */
export function bodyOfColumn(view: View, tables: Tables, { group, cell }: Block): Person | null {
  const head = tables.get(group ?? -1)?.heads.get(cell?.column ?? -1) ?? "";
  const who = view.rules.read("reply-column", head)?.groups?.who?.trim();
  return who && kindOfLine(who, view.rules) === "organisation" ? { name: null, role: null, organisation: who } : null;
}

/** The other cells of a cell's row, by role: of several the first. */
export function rowOf(tables: Tables, block: Block): Map<ColumnRole, Block> {
  return new Map(
    cellsBeside(tables, block)
      .map((each) => [roleOfCell(tables, each) ?? null, each] as const)
      .reverse(),
  );
}

/** Where a row says by when: in the column for it, then in that of its progress ("Overdue. To follow in May."). */
export function dueOf(tables: Tables, block: Block): Span[] {
  const row = cellsBeside(tables, block);
  const ofRole = (role: ColumnRole) => row.filter((each) => roleOfCell(tables, each) === role);
  return [...ofRole("due"), ...ofRole("status")].map(({ start, end }) => ({ start, end }));
}

const cellsBeside = (tables: Tables, { group, cell }: Block): readonly Block[] =>
  tables.get(group ?? -1)?.rows.get(cell?.row ?? -1) ?? [];
