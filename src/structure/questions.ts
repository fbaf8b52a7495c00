import type { Person } from "../records/person.ts";
import { readIsoDay } from "./day.ts";
import { readName } from "./people.ts";
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
  wordCount,
} from "./view.ts";

/** A question of a printed list: the line of its title (or of its number), and of its number. */
type Entry = { title: number; number: number; label: string };

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
  const head = within(view, { from: range.from, to: entries[0]!.title }).map(({ line }) => line.text);
  return partOf("written-questions", spanOf(view, range), segments, {
    date: head.map(readIsoDay).find((date) => date !== null) ?? readIsoDay(view.document.metadata.published ?? ""),
    from: askers,
    to: answerers,
    subject: head.find((text) => /question/i.test(text)) ?? view.document.title ?? head[0] ?? null,
  });
}

function addOnce(people: Person[], person: Person | null): void {
  if (person && !people.some(({ name, role }) => name === person.name && role === person.role)) people.push(person);
}

function readEntry(view: View, entry: Entry, end: number, offset: number) {
  const heading = entry.title < entry.number ? view.lines[entry.title]!.text : null;
  const asked = personAt(view, entry.number + 1, end);
  const answers = within(view, { from: asked.next, to: end })
    .filter(({ line }) => wordCount(line.text) <= 14 && view.rules.shows(line.text, "answer-label", "later-answer"))
    .map(({ index }) => index);
  const first = answers[0] ?? end;
  const segments: SegmentDraft[] = [];
  let answerer: Person | null = null;
  if (asked.next < first)
    segments.push(
      segmentOf("question", spanOf(view, { from: asked.next, to: first }), {
        speaker: asked.person,
        label: entry.label,
        heading,
      }),
    );
  answers.forEach((label, nth) => {
    const by = personAt(view, label + 1, end);
    answerer ??= by.person;
    const to = answers[nth + 1] ?? end;
    const words = within(view, { from: by.next, to }).filter(
      ({ line }) => !view.rules.shows(line.text, "no-answer-here"),
    );
    if (words.length === 0 || segments.length === 0) return;
    const span = { start: words[0]!.line.start, end: words.at(-1)!.line.end };
    segments.push(
      segmentOf("answer", span, {
        speaker: by.person ?? answerer,
        addressee: asked.person,
        label: entry.label,
        heading,
        answers: [offset],
      }),
    );
  });
  const question = segments[0];
  if (question?.kind === "question") segments[0] = { ...question, addressee: answerer };
  return { segments, asker: asked.person, answerer };
}

/** A line that is a name or an office: who asks, who answers. */
function personAt(view: View, index: number, end: number): { person: Person | null; next: number } {
  const text = view.lines[index]?.text ?? "";
  if (index >= end || isProse(text) || wordCount(text) > 8) return { person: null, next: index };
  const name = readName(text, view.rules);
  if (name && !view.rules.holds("role", text))
    return { person: { name: name.name, role: null, organisation: null }, next: index + 1 };
  const office = view.rules.holds("role", text) && !/[.?!]$/.test(text);
  return office
    ? { person: { name: null, role: text.replace(/^the /i, ""), organisation: null }, next: index + 1 }
    : { person: null, next: index };
}
