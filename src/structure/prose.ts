import type { Block } from "../document/document.ts";
import { firstEndingAfter } from "../document/span.ts";
import type { Span } from "../records/anchor.ts";
import type { Person } from "../records/person.ts";
import type { SetPieces } from "./actions.ts";
import { afterLabel, isAside, isReplyLabel, saysReply } from "./reply-label.ts";
import { blocksIn } from "./statement.ts";
import { POINTER } from "./statement-extent.ts";
import { codeOf, type Statement } from "./statement-label.ts";
import {
  bodyOfColumn,
  dueOf,
  isVerdict,
  readTables,
  roleOfCell,
  rowOf,
  standsAlone,
  standsBeside,
  type Tables,
} from "./table.ts";
import { typedExchange } from "./typed-exchange.ts";
import type { TypedRecords } from "./typed-records.ts";
import { type Range, type SegmentDraft, segmentOf, textOf, type View } from "./view.ts";

/**
 * How the prose of a part is read: its statements, whether what stands under them answers them (all of it, or only what is `labelled` as an
 * answer, as in a report that prints its management's responses), and what is set by itself.
 */
export type Reading = {
  statements: readonly Statement[];
  replies: boolean | "labelled";
  pieces?: SetPieces;
  records?: TypedRecords;
};

/** The state on the way down a part: the statements not yet reached, those that the next words answer, and whether they have an answer. */
type Way = {
  segments: SegmentDraft[];
  upcoming: Statement[];
  open: number[];
  answered: boolean;
  level: number;
  labelAt: number;
  bare: Statement | null;
  tables: Tables;
  /** The cells of statements, and of answers that stand in several rows or before what they answer, by their segment's index. */
  cells: Map<number, Block>;
};

/** What stands in some ranges of lines, as segments: statements as given, what is under them where they are answered, and the rest. */
export function proseOf(
  view: View,
  ranges: readonly Range[],
  { statements, replies, pieces, records }: Reading,
): SegmentDraft[] {
  const blocks = ranges.flatMap((range) => blocksIn(view, range));
  const tables = readTables(view, blocks);
  const way: Way = {
    tables,
    segments: [],
    upcoming: outside(records, statements),
    open: [],
    answered: false,
    level: 0,
    labelAt: 0,
    bare: null,
    cells: new Map(),
  };
  const exchange = typedExchange(view, blocks);
  for (const block of blocks) {
    const fields = records?.get(block);
    if (fields) {
      addRecord(way, fields);
      continue;
    }
    if (readStatements(way, block, dueOfStatement(tables, block))) {
      readInLine(view, way, block);
      way.labelAt = labelAfter(view, blocks, way, replies);
      continue;
    }
    if (replies === true && isAside(view, block)) continue;
    const piece = pieces?.get(block);
    for (const each of [piece ?? []].flat()) append(way.segments, each);
    if (piece !== undefined) continue;
    const said = exchange.get(block);
    const follows = ["question", "statement"].includes(way.segments.at(-1)?.kind ?? "");
    if (said && (said.kind === "question" || follows)) {
      const answers = said.kind === "answer" ? [way.segments.length - 1] : [];
      const who = said.kind === "question" ? { speaker: said.asker } : { addressee: said.asker };
      way.segments.push(
        segmentOf(said.kind, { start: said.start, end: block.end }, { label: said.label, answers, ...who }),
      );
      continue;
    }
    const role = roleOfCell(tables, block);
    const kind = role === undefined || role === "reply" || role === "action" ? kindOfBlock(view, block) : null;
    if (kind === null || (role === "reply" && !SAYS.test(textOf(view, block)))) continue;
    const label = role === "reply" && replies === true ? labelOfRow(view, tables, block) : null;
    if (label !== null) {
      append(way.segments, segmentOf("reply", block, { label, due: dueOf(tables, block) }));
      continue;
    }
    if (role === "reply" && (rowOf(tables, block).get("statement")?.start ?? 0) > block.start) {
      const said = { speaker: bodyOfColumn(view, tables, block), due: dueOf(tables, block) };
      way.cells.set(way.segments.push(segmentOf("reply", block, said)) - 1, block);
      continue;
    }
    const unlabelled = replies === "labelled" && role !== "reply" && !isLabelled(view, way, block);
    if (kind === "note" || unlabelled || !(replies || role === "reply") || !answersHere(view, way, block))
      append(way.segments, segmentOf(kind, block));
    else
      readReply(view, way, block, {
        speaker: bodyOfColumn(view, tables, block),
        due: role === "reply" ? dueOf(tables, block) : [],
      });
  }
  return way.segments;
}

/** The statements that begin in no typed record, each as far as the next one. */
function outside(records: TypedRecords | undefined, statements: readonly Statement[]): Statement[] {
  const typed = [...(records?.keys() ?? [])];
  return statements.flatMap((statement) => {
    const { at, span } = statement;
    const next = typed[firstEndingAfter(typed, at)];
    if (!next || next.start >= span.end) return [statement];
    return next.start <= span.start ? [] : [{ ...statement, span: { ...span, end: next.start } }];
  });
}

/** What is typed in fields: its answers are to the statement before them. */
function addRecord(way: Way, fields: readonly SegmentDraft[]): void {
  way.open = [];
  way.bare = null;
  for (const segment of fields) {
    const before = () => way.segments.findLastIndex(({ kind }) => kind === "statement");
    way.segments.push(segment.kind === "reply" ? { ...segment, answers: [before()] } : segment);
  }
}

/** What stands right behind the number of a recommendation that is set out elsewhere answers it. */
function readInLine(view: View, way: Way, block: Block): void {
  const end = way.segments.at(-1)?.end ?? block.end;
  const rest = view.document.text.slice(end, block.end).trimStart();
  const from = way.bare?.span.end ?? (saysReply(view, rest) ? block.end - rest.length : block.end);
  if (from > block.start && from < block.end)
    readReply(view, way, { ...block, start: from, body: from }, { speaker: null, due: [] });
}

/** Whether a block of a report is the answer that a label announced below the last statement: the label, and the sentences under it. */
function isLabelled(view: View, way: Way, block: Block): boolean {
  if (way.labelAt === 0 || block.start < way.labelAt) return false;
  const text = textOf(view, block);
  const tells = SENTENCE.test(text) || view.rules.shows(text, "plain-verdict");
  const said = saysReply(view, text) || (block.kind !== "heading" && tells);
  if (!said) way.labelAt = 0;
  return said;
}

const SENTENCE = /^[\p{Lu}\d£"“'‘(•].*[.?!;]["'”’)]*$/su;

/** A cell with a dash or a letter alone is no answer, but for "Y" and "N". */
const SAYS = /\p{L}{2}|^[YN]\.?$/u;

/** The number in whose row an answer stands, where what bears that number is set out elsewhere; else null. */
function labelOfRow(view: View, tables: Tables, block: Block): string | null {
  const row = rowOf(tables, block);
  const number = row.has("statement") ? undefined : row.get("label");
  return number ? codeOf(view, textOf(view, number)) : null;
}

/** By when a row wants what it recommends; beside an answer the day is the answer's. */
const dueOfStatement = (tables: Tables, block: Block): readonly Span[] =>
  roleOfCell(tables, block) === "statement" && !rowOf(tables, block).has("reply") ? dueOf(tables, block) : [];

/** Takes the statements that begin in a block; whether the block is theirs. */
function readStatements(way: Way, block: Block, due: readonly Span[]): boolean {
  let theirs = false;
  while (way.upcoming[0] && way.upcoming[0].at < block.end) {
    const statement = way.upcoming[0];
    theirs = true;
    if (statement.at >= block.start) {
      if (way.answered || way.bare) Object.assign(way, { open: [], answered: false });
      way.bare = statement.bare ? statement : null;
      way.level = block.kind === "heading" ? block.level : 7;
      if (!statement.bare) addStatement(way, { ...statement, due }, block);
    }
    if (statement.span.end > block.end) break;
    way.upcoming.shift();
  }
  return theirs;
}

type Due = Pick<SegmentDraft, "due">;

function addStatement({ open, segments, cells, tables }: Way, statement: Statement & Due, block: Block): void {
  const { span, label, heading, due } = statement;
  const index = segments.length;
  open.push(index);
  segments.push(segmentOf("statement", span, { label, heading, due }));
  if (!block.cell) return;
  for (const [reply, cell] of cells)
    if (segments[reply]!.kind === "reply" && standsBeside(tables, cell, block))
      segments[reply] = { ...segments[reply]!, answers: [...segments[reply]!.answers, index] };
  cells.set(index, block);
}

/** Which of the open statements a cell answers: in a table those of its own row, or the last above it. */
function answeredBy({ open, cells, tables }: Way, block: Block): number[] {
  if (!block.cell) return open;
  const beside = open.filter((index) => cells.has(index) && standsBeside(tables, cells.get(index)!, block));
  return beside.length > 0 ? beside : open.slice(-1);
}

/** Where a label such as "Response:" stands before the next statement: what comes before it explains the statement. */
function labelAfter(
  view: View,
  blocks: readonly Block[],
  { segments, upcoming, tables }: Way,
  replies: Reading["replies"],
): number {
  const from = segments.at(-1)?.end ?? 0;
  const to = upcoming[0]?.at ?? Number.POSITIVE_INFINITY;
  const says = (block: Block) =>
    replies === "labelled" ? saysReply(view, textOf(view, block)) : isReplyLabel(view, block);
  const isLabel = (block: Block) => says(block) && roleOfCell(tables, block) !== null;
  for (let at = firstEndingAfter(blocks, from); at < blocks.length && blocks[at]!.end <= to; at++)
    if (blocks[at]!.start >= from && isLabel(blocks[at]!)) return blocks[at]!.start;
  return 0;
}

/** Whether a block may be an answer to the statements above it. A heading as high as theirs, the next conclusion, or closing words, end the answers. */
function answersHere(view: View, way: Way, block: Block): boolean {
  const cell = way.cells.get(way.open.at(-1) ?? -1);
  if (!block.cell && cell && !standsAlone(way.tables, cell)) way.open = [];
  if ((way.open.length === 0 && !way.bare) || block.start < way.labelAt) return false;
  if (leadsToAsked(view, way, block)) return false;
  const ends =
    block.kind === "heading"
      ? block.level < way.level && !isReplyLabel(view, block) && !isVerdict(view, textOf(view, block))
      : view.rules.shows(textOf(view, block), "closing", "conclusion-label") ||
        (block.label !== null && POINTER.test(textOf(view, block)));
  if (ends && (way.answered || block.kind === "heading")) Object.assign(way, { open: [], bare: null });
  return !ends;
}

/** Whether a block says that what is set out right under it was asked as well: it answers nothing. */
const leadsToAsked = (view: View, { upcoming }: Way, block: Block): boolean =>
  upcoming[0] !== undefined && upcoming[0].at - block.end <= 2 && view.rules.shows(textOf(view, block), "asked-lead");

function readReply(view: View, way: Way, block: Block, said: Due & { speaker: Person | null }): void {
  const span = afterLabel(view, block);
  if (span === null) return;
  const under = way.bare && { label: way.bare.label, heading: way.bare.heading };
  append(way.segments, segmentOf("reply", span, { answers: answeredBy(way, block), ...said, ...under }));
  if (block.cell?.rows) way.cells.set(way.segments.length - 1, block);
  way.answered = true;
}

/** A note whose mark is part of the text, where the format tells no notes. */
const NOTE = /^[¹²³⁰⁴-⁹]+\s?\S/;

function kindOfBlock(view: View, block: Block): SegmentDraft["kind"] | null {
  if (block.kind === "title" || block.kind === "contents") return null;
  if (block.kind === "note" || NOTE.test(textOf(view, block))) return "note";
  return block.kind === "quotation" ? "quoted" : "prose";
}

/** A segment goes on where the same voice goes on, with nothing left out in between (blocks stand two characters apart at most). */
function append(segments: SegmentDraft[], next: SegmentDraft): void {
  const last = segments.at(-1);
  const same =
    last &&
    last.kind === next.kind &&
    next.kind !== "note" &&
    next.kind !== "action" &&
    next.start - last.end <= 2 &&
    sameAnswers(last, next);
  if (same) segments[segments.length - 1] = { ...last, end: next.end };
  else segments.push(next);
}

const sameAnswers = (a: SegmentDraft, b: SegmentDraft): boolean =>
  a.label === b.label &&
  a.speaker?.organisation === b.speaker?.organisation &&
  a.answers.length === b.answers.length &&
  a.answers.every((each, index) => each === b.answers[index]);
