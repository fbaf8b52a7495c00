import type { PartKind } from "../records/part.ts";
import { readEmail } from "./email.ts";
import { findFrames, frameWithout } from "./frame.ts";
import { bestKind, scoreKinds } from "./kind.ts";
import { readLetter } from "./letter.ts";
import { readPaper } from "./paper.ts";
import { findQuestions, readQuestions } from "./questions.ts";
import { readTranscript } from "./transcript.ts";
import { findTurns, type Turn } from "./turns.ts";
import { blockOf, isProse, type PartDraft, type Range, type View, within } from "./view.ts";

/** The parts of a document in order. What is furniture (a page's title over a letter, a list of downloads) is in none. */
export function findParts(view: View): PartDraft[] {
  const whole: Range = { from: 0, to: view.lines.length };
  if (whole.to === 0) return [];
  if (view.document.mediaType === "message/rfc822") return readEmail(view, whole);
  return partsIn(view, whole);
}

function partsIn(view: View, whole: Range): PartDraft[] {
  const questions = findQuestions(view, whole);
  if (questions.length > 0) return [readQuestions(view, whole, questions)];
  const turns = findTurns(view, whole);
  if (turns.length > 0) return withTurns(view, whole, turns);
  const frames = findFrames(view, whole);
  const out: PartDraft[] = [];
  let from = 0;
  for (const frame of frames) {
    out.push(...papersIn(view, { from, to: frame.from }, frames.length > 0));
    out.push(readLetter(view, frame));
    from = frame.to;
  }
  out.push(...papersIn(view, { from, to: whole.to }, frames.length > 0));
  return out;
}

const PAPERS: readonly PartKind[] = ["decision", "minutes", "report", "response"];

/** Below this many lines of running text, what stands before or after a letter is furniture unless it shows what it is. */
const FEWEST_LINES = 4;

/** What stands outside letters. Beside a letter it must show what it is; on its own it is a part whatever it is. */
function papersIn(view: View, range: Range, besideLetter: boolean): PartDraft[] {
  const lines = within(view, range);
  if (lines.length === 0) return [];
  const scores = scoreKinds(view, range);
  const best = bestKind(scores, PAPERS);
  if (besideLetter) {
    const prose = lines.filter(({ line, index }) => isProse(line.text) && blockOf(view, index).kind !== "note");
    return best && prose.length >= FEWEST_LINES ? [readPaper(view, range, best.kind)] : [];
  }
  const letter = bestKind(scores, ["letter", "reply"]);
  if (letter && letter.score > (best?.score ?? 0)) return [readLetter(view, frameWithout(view, range))];
  return [readPaper(view, range, best?.kind ?? "other")];
}

/** A transcript, with what stands before it a part of its own where it is one (minutes with the transcript attached). */
function withTurns(view: View, whole: Range, turns: readonly Turn[]): PartDraft[] {
  const first = turns[0]!.line;
  const best = bestKind(scoreKinds(view, { from: 0, to: first }), PAPERS);
  const prose = within(view, { from: 0, to: first }).filter(({ line }) => isProse(line.text)).length;
  if (!best || prose < FEWEST_LINES) return [readTranscript(view, whole, turns)];
  return [
    readPaper(view, { from: 0, to: first }, best.kind),
    readTranscript(view, { from: first, to: whole.to }, turns),
  ];
}
