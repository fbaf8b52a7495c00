import type { Person } from "../records/person.ts";
import { readIsoDay } from "./day.ts";
import { type Piece, pieceAt } from "./parliamentary-line.ts";
import { kindOfLine } from "./people.ts";
import { addOnce } from "./questions.ts";
import {
  isProse,
  type PartDraft,
  partOf,
  type Range,
  type SegmentDraft,
  segmentOf,
  spanOf,
  type View,
  within,
} from "./view.ts";

/** The lines on which questions begin that say in a parliament's way that they ask ("To ask the Secretary of State …"). */
export const askedLines = (view: View, range: Range): number[] =>
  within(view, range)
    .filter(({ line }) => view.rules.shows(line.text, "to-ask"))
    .map(({ index }) => index);

/** Where the list begins: with the headings and the asker's line over its first question. */
export function firstAsked(view: View, floor: number, asked: number): number {
  let at = asked;
  while (at > floor && !isProse(view.lines[at - 1]!.text)) at--;
  return at;
}

type State = {
  segments: SegmentDraft[];
  /** The questions that the next answer answers. */
  pending: number[];
  asker: Person | null;
  number: string | null;
  answerer: Person | null;
  department: string | null;
  heading: string | null;
};

/** Questions "To ask …" with the names of those who ask and answer on lines of their own or before the words. */
export function readAsked(view: View, range: Range): PartDraft {
  const state: State = {
    segments: [],
    pending: [],
    asker: null,
    number: null,
    answerer: null,
    department: null,
    heading: null,
  };
  const askers: Person[] = [];
  const answerers: Person[] = [];
  const first = askedLines(view, range)[0]!;
  for (const { index } of within(view, range)) {
    const piece = pieceAt(view, index, state);
    take(view, state, index, piece);
    if (piece.is === "question") addOnce(askers, state.asker);
    if (piece.is === "answerer") addOnce(answerers, state.answerer);
  }
  const head = within(view, { from: range.from, to: first }).map(({ line }) => line.text);
  return partOf("written-questions", spanOf(view, range), state.segments, {
    date:
      [...head.map(readIsoDay), readIsoDay(view.document.metadata.published ?? "")].find((day) => day !== null) ?? null,
    from: askers,
    to: answerers,
    subject: head.find((text) => view.rules.shows(text, "questions-title")) ?? view.document.title ?? head[0] ?? null,
  });
}

function take(view: View, state: State, index: number, piece: Piece): void {
  const { text, start, end } = view.lines[index]!;
  const last = state.segments.at(-1);
  if (piece.is === "heading") {
    if (!text.includes(":") && kindOfLine(text, view.rules) === "organisation") state.department = text;
    else state.heading = text;
    state.pending = [];
    state.answerer = null;
  } else if (piece.is === "asker") {
    Object.assign(state, { asker: piece.asker, number: piece.number, answerer: null });
    if (last?.kind === "answer") state.pending = [];
  } else if (piece.is === "question") {
    if (last?.kind === "answer") state.pending = [];
    state.asker = piece.asker ?? state.asker;
    state.pending.push(state.segments.length);
    const fields = { label: piece.number ?? state.number, heading: state.heading, speaker: state.asker };
    state.segments.push(segmentOf("question", { start: start + piece.words, end }, fields));
    state.answerer = null;
  } else if (piece.is === "answerer") {
    state.answerer = { ...piece.answerer, organisation: piece.answerer.organisation ?? state.department };
    if (piece.words < text.length) addAnswer(state, { start: start + piece.words, end });
  } else if (state.answerer && last) addAnswer(state, { start, end });
  else if (last?.kind === "question" && state.pending.length > 0) last.end = end;
}

/** What is said on in an answer, or its first words. */
function addAnswer(state: State, span: { start: number; end: number }): void {
  const last = state.segments.at(-1)!;
  if (last.kind === "answer") {
    last.end = span.end;
    return;
  }
  const { asker, answerer, heading, pending } = state;
  for (const each of pending) state.segments[each]!.addressee = answerer;
  const fields = {
    speaker: answerer,
    addressee: asker,
    heading,
    answers: pending,
    label: state.segments[pending[0]!]!.label,
  };
  state.segments.push(segmentOf("answer", span, fields));
}
