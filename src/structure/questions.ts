import type { Person } from "../records/person.ts";
import { readIsoDay } from "./day.ts";
import { type Entry, isOfficeLine, readEntry } from "./question-entry.ts";
import {
  blockOf,
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

/** The questions of a list in a range of lines: each has a line with its number, and an answer; or most of them are plainly asked, and wait for theirs. */
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
  if (numbered.length === 0) return answers < FEWEST_HEADINGS ? [] : headedQuestions(view, lines);
  const entries = numbered.map(({ index, label }, nth) => ({
    title: titleLine(view, index, nth === 0 ? range.from : numbered[nth - 1]!.index + 1),
    number: index,
    label,
  }));
  return answers > 0 || areAsked(view, range, entries) ? withUnnumbered(view, range, entries) : [];
}

/** Whether most of several entries hold a question: a list that waits for its answers. */
function areAsked(view: View, range: Range, entries: readonly Entry[]): boolean {
  const asked = entries.filter(({ number }, nth) =>
    within(view, { from: number, to: entries[nth + 1]?.title ?? range.to }).some(({ line }) =>
      /[?]["'”’)]*$/.test(line.text),
    ),
  );
  return entries.length >= FEWEST_HEADINGS && asked.length > entries.length / 2;
}

/** Where every number stands under a heading, other headings as high are of supplementary questions, which bear no number of their own. */
function withUnnumbered(view: View, range: Range, entries: readonly Entry[]): Entry[] {
  const levels = new Set(entries.map(({ title, number }) => (title < number ? headingLevel(view, title) : null)));
  const [level] = levels;
  if (levels.size !== 1 || level === null) return [...entries];
  const known = new Set(entries.map(({ title }) => title));
  const others = within(view, { from: entries[0]!.title, to: range.to })
    .filter(
      ({ line, index }) =>
        !known.has(index) && view.rules.shows(line.text, "supplementary") && headingLevel(view, index) === level,
    )
    .map(({ index }) => ({ title: index, number: index, label: "" }));
  return [...entries, ...others].sort((a, b) => a.title - b.title);
}

const headingLevel = (view: View, line: number): number | null => {
  const { kind, level } = blockOf(view, line);
  return kind === "heading" ? level : null;
};

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
