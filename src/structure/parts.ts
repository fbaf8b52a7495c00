import { once } from "../document/once.ts";
import type { PartKind } from "../records/part.ts";
import type { Person } from "../records/person.ts";
import { isDateLine } from "./date-line.ts";
import { readEmail } from "./email.ts";
import { type Frame, findFrames, frameWithout, titledFrames } from "./frame.ts";
import { readGathered } from "./gathered-answers.ts";
import { bestKind, scoreKinds } from "./kind.ts";
import { readLetter } from "./letter.ts";
import { readMinutedQuestions } from "./minuted-questions.ts";
import { readPaper } from "./paper.ts";
import { issuedIn, signatories } from "./paper-fields.ts";
import { askedLines, firstAsked, readAsked } from "./parliamentary-questions.ts";
import { isPlea, pleaIn, readPlea } from "./plea.ts";
import { askersInTables, asQuestions, withAskers } from "./question-table.ts";
import { addOnce, findQuestions, readQuestions } from "./questions.ts";
import { readRequestPage } from "./request-page.ts";
import { blocksIn } from "./statement.ts";
import { answersInTables, readTables } from "./table.ts";
import { findTabled, readTabled } from "./tabled-questions.ts";
import { readTranscript } from "./transcript.ts";
import { findTurns } from "./turns.ts";
import { typedExchange } from "./typed-exchange.ts";
import { blockOf, isProse, isWhole, type PartDraft, type Range, type View, within } from "./view.ts";

/** The parts of a document in order. What is furniture (a page's title over a letter, a list of downloads) is in none. */
export function findParts(view: View): PartDraft[] {
  const whole: Range = { from: 0, to: view.lines.length };
  if (whole.to === 0) return [];
  if (view.document.mediaType === "message/rfc822") return readEmail(view, whole);
  return partsIn(view, whole);
}

/** One question "To ask …" may be quoted anywhere; two are a list. */
const FEWEST_ASKED = 2;

/** Spoken questions are followed up: a debate has more turns to each than one that asks and one that answers. */
const TURNS_TO_A_QUESTION = 3;

function partsIn(view: View, range: Range): PartDraft[] {
  const questions = withAskers(view, range, findQuestions(view, range));
  const frames = once(() => findFrames(view, range));
  if (questions.length > 0 && !isInLetter(view, frames(), questions[0]!.number)) {
    const minuted = readMinutedQuestions(view, range, questions);
    if (minuted) return [minuted];
    return after(view, range, questions[0]!.title, (from) => readQuestions(view, { ...range, from }, questions));
  }
  const turns = findTurns(view, range);
  const asked = askedLines(view, range);
  const tabled = findTabled(view, range, asked);
  if (tabled.length > 0)
    return after(view, range, tabled[0]!.title, (from) => readTabled(view, { ...range, from }, tabled));
  if (asked.length >= FEWEST_ASKED && asked.length * TURNS_TO_A_QUESTION >= turns.length)
    return after(view, range, firstAsked(view, range.from, asked[0]!), (from) => readAsked(view, { ...range, from }));
  const isAlone = asked.length === 1 && turns.length <= TURNS_TO_A_QUESTION && frames().length === 0;
  const alone = isAlone ? readAlone(view, range, asked[0]!) : null;
  if (alone) return [alone];
  if (turns.length > 0 && !isTyped(view, range, turns.length))
    return after(view, range, turns[0]!.line, (from) => readTranscript(view, { ...range, from }, turns));
  // questions that stand in a letter are the letter's
  const listed = frames().length > 0 ? null : askedIn(view, range);
  if (listed || frames().length > 0) return listed ?? lettersIn(view, range, frames());
  return pleaIn(view, range) ?? lettersIn(view, range, titledFrames(view, range));
}

/** A page with one question "To ask …", asked at its head, that somebody named answers below; null where it is none. */
function readAlone(view: View, range: Range, asked: number): PartDraft | null {
  if (asked - range.from > TITLE_LINES) return null;
  const part = readAsked(view, range);
  return part.segments.some(({ kind, speaker }) => kind === "answer" && speaker?.name) ? part : null;
}

/** Whether a line stands in the body of a letter that is signed below it: what is asked there is the letter's matter. */
const isInLetter = (view: View, frames: readonly Frame[], line: number): boolean =>
  frames.some(
    ({ body }) => body.from <= line && line < body.to && view.rules.shows(view.lines[body.to]?.text ?? "", "sign-off"),
  );

/** Whether questions and answers are typed as such, below a title that says so, and at least so many of either. */
const isTyped = (view: View, range: Range, fewest = 0): boolean =>
  isTitled(view, range) && typedExchange(view, blocksIn(view, range)).size >= Math.max(FEWEST_ASKED * 2, fewest);

const isTitled = (view: View, { from, to }: Range): boolean =>
  within(view, { from, to: Math.min(to, from + TITLE_LINES) }).some(
    ({ line }) => !isProse(line.text) && view.rules.shows(line.text, "questions-title"),
  );

/** How many lines at the head of a list may bear the title that says what it is. */
const TITLE_LINES = 8;

/** Questions over their answers by number, beside them in a table, or typed one below the other under a title that says so; null where there are no such, or it shows that it is something else. */
function askedIn(view: View, range: Range): PartDraft[] | null {
  const gathered = readGathered(view, range);
  if (gathered) return [gathered];
  const requested = readRequestPage(view, range);
  if (requested) return [requested];
  const askers = askersInTables(view, range);
  if (!askers && !isTyped(view, range)) return null;
  const named = askers !== null && askers.length > 0;
  const titled = isTitled(view, range);
  if (
    !(named && titled) &&
    bestKind(scoreKinds(view, range), titled ? ["letter", "reply"] : [...PAPERS, "letter", "reply"])
  )
    return null;
  const paper = readPaper(view, range, "written-questions");
  if (askers) return inTable(view, range, { ...paper, askers });
  const asking: Person[] = [];
  for (const { kind, speaker } of paper.segments) if (kind === "question") addOnce(asking, speaker);
  return [{ ...paper, from: asking.length > 0 ? asking : paper.from }];
}

/** Questions beside their answers. What the public asks, the body that is named at the head answers. */
function inTable(view: View, range: Range, { askers, ...paper }: PartDraft & { askers: Person[] }): PartDraft[] {
  const head = within(view, { ...range, to: Math.min(range.to, range.from + TITLE_LINES) });
  const isPublic = head.some(({ line }) => view.rules.shows(line.text, "public-questions"));
  const to = paper.to.length === 0 && isPublic ? paper.from : paper.to;
  const answerer = to.length === 1 ? to[0]! : null;
  return [{ ...paper, from: askers, to, segments: asQuestions(view, range, paper.segments, answerer) }];
}

/** How far above a transcript or a list its own heading may begin, in lines. */
const HEADING_LINES = 8;

/** Where a transcript or a list begins that stands below something else: at "Appendix 1", or at its title with the day beside it, right above it. */
function headAbove(view: View, floor: number, first: number): number {
  const lines = within(view, { from: Math.max(floor, first - HEADING_LINES), to: first });
  const below = lines.slice(lines.findLastIndex(({ line }) => isProse(line.text)) + 1);
  const annex = below.find(({ line }) => view.rules.shows(line.text, "annex"));
  const title = below.findIndex(({ line }) => view.rules.shows(line.text, "transcript-title", "questions-title"));
  if (annex || title < 0) return annex?.index ?? first;
  return below[title - 1] && isDateLine(below[title - 1]!.line.text) ? below[title - 1]!.index : below[title]!.index;
}

/** A list or a transcript, with what stands before it a part of its own where it shows what it is (minutes, a covering letter). */
function after(view: View, { from }: Range, first: number, read: (from: number) => PartDraft): PartDraft[] {
  const begins = headAbove(view, from, first);
  const above = { from, to: begins };
  const prose = within(view, above).filter(({ line }) => isProse(line.text)).length;
  const frames = findFrames(view, above);
  const parts = prose < FEWEST_LINES && frames.length === 0 ? [] : lettersIn(view, above, frames);
  const known = parts.filter(({ kind }) => kind !== "other");
  return known.length > 0 ? [...known, read(begins)] : [read(from)];
}

/** The letters of a range, by their frames, and what stands between them. */
function lettersIn(view: View, range: Range, frames: readonly Frame[]): PartDraft[] {
  const out: PartDraft[] = [];
  let from = range.from;
  for (const frame of frames) {
    out.push(...papersIn(view, { from, to: frame.from }, true), readLetter(view, frame));
    from = frame.to;
  }
  out.push(...papersIn(view, { from, to: range.to }, frames.length > 0));
  return out;
}

const PAPERS: readonly PartKind[] = ["decision", "minutes", "report", "response"];

/** A name and an office at the end speak for a letter, but reports are signed as well. */
const SIGNED = 1.5;

/** A form that shows this clearly what it is has few lines of running text. */
const SURE = 4;

/** Below this many lines of running text, what stands before or after a letter is furniture unless it shows what it is. */
const FEWEST_LINES = 4;

/** What stands outside letters. Beside a letter it must show what it is; on its own it is a part whatever it is. */
function papersIn(view: View, range: Range, besideLetter: boolean): PartDraft[] {
  const lines = within(view, range);
  if (lines.length === 0) return [];
  const scores = scoreKinds(view, range);
  const best = bestKind(scores, besideLetter ? PAPERS : [...PAPERS, "other"]);
  if (besideLetter) {
    const prose = lines.filter(({ line, index }) => isProse(line.text) && blockOf(view, index).kind !== "note");
    if (!best && prose.length > 0 && isPlea(view, range))
      return [
        signatories(view, range.to).length > 0 ? readLetter(view, frameWithout(view, range)) : readPlea(view, range),
      ];
    if (best && (prose.length >= FEWEST_LINES || (best.kind === "decision" && best.score >= SURE)))
      return [readPaper(view, range, best.kind)];
    return prose.length >= FEWEST_ASKED && !best && bestKind(scores, ["letter"])
      ? [readLetter(view, frameWithout(view, range))]
      : [];
  }
  if (signatories(view, range.to).length > 0) scores.set("letter", (scores.get("letter") ?? 0) + SIGNED);
  const letter = bestKind(scores, ["letter", "reply"]);
  if (letter && letter.score > (best?.score ?? 0)) return [readLetter(view, frameWithout(view, range))];
  const answers = !best && answersInTables(readTables(view, blocksIn(view, range)));
  if (best?.kind === "minutes") return minutesIn(view, range);
  if (best?.kind === "report") return reportIn(view, range);
  return [readPaper(view, range, best?.kind ?? (answers ? "response" : "other"))];
}

/** A report, and the response to it where that is printed as an appendix ("Appendix A: response of the Chief Fire Officer"). */
function reportIn(view: View, range: Range): PartDraft[] {
  const appendix = within(view, { ...range, from: range.from + 1 }).find(
    ({ line, index }) =>
      isWhole(view, index) &&
      blockOf(view, index).kind !== "contents" &&
      view.rules.shows(line.text, "annex") &&
      view.rules.holds("responding", line.text),
  )?.index;
  const below = appendix === undefined ? [] : within(view, { from: appendix + 1, to: range.to });
  if (appendix === undefined || below.filter(({ line }) => isProse(line.text)).length < FEWEST_ASKED)
    return [readPaper(view, range, "report")];
  const report = readPaper(view, { ...range, to: appendix }, "report");
  return [report, readPaper(view, { ...range, from: appendix }, "response")];
}

/** Minutes, and the log of actions printed under them where it bears a day of its own: it goes on from meeting to meeting. */
function minutesIn(view: View, range: Range): PartDraft[] {
  const log = within(view, { ...range, from: range.from + 1 }).find(
    ({ line, index }) => view.rules.shows(line.text, "log-heading") && isWhole(view, index),
  );
  const own = log && { from: log.index, to: Math.min(log.index + LOG_HEAD, range.to) };
  if (!own || issuedIn(view, own) === null) return [readPaper(view, range, "minutes")];
  const minutes = readPaper(view, { ...range, to: own.from }, "minutes");
  const kept = readPaper(view, { ...range, from: own.from }, "other");
  return [minutes, { ...kept, from: kept.from.length > 0 ? kept.from : minutes.from, subject: log.line.text }];
}

/** The heading of a log, and what it says of itself above its table, in lines. */
const LOG_HEAD = 4;
