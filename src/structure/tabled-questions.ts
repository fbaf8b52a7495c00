import type { Person } from "../records/person.ts";
import { isDateLine } from "./date-line.ts";
import { readIsoDay } from "./day.ts";
import { personIn } from "./parliamentary-line.ts";
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

/** A question as a site prints it: the line with its number (or with who asks, where it has none), the line "To ask …", and where its heading begins. */
type Tabled = { title: number; numbered: number; asked: number; number: string | null };

/** The questions of some lines, `asked` on those, under their numbers ("UIN 18823, tabled on 3 February 2025"), or in fields; none where any is in neither. */
export function findTabled(view: View, range: Range, asked: readonly number[]): Tabled[] {
  const numbered = fieldsOver(view, range, asked, (text) => numberIn(view, text) !== undefined);
  if (numbered.length > 0) return numbered;
  const named = fieldsOver(view, range, asked, (text) => view.rules.shows(text, "asked-by"));
  const ends = asked.map((_, nth) => named[nth + 1]?.numbered ?? range.to);
  const isAnswered = (from: number, to: number) =>
    within(view, { from: from + 1, to }).some(({ line }) => answererIn(view, line.text) !== null);
  return named.every((each, nth) => isAnswered(each.asked, ends[nth]!)) ? named : [];
}

/** The questions on some lines, each below the last line over it that a field stands on; none where any has no such line. */
function fieldsOver(view: View, range: Range, asked: readonly number[], isField: (text: string) => boolean): Tabled[] {
  const found = asked.flatMap((line, nth): Tabled[] => {
    const floor = nth === 0 ? range.from : asked[nth - 1]! + 1;
    const field = within(view, { from: floor, to: line }).findLast(({ line: { text } }) => isField(text));
    if (!field) return [];
    const title = titleOver(view, field.index, floor);
    return [{ title, numbered: field.index, asked: line, number: numberIn(view, field.line.text) ?? null }];
  });
  return found.length === asked.length ? found : [];
}

const numberIn = (view: View, text: string): string | undefined =>
  view.rules.read("tabled-number", text)?.groups?.number;

/** The heading over a number: with the line that says whom the question is for, and one that is no sentence above it. */
function titleOver(view: View, numbered: number, floor: number): number {
  const isFor = (at: number) => at >= floor && view.rules.shows(view.lines[at]!.text, "asked-for");
  let first = isFor(numbered - 1) ? numbered - 1 : numbered;
  while (first > floor && isDateLine(view.lines[first - 1]!.text)) first--;
  const above = view.lines[first - 1]?.text ?? "";
  return first > floor && !isProse(above) && !/[.?!]$/.test(above) ? first - 1 : first;
}

/** Questions under their numbers, each with its answer, as one part. */
export function readTabled(view: View, range: Range, tabled: readonly Tabled[]): PartDraft {
  const segments: SegmentDraft[] = [];
  const [askers, answerers]: [Person[], Person[]] = [[], []];
  tabled.forEach((question, nth) => {
    const end = tabled[nth + 1]?.title ?? range.to;
    const over = question.number === null ? question.numbered : question.numbered + 1;
    const asker = firstPerson(view, { from: over, to: question.asked });
    const answer = answerTo(view, question, end);
    const heading = question.title < question.numbered ? view.lines[question.title]!.text : null;
    const said = { label: question.number, heading };
    const words = spanOf(view, { from: question.asked, to: Math.max(answer.head, question.asked + 1) });
    segments.push(segmentOf("question", words, { ...said, speaker: asker, addressee: answer.by }));
    if (answer.from < end) {
      const fields = { speaker: answer.by, addressee: asker, answers: [segments.length - 1] };
      segments.push(segmentOf("answer", spanOf(view, { from: answer.from, to: end }), { ...said, ...fields }));
    }
    addOnce(askers, asker);
    addOnce(answerers, answer.by);
  });
  const days = within(view, { ...range, to: tabled[0]!.asked }).map(({ line }) => readIsoDay(line.text));
  const date = days.find((day) => day !== null) ?? readIsoDay(view.document.metadata.published ?? "");
  const subject = view.document.title ?? view.lines[tabled[0]!.title]!.text;
  return partOf("written-questions", spanOf(view, range), segments, { date, from: askers, to: answerers, subject });
}

/** How many lines say who answers, for whom and when, before the answer's words. */
const ANSWER_HEAD = 8;

/** Where an answer's head and its words begin, and who gives it, of the department that was asked. */
function answerTo(
  view: View,
  { title, numbered, asked }: Tabled,
  end: number,
): { head: number; from: number; by: Person | null } {
  const isLabel = (at: number) => view.rules.shows(view.lines[at]!.text, "answer-label", "answered-by", "people-label");
  const head = within(view, { from: asked + 1, to: end }).find(({ index }) => isLabel(index))?.index ?? end;
  const lines = within(view, { from: head, to: Math.min(head + ANSWER_HEAD, end) });
  const prose = lines.findIndex(({ line, index }) => isProse(line.text) && !isLabel(index));
  const top = prose < 0 ? lines : lines.slice(0, prose);
  const named = top.find(({ index }) => !isLabel(index) && firstPerson(view, { from: index, to: index + 1 }))?.index;
  const last = Math.max(named ?? -1, top.findLast(({ index }) => isLabel(index))?.index ?? -1);
  const labelled = top.map(({ line }) => answererIn(view, line.text)).find((each) => each !== null);
  const person = labelled ?? (named === undefined ? null : firstPerson(view, { from: named, to: named + 1 }));
  const organisation = within(view, { from: title, to: numbered })
    .map(({ line }) => view.rules.read("asked-for", line.text)?.groups?.who)
    .find((who) => who !== undefined);
  return { head, from: last < 0 ? head : last + 1, by: person && { ...person, organisation: organisation ?? null } };
}

/** "Answered by Tom Reed - Minister for Lifts": who answers, in the line of the label. */
function answererIn(view: View, text: string): Person | null {
  const words = view.rules.read("answerer-named", text)?.groups?.value ?? "";
  const [name = "", ...office] = words.split(/\s+[-–—]\s+|,\s+/);
  const person = personIn(view, name);
  return person && { ...person, role: office.length > 0 ? office.join(", ") : null };
}

/** The first line that is a name, with a party and a seat in brackets or without. */
function firstPerson(view: View, range: Range): Person | null {
  for (const { line } of within(view, range)) {
    const person = isProse(line.text) || /[.?!]$/.test(line.text) ? null : personIn(view, line.text);
    if (person) return person;
  }
  return null;
}
