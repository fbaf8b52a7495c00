import type { Block } from "../document/document.ts";
import type { Span } from "../records/anchor.ts";
import type { Person } from "../records/person.ts";
import { kindOfLine } from "./people.ts";
import { textOf, type View, wordCount } from "./view.ts";

/** What a column of a table is for, as its header says; null where it says something else. */
export type ColumnRole = "statement" | "reply" | "action" | "owner" | "due" | "raised" | "status" | "label" | null;

/**
 * A table whose header says what its columns are for; or, `turned`, one of two columns whose first says what stands beside it in the second.
 * One that goes on over a page has its roles and no header of its own.
 */
export type Table = {
  /** By column; by row where it is turned. */
  roles: ReadonlyMap<number, ColumnRole>;
  heads: ReadonlyMap<number, string>;
  headed: boolean;
  /** The row of the header. */
  head: number;
  turned: boolean;
  /** The entry that a row belongs to: itself, or where the table is turned the first of its rows. */
  entries: ReadonlyMap<number, number>;
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
    above = uprightOf(view, own) ?? turnedOf(view, own) ?? goneOn(own, above);
    if (above) tables.set(group, above);
  }
  return tables;
}

/** The header is the first row, or one below a caption or another table that nothing parts from it. */
function uprightOf(view: View, cells: readonly Block[]): Table | undefined {
  const rows = Map.groupBy(cells, ({ cell }) => cell!.row);
  for (const head of [...rows.keys()].slice(0, MOST_ABOVE_HEADER + 1)) {
    const heads = new Map(rows.get(head)!.map((block) => [block.cell!.column, textOf(view, block)]));
    if (head > 0 && heads.size < FEWEST_HEADS) continue;
    const values = Map.groupBy(
      cells.filter(({ cell }) => cell!.row > head),
      ({ cell }) => cell!.column,
    );
    const roles = withTopics(view, heads, withNumbers(view, values, rolesOf(view, heads, values)));
    if (tells(roles) || recommends(view, roles, heads))
      return { roles, heads, headed: true, head, turned: false, entries: new Map(), rows };
  }
  return undefined;
}

/** So many rows may stand above a header, and a header that is not the first row has so many heads. */
const MOST_ABOVE_HEADER = 4;
const FEWEST_HEADS = 3;

/** "Recommendation 1 | …", "Response | …", "Owner | …", one below the other. */
function turnedOf(view: View, cells: readonly Block[]): Table | undefined {
  if (cells.some(({ cell }) => cell!.column > 1)) return undefined;
  const labels = cells.filter(({ cell }) => cell!.column === 0);
  const heads = new Map(labels.map((block) => [block.cell!.row, textOf(view, block)]));
  const values = Map.groupBy(
    cells.filter(({ cell }) => cell!.column > 0),
    ({ cell }) => cell!.row,
  );
  const roles = rolesOf(view, new Map([...heads].map(([row, text]) => [row, withoutNumber(text)])), values);
  if (!tells(roles) && !recommends(view, roles, heads)) return undefined;
  const entries = entriesOf(heads, roles);
  const rows = Map.groupBy(cells, ({ cell }) => entries.get(cell!.row) ?? cell!.row);
  return { roles, heads, headed: true, head: 0, turned: true, entries, rows };
}

function goneOn(cells: readonly Block[], above: Table | undefined): Table | undefined {
  const columns = 1 + cells.reduce((last, { cell }) => Math.max(last, cell!.column), 0);
  if (!above || above.turned || above.roles.size !== columns) return undefined;
  return { ...above, headed: false, rows: Map.groupBy(cells, ({ cell }) => cell!.row) };
}

/** A head or a label without the number behind it ("Recommendation 4:"). */
export const withoutNumber = (text: string): string => text.replace(NUMBER_BEHIND, "").replace(/\s*:$/, "");
const NUMBER_BEHIND = /\s+(?:no\.?\s*)?\w{0,3}\d+(?:\.\d+)*[a-z]?(?=\s*:?$)/i;

/** The first row of each entry of a turned table: what is printed beside the first comes again, or else each thing recommended or done. */
function entriesOf(heads: Table["heads"], roles: Table["roles"]): ReadonlyMap<number, number> {
  const rows = [...heads.keys()];
  const again = rows.filter((row) => withoutNumber(heads.get(row)!) === withoutNumber(heads.get(rows[0]!)!));
  const matters = rows.filter((row) => roles.get(row) === "statement" || roles.get(row) === "action");
  const starts = again.length > 1 ? again : matters.length > 1 && roles.get(rows[0]!) ? matters : rows.slice(0, 1);
  return new Map(rows.map((row) => [row, starts.findLast((start) => start <= row) ?? starts[0]!]));
}

/** The cells under each head, or beside it where the table is turned. */
type Values = ReadonlyMap<number, readonly Block[]>;

function rolesOf(view: View, heads: Table["heads"], values: Values): Table["roles"] {
  const printed = new Map([...heads].map(([at, text]) => [at, roleOf(view, text)]));
  const told = withRaised(withoutFindings(view, printed, heads), heads);
  return withComments(view, withVerdicts(view, withStatus(view, told, heads), values), heads);
}

/** Beside a day by which, a column headed "Date" says on which. */
function withRaised(roles: Table["roles"], heads: Table["heads"]): Table["roles"] {
  const due = [...roles].filter(([, role]) => role === "due").map(([at]) => at);
  const bare = due.filter((at) => /^date$/i.test(heads.get(at)!));
  return bare.length < due.length ? new Map([...roles, ...bare.map((at) => [at, "raised"] as const)]) : roles;
}

/** Beside what is recommended, a column without another purpose in which most cells are verdicts ("Not accepted") answers, whatever its head. */
function withVerdicts(view: View, roles: Table["roles"], values: Values): Table["roles"] {
  if (![...roles.values()].includes("statement")) return roles;
  const judges = (at: number) => {
    const cells = (values.get(at) ?? []).filter((block) => wordCount(textOf(view, block)) > 0);
    return cells.filter((block) => isVerdict(view, textOf(view, block))).length * 2 > cells.length;
  };
  const open = (role: ColumnRole) => role === null || role === "status";
  return new Map([...roles].map(([at, role]) => [at, open(role) && judges(at) ? "reply" : role]));
}

/** Whether a text is a verdict and little else: "Accepted", "Agreed in principle". */
export const isVerdict = (view: View, text: string): boolean =>
  wordCount(text) <= MOST_OF_VERDICT && view.rules.shows(text, "verdict");
const MOST_OF_VERDICT = 4;

/** Beside what is recommended, what was found is what it rests on. */
function withoutFindings(view: View, roles: Table["roles"], heads: Table["heads"]): Table["roles"] {
  const statements = [...roles].filter(([, role]) => role === "statement").map(([at]) => at);
  const recommending = statements.filter((at) => view.rules.holds("recommending", heads.get(at)!));
  const found = (at: number) => statements.includes(at) && recommending.length > 0 && !recommending.includes(at);
  return new Map([...roles].map(([at, role]) => [at, found(at) ? null : role]));
}

/** A column headed "Recommendation" that holds nothing but numbers says which is answered, and not in what words. */
function withNumbers(view: View, values: Values, roles: Table["roles"]): Table["roles"] {
  const isNumbers = (column: number) => {
    const cells = values.get(column) ?? [];
    return cells.length > 0 && cells.every((block) => NUMBER.test(textOf(view, block)));
  };
  if (![...roles.values()].includes("reply")) return roles;
  return new Map([...roles].map(([at, role]) => [at, role === "statement" && isNumbers(at) ? "label" : role]));
}

const NUMBER = /^(?:[Rr]ec(?:ommendation|\.)? ?)?\(?\p{Lu}{0,3}[ .-]?\d{1,3}(?:[./]\d{1,2})*[a-z]?[.)]?$/u;

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

/** A table of recommendations by themselves: a column that is headed as such, beside its number, who is to act or by when. */
const recommends = (view: View, roles: Table["roles"], heads: Table["heads"]): boolean =>
  [...roles.values()].some((role) => role === "owner" || role === "due" || role === "label") &&
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

/** A head's own words: without the number before it ("4. Response"), and what is asked of whoever fills it in or said in brackets after it. */
const headWords = (text: string): string =>
  text
    .replace(/^\(?\d{1,2}[.)]\s*(?=\p{L})/u, "")
    .replace(/(?<=\p{Ll}{3})[.:]\s+(?:please|set out|including|explain|say)\b.*$/isu, "")
    .replace(/(?<=\S)\s*\([^()]*\)\s*$/, "");

/** What a column or a field is for, as its head or its label says. */
export function roleOf(view: View, printed: string): ColumnRole {
  const text = headWords(printed);
  if (view.rules.shows(text, "statement-column")) return "statement";
  const groups = view.rules.read("action-column", text)?.groups;
  if (groups?.action) return "action";
  if (groups?.owner) return "owner";
  if (groups?.due) return "due";
  if (groups?.raised) return "raised";
  if (groups?.label) return "label";
  if (view.rules.shows(text, "reply-column")) return "reply";
  return groups?.closed ? "status" : null;
}

/** Whether a cell holds all that its table says, and no answer: a box around one recommendation, with the answer below it. */
export function standsAlone(tables: Tables, block: Block): boolean {
  const table = tables.get(block.group ?? -1);
  const entries = new Set([...(table?.rows.keys() ?? [])].filter((row) => table!.turned || !table!.headed || row > 0));
  return entries.size === 1 && !rowOf(tables, block).has("reply");
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
  if (table.turned) return cell.column === 0 ? null : (table.roles.get(cell.row) ?? null);
  return table.headed && cell.row <= table.head ? null : (table.roles.get(cell.column) ?? null);
}

/** What is printed at the head of a cell's column, or beside it where the table is turned; empty where nothing is. */
export function headOf(tables: Tables, { group, cell }: Block): string {
  const table = tables.get(group ?? -1);
  return table?.heads.get((table.turned ? cell?.row : cell?.column) ?? -1) ?? "";
}

/** Who answers in a cell: the body that the head of its column names ("MPS response"), where it names one. */
export function bodyOfColumn(view: View, tables: Tables, block: Block): Person | null {
  const who = view.rules.read("reply-column", headOf(tables, block))?.groups?.who?.trim();
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

/** The cells of a cell's row or entry, with itself. */
export function cellsBeside(tables: Tables, { group, cell }: Block): readonly Block[] {
  const table = tables.get(group ?? -1);
  return (cell && table?.rows.get(entryOf(table, cell.row))) ?? [];
}

const entryOf = (table: Table, row: number): number => table.entries.get(row) ?? row;

/** Whether a cell, which may stand in several rows, stands in the row or the entry of another. */
export function standsBeside(tables: Tables, wide: Block, other: Block): boolean {
  if (wide.group !== other.group) return false;
  const table = tables.get(wide.group ?? -1);
  if (table?.turned) return entryOf(table, wide.cell!.row) === entryOf(table, other.cell!.row);
  return wide.cell!.row <= other.cell!.row && other.cell!.row < wide.cell!.row + (wide.cell!.rows ?? 1);
}
