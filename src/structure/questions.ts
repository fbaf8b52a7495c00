import type { Person } from "../records/person.ts";
import { readIsoDay } from "./day.ts";
import { isOfficeLine, readEntry } from "./question-entry.ts";
import { type Entry, fieldedQuestions, headedQuestions, partyIn } from "./question-heads.ts";
import {
  blockOf,
  endsAsking,
  isProse,
  isWhole,
  type Line,
  type PartDraft,
  partOf,
  type Range,
  type SegmentDraft,
  segmentOf,
  spanOf,
  textOf,
  type View,
  within,
  wordCount,
} from "./view.ts";

/** As many words as a heading has that names who asks, whom, and his office. */
const LONGEST_HEADING = 24;

/** Fewer questions than this are no list that could wait for its answers, or have them all together below. */
const FEWEST_ASKED = 2;

/** The questions of a list in a range of lines: each has a line with its number, and an answer; or most of them are plainly asked, and wait for theirs. */
export function findQuestions(view: View, range: Range): Entry[] {
  const lines = within(view, range).filter(({ line }) => wordCount(line.text) <= LONGEST_HEADING);
  const answers = within(view, range).filter(
    ({ line, index }) =>
      view.rules.shows(line.text, "inline-answer") ||
      isOfficeLine(view, index) ||
      (wordCount(line.text) <= 12 && view.rules.shows(line.text, "answer-label", "no-answer-here")),
  ).length;
  const numbered = numbersIn(view, lines, answers);
  if (numbered.length === 0) {
    const headed = headedQuestions(view, lines);
    if (headed.length > 0 && (answers >= FEWEST_ASKED || areAsked(view, range, headed))) return headed;
    return fieldedQuestions(view, range);
  }
  const entries = numbered.map(({ index, label, about, asker }, nth) => {
    const floor = nth === 0 ? range.from : numbered[nth - 1]!.index + 1;
    const title = about ? index : titleLine(view, index, floor);
    const entry = { title, number: index, label, about, asker };
    return title < index && title > floor && view.rules.shows(view.lines[title - 1]!.text, "title-label")
      ? { ...entry, title: title - 1, about: view.lines[title]!.text }
      : entry;
  });
  return answers > 0 || areAsked(view, range, entries) ? withUnnumbered(view, range, entries) : [];
}

type Numbered = { index: number; label: string; about?: string | undefined; asker?: Person | undefined };

/** The lines that are a question's number; with its title behind it only where no number stands alone, and at least every other has an answer. */
function numbersIn(view: View, lines: readonly { line: Line; index: number }[], answers: number): Numbered[] {
  const numbered = lines.flatMap(({ line, index }): Numbered[] => {
    const groups = view.rules.read("question-number", line.text)?.groups;
    if (!groups?.number) return [];
    const asker = groups.asker ? (partyIn(view, groups.asker) ?? undefined) : undefined;
    return [{ index, label: groups.number, about: groups.title, asker }];
  });
  const alone = numbered.filter(({ about }) => !about);
  if (alone.length > 0) return alone;
  return answers * 2 >= numbered.length ? numbered : [];
}

/** Whether most of several entries hold a question: a list that waits for its answers. */
function areAsked(view: View, range: Range, entries: readonly Entry[]): boolean {
  const asked = entries.filter(({ number }, nth) =>
    within(view, { from: number, to: entries[nth + 1]?.title ?? range.to }).some(({ line }) => endsAsking(line.text)),
  );
  return entries.length >= FEWEST_ASKED && asked.length > entries.length / 2;
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

/** The title stands on the line above the number or its label, where that line is none of an answer's. */
function titleLine(view: View, number: number, floor: number): number {
  const labelled = number > floor && view.rules.shows(view.lines[number - 1]!.text, "number-label");
  const at = labelled ? number - 2 : number - 1;
  const above = view.lines[at];
  return at >= floor && above && !isProse(above.text) && !/[.?!]$/.test(above.text) ? at : number;
}

/** A list of questions with their answers, as one part. */
export function readQuestions(view: View, range: Range, entries: readonly Entry[]): PartDraft {
  const segments: SegmentDraft[] = [];
  const askers: Person[] = [];
  const answerers: Person[] = [];
  const below = answersBelow(view, range, entries);
  const head = within(view, { from: range.from, to: Math.max(entries[0]!.title, range.from + 1) }).map(
    ({ line }) => line.text,
  );
  const asked = askedInTitle(view, head);
  entries.forEach((entry, nth) => {
    const goesOn = entry.asker === undefined && entries[nth - 1]?.label === entry.label;
    const before = goesOn
      ? { asker: askers.at(-1), answerer: answerers.at(-1) }
      : { answerer: entry.answerer ?? asked };
    const read = readEntry(
      view,
      { ...entry, ...before },
      { end: withoutHeadings(view, entry.number, entries[nth + 1]?.title ?? below), offset: segments.length },
    );
    segments.push(...read.segments);
    addOnce(askers, read.asker);
    addOnce(answerers, read.answerer);
  });
  segments.push(...answersUnder(view, { from: below, to: range.to }));
  const fields = within(view, range)
    .map(({ line }) => line.text)
    .filter((text) => view.rules.shows(text, "question-field"));
  const spoken = head.some((text) => view.rules.shows(text, "transcript-title"));
  const said = spoken ? segments.map((each) => ({ ...each, kind: "turn" as const, answers: [] })) : segments;
  return partOf(spoken ? "transcript" : "written-questions", spanOf(view, range), said, {
    date:
      [...head, ...fields].map(readIsoDay).find((date) => date !== null) ??
      readIsoDay(view.document.metadata.published ?? ""),
    from: askers,
    to: answerers,
    subject: head.find((text) => view.rules.shows(text, "questions-title")) ?? view.document.title ?? head[0] ?? null,
  });
}

/** Whom all questions of a list ask, as its title says ("Questions to the Mayor"). */
function askedInTitle(view: View, head: readonly string[]): Person | undefined {
  for (const text of [...head, view.document.title ?? ""]) {
    const { who, office } = view.rules.read("questions-to", text)?.groups ?? {};
    const person = partyIn(view, who ?? (office ? `the ${office}` : ""));
    if (person) return person;
  }
  return undefined;
}

/** Where an entry ends that has the headings of the next section below it. */
function withoutHeadings(view: View, number: number, end: number): number {
  let to = end;
  while (to - 1 > number && to < view.lines.length && blockOf(view, to - 1).kind === "heading") to--;
  return to;
}

/** Where the answers to all questions of a list begin, under one heading below the last of them; the end of the list where each has its own. */
function answersBelow(view: View, range: Range, entries: readonly Entry[]): number {
  const [first, ...others] = within(view, { from: entries[0]!.number, to: range.to }).filter(
    ({ line, index }) =>
      isWhole(view, index) &&
      wordCount(line.text) <= 8 &&
      view.rules.shows(line.text, "answers-heading", "answer-label"),
  );
  const together =
    entries.length >= FEWEST_ASKED &&
    first &&
    others.length === 0 &&
    view.rules.shows(first.line.text, "answers-heading");
  return together && first.index > entries.at(-1)!.number ? first.index : range.to;
}

/** What stands under the heading of the answers to a whole list, by the headings in it: none says which question it answers. */
function answersUnder(view: View, { from, to }: Range): SegmentDraft[] {
  const blocks = [...new Set(within(view, { from: from + 1, to }).map(({ index }) => blockOf(view, index)))];
  let heading: string | null = null;
  return blocks.flatMap((block): SegmentDraft[] => {
    const text = textOf(view, block);
    const isHeading = block.kind === "heading" || (block.bold && !isProse(text) && !/[.?!]$/.test(text));
    if (isHeading) heading = text;
    return isHeading || block.kind === "note" ? [] : [segmentOf("answer", block, { heading })];
  });
}

/** Adds a person who is not among some people already. */
export function addOnce(people: Person[], person: Person | null): void {
  const same = ({ name, role, organisation }: Person) =>
    name === person?.name &&
    role === person.role &&
    (name !== null || role !== null || organisation === person.organisation);
  if (person && !people.some(same)) people.push(person);
}
