import type { Span } from "../records/anchor.ts";
import type { PartKind } from "../records/part.ts";
import type { SetPieces } from "./actions.ts";
import { type Frame, isFirstLetter } from "./frame.ts";
import { scoreKinds } from "./kind.ts";
import { openingOf, readDate, readInReplyTo, readOwnReferences, readSubject } from "./letter-fields.ts";
import { readCorrespondents } from "./letter-people.ts";
import { proseOf } from "./prose.ts";
import { findStatements, type Taken } from "./statement.ts";
import {
  blockOf,
  endsAsking,
  type PartDraft,
  partOf,
  type Range,
  type SegmentDraft,
  spanOf,
  type View,
  within,
  wordCount,
} from "./view.ts";

/** What the headers of a message say, and which of its lines are another's. */
export type Sent = {
  date: string | null;
  subject: string | null;
  skip?: ((view: View, line: number) => boolean) | undefined;
};

/** A letter, a reply or a formal response in the form of a letter. */
export function readLetter(view: View, frame: Frame, sent: Sent | null = null): PartDraft {
  const date = sent?.date ?? readDate(view, frame);
  const { subject: own, bodyFrom } = readSubject(view, frame);
  const subject = sent?.subject ?? own;
  const inReplyTo = readInReplyTo(view, frame, date);
  const body = { from: Math.min(bodyFrom, frame.body.to), to: frame.body.to };
  const ranges = [body, frame.annex].filter(({ from, to }) => from < to);
  const found = (taken: Taken) => ranges.flatMap((range) => findStatements(view, range, taken));
  const kind = kindOf(view, frame, {
    subject: subject ?? "",
    answers: answersIn(view, frame, inReplyTo !== null),
    statements: found("boxes").filter(({ span }) => !isAsked(view, span)).length,
  });
  const statements = found(kind === "response" ? "boxes" : kind === "reply" ? "questions" : "labels");
  const tail = { from: frame.signature.to, to: frame.annex.from };
  const notes = proseOf(view, [tail], { statements: [], replies: false }).filter((segment) => segment.kind === "note");
  const voices = proseOf(view, ranges, {
    statements,
    replies: kind !== "letter",
    pieces: skipped(view, ranges, sent?.skip),
  });
  const said = voices.map((voice) => between(view, frame.body, voice));
  return partOf(kind, spanOf(view, frame), [...said, ...notes], {
    date,
    subject: subject ?? titleOver(view, frame),
    inReplyTo,
    ownReferences: readOwnReferences(view, [frame.head, frame.signature]),
    ...readCorrespondents(view, frame),
  });
}

/** What is said in a body whose first or last block holds the greeting or the farewell as well, without these. */
function between(view: View, { from, to }: Range, voice: SegmentDraft): SegmentDraft {
  const [first, close] = [view.lines[from], view.lines[to]];
  if (from >= to || !first || (close && voice.start >= close.start)) return voice;
  const end = close && voice.end > close.start ? view.lines[to - 1]!.end : voice.end;
  return { ...voice, start: Math.max(voice.start, first.start), end };
}

/** What is put as a question is no recommendation, wherever it is set out. */
const isAsked = (view: View, { start, end }: Span): boolean =>
  endsAsking(view.document.text.slice(start, end).trimEnd());

/** What a letter that names another's, in its opening or by its reference, says for being a reply: letters bear "Your ref" that answer nothing. */
function answersIn(view: View, frame: Frame, names: boolean): number {
  if (openingOf(view, frame.body).some((words) => view.rules.shows(words, "answers-letter"))) return 2;
  return names ? 1 : 0;
}

/** `answers` is in the measure of the signals of kinds. */
type Told = { subject: string; answers: number; statements: number };

/** A response says that it answers a report or sets out its recommendations; a reply says what it answers, or sets out what was asked. */
function kindOf(view: View, frame: Frame, { subject, answers, statements }: Told): PartKind {
  const said = { titles: [subject, ...headingsOver(view, frame)], opening: openingOf(view, frame.body) };
  const scores = scoreKinds(view, frame, said);
  const toLetter =
    answers > 1 &&
    statements === 0 &&
    !view.rules.holds("recommending", `${subject} ${said.titles.join(" ")} ${said.opening.join(" ")}`);
  if (!toLetter && (scores.get("response") ?? 0) + Math.min(statements, 2) >= 3) return "response";
  const setsOut = said.opening.some((words) => view.rules.shows(words, "asked-lead")) ? 2 : 0;
  const reply = (scores.get("reply") ?? 0) + Math.max(answers, setsOut);
  return reply >= 2 ? "reply" : "letter";
}

/** The headings in a letter's head: "Response", "Letter from the Panel". */
const headingsOver = (view: View, { head }: Frame): string[] =>
  within(view, head)
    .filter(({ index }) => blockOf(view, index).kind === "heading")
    .map(({ line }) => line.text);

/** The title of the page over its first letter, where the letter has no subject of its own. */
function titleOver(view: View, frame: Frame): string | null {
  if (!isFirstLetter(view, frame)) return null;
  const over = within(view, { from: 0, to: frame.salutation ?? frame.body.from });
  const title = over.find(({ index, line }) => blockOf(view, index).kind === "title" && wordCount(line.text) > 3);
  return title?.line.text ?? null;
}

/** The blocks of another's lines, left out. */
function skipped(view: View, ranges: readonly Range[], skip: Sent["skip"]): SetPieces {
  const lines = skip ? ranges.flatMap((range) => within(view, range)).filter(({ index }) => skip(view, index)) : [];
  return new Map(lines.map(({ index }) => [blockOf(view, index), null]));
}
