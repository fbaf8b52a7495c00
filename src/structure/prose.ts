import type { Block } from "../document/document.ts";
import type { Span } from "../records/anchor.ts";
import type { Person } from "../records/person.ts";
import type { SetPieces } from "./actions.ts";
import { blocksIn, type Statement } from "./statement.ts";
import { bodyOfColumn, readTables, roleOfCell } from "./table.ts";
import { type Range, type SegmentDraft, segmentOf, type View } from "./view.ts";

/** How the prose of a part is read: its statements, whether what stands under them answers them, and what is set by itself. */
export type Reading = { statements: readonly Statement[]; replies: boolean; pieces?: SetPieces };

/** The state on the way down a part: the statements not yet reached, those that the next words answer, and whether they have an answer. */
type Way = {
  segments: SegmentDraft[];
  upcoming: Statement[];
  open: number[];
  answered: boolean;
  level: number;
  labelAt: number;
  bare: Statement | null;
};

/** What stands in some ranges of lines, as segments: statements as given, what is under them where they are answered, and the rest. */
export function proseOf(
  view: View,
  ranges: readonly Range[],
  { statements, replies, pieces }: Reading,
): SegmentDraft[] {
  const way: Way = {
    segments: [],
    upcoming: [...statements],
    open: [],
    answered: false,
    level: 0,
    labelAt: 0,
    bare: null,
  };
  const blocks = ranges.flatMap((range) => blocksIn(view, range));
  const tables = readTables(view, blocks);
  for (const block of blocks) {
    if (readStatements(way, block)) {
      way.labelAt = labelAfter(view, blocks, way);
      continue;
    }
    const piece = pieces?.get(block);
    if (piece) append(way.segments, piece);
    if (piece !== undefined) continue;
    const role = roleOfCell(tables, block);
    const kind = role === undefined || role === "reply" ? kindOfBlock(view, block) : null;
    if (kind === null) continue;
    if (kind === "note" || !replies || !answersHere(view, way, block)) append(way.segments, segmentOf(kind, block));
    else readReply(view, way, block, bodyOfColumn(view, tables, block));
  }
  return way.segments;
}

/** Takes the statements that begin in a block; whether the block is theirs. */
function readStatements(way: Way, block: Block): boolean {
  let theirs = false;
  while (way.upcoming[0] && way.upcoming[0].at < block.end) {
    const statement = way.upcoming[0];
    theirs = true;
    if (statement.at >= block.start) {
      if (way.answered || way.bare) Object.assign(way, { open: [], answered: false });
      way.bare = statement.bare ? statement : null;
      way.level = block.kind === "heading" ? block.level : 7;
      if (!statement.bare) addStatement(way, statement);
    }
    if (statement.span.end > block.end) break;
    way.upcoming.shift();
  }
  return theirs;
}

function addStatement(way: Way, { span, label, heading }: Statement): void {
  way.open.push(way.segments.length);
  way.segments.push(segmentOf("statement", span, { label, heading }));
}

/** Where a label such as "Response:" stands before the next statement: what comes before it explains the statement. */
function labelAfter(view: View, blocks: readonly Block[], { segments, upcoming }: Way): number {
  const from = segments.at(-1)?.end ?? 0;
  const to = upcoming[0]?.at ?? Number.POSITIVE_INFINITY;
  return blocks.find((block) => block.start >= from && block.end <= to && isReplyLabel(view, block))?.start ?? 0;
}

/** Whether a block may be an answer to the statements above it. A heading as high as theirs, or closing words, end the answers. */
function answersHere(view: View, way: Way, block: Block): boolean {
  if ((way.open.length === 0 && !way.bare) || block.start < way.labelAt) return false;
  const ends =
    block.kind === "heading"
      ? block.level < way.level && !isReplyLabel(view, block)
      : view.rules.shows(wordsOf(view, block), "closing");
  if (ends && (way.answered || block.kind === "heading")) Object.assign(way, { open: [], bare: null });
  return !ends;
}

function readReply(view: View, way: Way, block: Block, speaker: Person | null): void {
  const span = afterLabel(view, block);
  if (span === null) return;
  const under = way.bare && { label: way.bare.label, heading: way.bare.heading };
  append(way.segments, segmentOf("reply", span, { answers: way.open, speaker, ...under }));
  way.answered = true;
}

const wordsOf = (view: View, block: Block): string => view.document.text.slice(block.start, block.end);

const isReplyLabel = (view: View, block: Block): boolean => view.rules.shows(wordsOf(view, block), "reply-label");

/** A block without "Response:" before its words; null where there are no more words. */
function afterLabel(view: View, block: Block): Span | null {
  const label = view.rules.read("reply-label", wordsOf(view, block));
  const start = block.start + (label?.[0].length ?? 0);
  return start < block.end ? { start, end: block.end } : null;
}

/** A note whose mark is part of the text, where the format tells no notes. */
const NOTE = /^[¹²³⁰⁴-⁹]+\s?\S/;

function kindOfBlock(view: View, block: Block): SegmentDraft["kind"] | null {
  if (block.kind === "title" || block.kind === "contents") return null;
  if (block.kind === "note" || NOTE.test(wordsOf(view, block))) return "note";
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
