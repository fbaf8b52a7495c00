import type { Person } from "../records/person.ts";
import { readIsoDay } from "./day.ts";
import { type Entry, isOfficeLine, readEntry } from "./question-entry.ts";
import {
  isProse,
  type Line,
  type PartDraft,
  partOf,
  type Range,
  type SegmentDraft,
  spanOf,
  type View,
  within,
  wordCount,
} from "./view.ts";

/** A list has at least this many questions under headings with plain numbers; one printed number of a register is enough. */
const FEWEST_HEADINGS = 2;

/** The questions of a list in a range of lines: each has a line with its number and an answer, or says that it has none here. */
export function findQuestions(view: View, range: Range): Entry[] {
  const lines = within(view, range).filter(({ line }) => wordCount(line.text) <= 12);
  const answers = within(view, range).filter(
    ({ line, index }) =>
      view.rules.shows(line.text, "inline-answer") ||
      isOfficeLine(view, index) ||
      (wordCount(line.text) <= 12 && view.rules.shows(line.text, "answer-label", "no-answer-here")),
  ).length;
  const numbered = lines.flatMap(({ line, index }) => {
    const label = view.rules.read("question-number", line.text)?.groups?.number;
    return label ? [{ index, label }] : [];
  });
  if (answers === 0) return [];
  if (numbered.length === 0) return answers < FEWEST_HEADINGS ? [] : headedQuestions(view, lines);
  return numbered.map(({ index, label }, nth) => ({
    title: titleLine(view, index, nth === 0 ? range.from : numbered[nth - 1]!.index + 1),
    number: index,
    label,
  }));
}

/** Questions under "Question 4", "Public question 1"; a supplementary question bears the number of the one before it. */
function headedQuestions(view: View, lines: readonly { line: Line; index: number }[]): Entry[] {
  const entries: Entry[] = [];
  for (const { line, index } of lines) {
    const groups = view.rules.read("question-heading", line.text)?.groups;
    if (groups)
      entries.push({ title: index, number: index, label: groups.number ?? groups.q ?? entries.at(-1)?.label ?? "" });
  }
  return entries.filter(({ label }) => label !== "").length < FEWEST_HEADINGS ? [] : entries;
}

/** The title stands on the line above the number, where that line is none of an answer's. */
function titleLine(view: View, number: number, floor: number): number {
  const above = view.lines[number - 1];
  return number - 1 >= floor && above && !isProse(above.text) && !/[.?!]$/.test(above.text) ? number - 1 : number;
}

/** A list of questions with their answers, as one part. */
export function readQuestions(view: View, range: Range, entries: readonly Entry[]): PartDraft {
  const segments: SegmentDraft[] = [];
  const askers: Person[] = [];
  const answerers: Person[] = [];
  entries.forEach((entry, nth) => {
    const before = entries[nth - 1]?.label === entry.label ? { asker: askers.at(-1), answerer: answerers.at(-1) } : {};
    const read = readEntry(
      view,
      { ...entry, ...before },
      { end: entries[nth + 1]?.title ?? range.to, offset: segments.length },
    );
    segments.push(...read.segments);
    addOnce(askers, read.asker);
    addOnce(answerers, read.answerer);
  });
  const head = within(view, { from: range.from, to: Math.max(entries[0]!.title, range.from + 1) }).map(
    ({ line }) => line.text,
  );
  const fields = within(view, range)
    .map(({ line }) => line.text)
    .filter((text) => view.rules.shows(text, "question-field"));
  return partOf("written-questions", spanOf(view, range), segments, {
    date:
      [...head, ...fields].map(readIsoDay).find((date) => date !== null) ??
      readIsoDay(view.document.metadata.published ?? ""),
    from: askers,
    to: answerers,
    subject: head.find((text) => view.rules.shows(text, "questions-title")) ?? view.document.title ?? head[0] ?? null,
  });
}

/** Adds a person who is not among some people already. */
export function addOnce(people: Person[], person: Person | null): void {
  if (person && !people.some(({ name, role }) => name === person.name && role === person.role)) people.push(person);
}
