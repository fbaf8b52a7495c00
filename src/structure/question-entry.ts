import type { Span } from "../records/anchor.ts";
import type { Person } from "../records/person.ts";
import { readName } from "./name.ts";
import { merge, officeAlone } from "./people.ts";
import { type Entry, fieldIn, partyIn } from "./question-heads.ts";
import { withSpoken } from "./spoken-supplement.ts";
import {
  isProse,
  isWhole,
  type Range,
  type SegmentDraft,
  segmentOf,
  spanOf,
  type View,
  within,
  wordCount,
} from "./view.ts";

/** A question and its answers as segments; `offset` is how many segments the part has before it. */
export function readEntry(view: View, entry: Entry, { end, offset }: { end: number; offset: number }) {
  const heading = entry.about ?? (entry.title < entry.number ? view.lines[entry.title]!.text : null);
  const from = afterFields(view, { from: entry.number + 1, to: end });
  const opening = wordsAfter(view, { from, to: end }).words?.from ?? end;
  const labels = within(view, { from, to: end })
    .filter(({ line, index }) => isAnswerLabel(view, line.text) || (index > opening && isAnswering(view, index)))
    .map(({ index }) => index);
  const over = { from: entry.number + 1, to: from };
  const asked = wordsAfter(view, { from, to: labels[0] ?? end });
  const answers = labels.map((label, nth) => wordsAfter(view, { from: label, to: labels[nth + 1] ?? end }));
  const answerer =
    [asked, ...answers].find((each) => each.answerer)?.answerer ??
    answers.find(({ named }) => named)?.named ??
    fieldIn(view, over, "answerer-label", "answered-by") ??
    entry.answerer ??
    null;
  const asker = asked.asker ?? asked.named ?? fieldIn(view, over, "asker-label", "asked-by") ?? entry.asker ?? null;
  const fields = { label: entry.label || null, heading };
  const segments: SegmentDraft[] = asked.words
    ? [segmentOf("question", afterLabel(view, asked.words), { ...fields, speaker: asker, addressee: answerer })]
    : [];
  for (const { words, answerer: by, named } of asked.words ? answers : [])
    if (words)
      segments.push(
        segmentOf("answer", afterLabel(view, words), {
          ...fields,
          speaker: said(by ?? named, answerer),
          addressee: asker,
          answers: [offset],
        }),
      );
  return {
    segments: withSpoken(view, segments, { range: { from: entry.number, to: end }, asker, offset }),
    asker,
    answerer,
  };
}

/** Where an entry that is printed in fields has its question: the line below the label that says so; else where the entry begins. */
function afterFields(view: View, { from, to }: Range): number {
  for (const { line, index } of within(view, { from, to: to - 1 })) {
    if (view.rules.shows(line.text, "answer-label")) break;
    if (view.rules.shows(line.text, "question-label")) return index + 1;
  }
  return from;
}

/** Who answers: the one named over the answer, in the office that was asked. */
const said = (named: Person | null, asked: Person | null): Person | null =>
  named?.name && asked?.name === null ? merge(named, asked) : (named ?? asked);

const isAnswerLabel = (view: View, text: string): boolean =>
  view.rules.shows(text, "inline-answer") ||
  (wordCount(text) <= 14 && view.rules.shows(text, "answer-label", "later-answer"));

/** Whether an office alone begins what it says; below a label ("Answered by") it is that one's value. */
const isAnswering = (view: View, line: number): boolean =>
  isOfficeLine(view, line) && !view.rules.shows(view.lines[line - 1]?.text ?? "", "answerer-label", "asker-label");

/** Whether a line is an office and nothing else, in a block of its own: under a question, the one that answers it. */
export const isOfficeLine = (view: View, line: number): boolean =>
  isWhole(view, line) && officeAlone(view.lines[line]!.text, view.rules) !== null;

/** The words of a question or an answer without the label in its first line. */
function afterLabel(view: View, words: Range): Span {
  const span = spanOf(view, words);
  const { text } = view.lines[words.from]!;
  const label = view.rules.read("inline-answer", text) ?? view.rules.read("inline-question", text);
  return { ...span, start: span.start + (label?.[0].length ?? 0) };
}

type Words = { words: Range | null; asker: Person | null; answerer: Person | null; named: Person | null };

/** What is said after the lines that say who asks or answers, and when; those lines may have labels or stand bare. */
function wordsAfter(view: View, range: Range): Words {
  const found: Words = { words: null, asker: null, answerer: null, named: null };
  let at = range.from;
  for (; at < range.to; at++) {
    const { text } = view.lines[at]!;
    const inline = view.rules.read("inline-answer", text)?.[0];
    if (inline) {
      found.answerer = personIn(view, inline.trim().slice(0, -1)) ?? found.answerer;
      break;
    }
    const below = view.lines[at + 1]?.text ?? "";
    if (at + 1 < range.to && view.rules.shows(text, "asker-label", "answerer-label")) {
      found[view.rules.shows(text, "asker-label") ? "asker" : "answerer"] = partyIn(view, below);
      at++;
      continue;
    }
    if (view.rules.shows(text, "inline-question")) break;
    const both = view.rules.read("asked-of", text)?.groups;
    const asker = view.rules.read("asked-by", text)?.groups?.value ?? both?.asker;
    const answerer = [
      view.rules.read("answered-by", text)?.groups?.value,
      both?.answerer,
      view.rules.read("answer-label", text)?.groups?.who,
    ].find((who) => who);
    const named = found.named === null ? personIn(view, text) : null;
    if (asker) found.asker = partyIn(view, asker);
    if (answerer) found.answerer = partyIn(view, answerer);
    if (asker || answerer) continue;
    if (named && !view.rules.shows(text, "answer-label")) found.named = named;
    else if (!view.rules.shows(text, "answer-label", "later-answer", "question-field")) break;
  }
  const words = within(view, { from: at, to: range.to }).filter(
    ({ line }) => !view.rules.shows(line.text, "no-answer-here"),
  );
  while (words.length > 1 && view.rules.shows(words.at(-1)!.line.text, "question-field")) words.pop();
  if (words.length > 0) found.words = { from: words[0]!.index, to: words.at(-1)!.index + 1 };
  return found;
}

/** A line that is a name or an office; an office goes by the name under which pipeline files know it. */
function personIn(view: View, text: string): Person | null {
  if (isProse(text) || wordCount(text) > 8 || /[.?!]$/.test(text)) return null;
  const name = readName(text, view.rules);
  if (name && (name.sure || !view.rules.holds("role", text)))
    return { name: name.name, role: null, organisation: null };
  const role = view.rules.bodyNamed(text) ?? text.replace(/^the /i, "");
  return view.rules.holds("role", text) ? { name: null, role, organisation: null } : null;
}
