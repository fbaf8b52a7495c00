import type { Person } from "../records/person.ts";
import { readIsoDay } from "./day.ts";
import { kindOfLine, readName } from "./people.ts";
import { addOnce } from "./questions.ts";
import {
  blockOf,
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

/** What a line is in a list of written questions and answers of a parliament. */
type Piece =
  | { is: "question"; asker: Person | null; number: string | null; words: number }
  | { is: "asker"; asker: Person; number: string | null }
  | { is: "answerer"; answerer: Person; words: number }
  | { is: "heading" }
  | { is: "words" };

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

function pieceAt(view: View, index: number, { segments, pending }: State): Piece {
  const { text } = view.lines[index]!;
  const asked = view.rules.read("to-ask", text);
  if (asked) {
    const { who = "" } = asked.groups!;
    const words = asked.groups!.before?.length ?? 0;
    return { is: "question", asker: personIn(view, who), number: numberIn(view, text), words };
  }
  const next = view.lines[index + 1]?.text ?? "";
  const asker = view.rules.shows(next, "to-ask") ? personIn(view, text) : null;
  if (asker) return { is: "asker", asker, number: numberIn(view, text) };
  const answerer = pending.length > 0 && segments.at(-1)?.kind === "question" ? answererIn(view, text) : null;
  if (answerer) return { is: "answerer", ...answerer };
  const { kind } = blockOf(view, index);
  return { is: kind === "heading" || kind === "title" ? "heading" : "words" };
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

/** "Ada Moss (Mill Hill) (Lab) [184402]": a name with what is in brackets after it. */
function personIn(view: View, text: string): Person | null {
  const bare = text
    .replace(/^\S*\d\S*\s+/, "")
    .replace(/\s*[([][^)\]]*[)\]]/g, "")
    .replace(/^(?:asked by|tabled by)\s*:?\s*|\s*:$/i, "")
    .trim();
  const name = readName(bare, view.rules);
  return name && kindOfLine(bare, view.rules) === "name" ? { name: name.name, role: null, organisation: null } : null;
}

const numberIn = (view: View, text: string): string | null =>
  view.rules.read("parliament-number", text)?.groups?.number ?? null;

/** Who answers: a name on its own, an office with the name in brackets, or either before the words of the answer. */
function answererIn(view: View, text: string): { answerer: Person; words: number } | null {
  const caption = view.rules.read("office-holder", text)?.groups;
  const label = view.rules.read("turn", text);
  const office = caption ? personIn(view, caption.name!) : null;
  if (office) return { answerer: { ...office, role: caption!.role!.trim() }, words: text.length };
  if (label?.groups && !view.rules.shows(label[0], "no-turn")) {
    const named = personIn(view, label.groups.who ?? "");
    const inBrackets = personIn(view, label.groups.role ?? "");
    const words = label[0].length;
    if (inBrackets) return { answerer: { ...inBrackets, role: label.groups.who ?? null }, words };
    return named ? { answerer: named, words } : null;
  }
  const named = isProse(text) ? null : personIn(view, text);
  if (named) return { answerer: named, words: text.length };
  return view.rules.shows(text, "answer-label")
    ? { answerer: { name: null, role: null, organisation: null }, words: text.length }
    : null;
}
