import type { Block } from "../document/document.ts";
import { firstEndingAfter } from "../document/span.ts";
import type { Span } from "../records/anchor.ts";
import type { Person } from "../records/person.ts";
import { kindOfLine } from "./people.ts";
import { type Entry, partyIn } from "./question-heads.ts";
import { addOnce } from "./questions.ts";
import { blocksIn } from "./statement.ts";
import { readTables, type Table } from "./table.ts";
import { blockOf, type Range, type SegmentDraft, textOf, type View } from "./view.ts";

/**
 * The segments of a paper whose tables set questions beside their answers: what is asked there is a question, by whoever the row names, and what
 * answers it an answer, by `answerer` where no column says by whom. Running text around a table (how to ask) is in none, as in other lists of questions.
 */
export function asQuestions(
  view: View,
  range: Range,
  segments: readonly SegmentDraft[],
  answerer: Person | null,
): SegmentDraft[] {
  const askers = new Map<number, Person | null>();
  for (const { heads, rows } of questionTables(view, range))
    for (const cells of rows.values()) {
      const asker = askerOf(view, heads, cells);
      for (const { start } of cells) askers.set(start, asker);
    }
  const cells = blocksIn(view, range).filter(({ start }) => askers.has(start));
  const askedBy = ({ start }: Span): Person | null => {
    const cell = cells[firstEndingAfter(cells, start)];
    return (cell && cell.start <= start && askers.get(cell.start)) || null;
  };
  const kept = [...segments.keys()].filter((index) => segments[index]!.kind !== "prose");
  const places = new Map(kept.map((index, place) => [index, place]));
  return kept.map((index) => {
    const segment = segments[index]!;
    const answers = segment.answers.map((each) => places.get(each)!);
    if (segment.kind === "statement") return { ...segment, answers, kind: "question", speaker: askedBy(segment) };
    if (segment.kind !== "reply") return { ...segment, answers };
    return { ...segment, answers, kind: "answer", speaker: segment.speaker ?? answerer, addressee: askedBy(segment) };
  });
}

/** Those who ask in the tables of a range of lines that set questions beside their answers; null where there is no such table. */
export function askersInTables(view: View, range: Range): Person[] | null {
  const asked = questionTables(view, range);
  if (asked.length === 0) return null;
  const askers: Person[] = [];
  for (const { heads, rows, headed } of asked)
    for (const [row, cells] of rows) if (!headed || row > 0) addOnce(askers, askerOf(view, heads, cells));
  return askers;
}

/** Questions of a list that is a table, each with whoever its row names. */
export function withAskers(view: View, range: Range, entries: readonly Entry[]): Entry[] {
  const inCell = entries.some(({ number }) => blockOf(view, number).cell);
  if (!inCell) return [...entries];
  const askers = new Map<string, Person | undefined>();
  for (const { heads, rows } of questionTables(view, range))
    for (const [row, cells] of rows) askers.set(`${cells[0]!.group} ${row}`, askerOf(view, heads, cells) ?? undefined);
  return entries.map((entry) => {
    const { group, cell } = blockOf(view, entry.number);
    return { ...entry, asker: entry.asker ?? (cell ? askers.get(`${group} ${cell.row}`) : undefined) };
  });
}

/** The tables of a range of lines that set questions beside their answers. */
const questionTables = (view: View, range: Range): Table[] =>
  [...readTables(view, blocksIn(view, range)).values()].filter(
    ({ roles, heads }) =>
      [...roles.values()].includes("reply") &&
      [...heads].some(
        ([column, head]) => roles.get(column) === "statement" && view.rules.shows(head, "question-column"),
      ),
  );

/** Who asks in a row: who is named in the column for it. */
function askerOf(view: View, heads: Table["heads"], cells: readonly Block[]): Person | null {
  const named = cells.find(({ cell }) => view.rules.shows(heads.get(cell!.column) ?? "", "asker-column"));
  if (!named) return null;
  const text = textOf(view, named);
  const isBody = !text.includes(",") && kindOfLine(text, view.rules) === "organisation";
  return isBody ? { name: null, role: null, organisation: text } : partyIn(view, text);
}
