import type { PartKind } from "../records/part.ts";
import type { Person } from "../records/person.ts";
import { bestKind, scoreKinds } from "./kind.ts";
import { readPaper } from "./paper.ts";
import { isProse, isWhole, type PartDraft, type Range, type View, within, wordCount } from "./view.ts";

/** A petition or a motion says what it is, and to whom it goes, in its first so many lines. */
const HEAD_LINES = 24;

/** What quotes pleas and is something else. */
const OTHERS: readonly PartKind[] = ["decision", "minutes", "report"];

/** A petition or a motion, and the answer to it where that is printed under a heading of its own; null where a range is neither. */
export function pleaIn(view: View, range: Range): PartDraft[] | null {
  if (!isPlea(view, range) || bestKind(scoreKinds(view, range), OTHERS)) return null;
  const answer = within(view, { ...range, from: range.from + 1 }).find(({ index }) => isAnswerHeading(view, index));
  if (!answer || !hasProse(view, { ...range, from: answer.index + 1 })) return null;
  const plea = readPlea(view, { ...range, to: answer.index });
  const { by, of } = view.rules.read("plea-answer", answer.line.text)?.groups ?? {};
  const response = readPaper(view, { ...range, from: answer.index }, "response");
  const from = response.from.length > 0 ? response.from : partiesIn(view, of ?? by ?? "");
  return [plea, { ...response, from, to: plea.from, subject: plea.subject }];
}

/** A petition or a motion with no answer beside it. */
export function readPlea(view: View, range: Range): PartDraft {
  const paper = readPaper(view, range, "other");
  const addressed = within(view, range)
    .map(({ line }) => view.rules.read("plea", line.text)?.groups?.to)
    .find((to) => to !== undefined);
  return { ...paper, to: paper.to.length > 0 ? paper.to : partiesIn(view, addressed ?? "") };
}

/** Whether a range begins as a petition or a motion does. */
export const isPlea = (view: View, { from, to }: Range): boolean =>
  within(view, { from, to: Math.min(to, from + HEAD_LINES) }).some(({ line }) => view.rules.shows(line.text, "plea"));

const isAnswerHeading = (view: View, index: number): boolean => {
  const { text } = view.lines[index]!;
  return wordCount(text) <= 12 && isWhole(view, index) && view.rules.shows(text, "plea-answer");
};

const hasProse = (view: View, range: Range): boolean => within(view, range).some(({ line }) => isProse(line.text));

/** The office or the body that some words name; a petition is addressed to no person by name. */
function partiesIn({ rules }: View, words: string): Person[] {
  const party = words.replace(/^the |[’']s?$/gi, "");
  if (party === "") return [];
  const isOffice = rules.holds("role", party);
  return [{ name: null, role: isOffice ? party : null, organisation: isOffice ? null : party }];
}
