import type { Person } from "../records/person.ts";
import { readIsoDay } from "./day.ts";
import { type Entry, readEntry } from "./question-entry.ts";
import {
  isProse,
  type PartDraft,
  partOf,
  type Range,
  type SegmentDraft,
  spanOf,
  type View,
  within,
  wordCount,
} from "./view.ts";

/** The questions of a list in a range of lines: each has a line with its number and an answer, or says that it has none here. */
export function findQuestions(view: View, range: Range): Entry[] {
  const numbered = within(view, range).flatMap(({ line, index }) => {
    const label =
      wordCount(line.text) <= 12 ? view.rules.read("question-number", line.text)?.groups?.number : undefined;
    return label ? [{ index, label }] : [];
  });
  const answered = within(view, range).some(({ line }) =>
    view.rules.shows(line.text, "answer-label", "no-answer-here"),
  );
  if (!answered) return [];
  return numbered.map(({ index, label }, nth) => ({
    title: titleLine(view, index, nth === 0 ? range.from : numbered[nth - 1]!.index + 1),
    number: index,
    label,
  }));
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
    const read = readEntry(view, entry, entries[nth + 1]?.title ?? range.to, segments.length);
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
    subject: head.find((text) => /question/i.test(text)) ?? view.document.title ?? head[0] ?? null,
  });
}

function addOnce(people: Person[], person: Person | null): void {
  if (person && !people.some(({ name, role }) => name === person.name && role === person.role)) people.push(person);
}
