import type { InReplyTo, Part } from "../records/part.ts";
import { isDateLine } from "./date-line.ts";
import { dayBefore, readDay, readIsoDay, withoutDay } from "./day.ts";
import { type Frame, isFirstLetter } from "./frame.ts";
import { blockOf, headerField, isWhole, type Range, type View, within, withValue, wordCount } from "./view.ts";

/** The day that a letter bears: in its head, or else under its sign-off, or in the title that names it ("Letter to the Minister, 4 May 2024"). */
export function readDate(view: View, frame: Frame): string | null {
  for (const range of [frame.head, frame.signature])
    for (const { index } of within(view, range)) {
      const text = withValue(view, index);
      if (isDateLine(text) || isDatedHeader(view, text)) return readIsoDay(text);
    }
  const title = titlesOver(view, frame).find((text) => view.rules.shows(text, "part-heading") && /\d{4}$/.test(text));
  return title === undefined ? null : readIsoDay(title);
}

/** "From: Information Team, Moss Council 8 October 2025": a header with the day behind it, as pages of requests for information have them. */
const isDatedHeader = (view: View, text: string): boolean =>
  withoutDay(text) !== text && readDay(text)?.year != null && headerField(view, text) === "from";

/** The lines of a letter's head, and the page's title where it is the first letter on it. */
export const titlesOver = (view: View, frame: Frame): string[] => [
  ...within(view, frame.head).map(({ line }) => line.text),
  ...(isFirstLetter(view, frame) ? [view.document.title ?? view.lines[0]!.text] : []),
];

/** The lines of a range, those with both sides' references beside one another as two. */
const referenceLines = (view: View, range: Range): string[] =>
  within(view, range).flatMap(({ index }) => withValue(view, index).split(/\s+(?=(?:our|your) ref(?:erence)?\b)/i));

/** The letter's own reference numbers, as printed or as their form has them ("MDA No.: 1512" is MDA1512). */
export function readOwnReferences(view: View, ranges: readonly Range[]): string[] {
  const found: string[] = [];
  for (const text of ranges.flatMap((range) => referenceLines(view, range))) {
    const own = view.rules.read("own-reference", text)?.groups;
    const form = view.rules.read("form-number", text)?.groups;
    if (own?.value) found.push(own.value.trim().replace(/\s+/g, " "));
    else if (form) found.push(`${form.form}${form.number}`.replace(/[\s-]+/g, "").toUpperCase());
  }
  return [...new Set(found)];
}

/** The letter's subject, with the line after it: a line that names it, a heading or bold line first in the body, or a line that only a title could be. */
export function readSubject(view: View, frame: Frame): { subject: string | null; bodyFrom: number } {
  const { body, head } = frame;
  for (const range of [head, { from: body.from, to: Math.min(body.from + 1, body.to) }])
    for (const { index } of within(view, range)) {
      const labelled = view.rules.read("subject-label", withValue(view, index))?.groups?.value;
      if (labelled) return { subject: labelled.trim(), bodyFrom: index < body.from ? body.from : index + 1 };
    }
  const first = body.from;
  if (frame.salutation !== null && body.to - first > 1 && isSubject(view, first))
    return { subject: view.lines[first]!.text, bodyFrom: first + 1 };
  return { subject: null, bodyFrom: first };
}

/** As long as a title of a report quoted in full gets. */
const LONGEST_SUBJECT = 40;

/** Two words and more in capitals throughout, with no full stop. */
const isInCapitals = (text: string): boolean =>
  /^[^\p{Ll}.:;,]+$/u.test(text) && text.split(/\s+/).filter((word) => /\p{Lu}{3}/u.test(word)).length > 1;

/** What ends with a full stop. */
const SENTENCE = /\p{Ll}[.!]["'”’)]?$/u;

function isSubject(view: View, index: number): boolean {
  const { text } = view.lines[index]!;
  const block = blockOf(view, index);
  if (!isWhole(view, index) || wordCount(text) > LONGEST_SUBJECT || block.kind === "list-item") return false;
  if (view.rules.shows(text, "statement-heading")) return false;
  if (block.kind === "heading") return true;
  if (/[?]$/.test(text) || (SENTENCE.test(text) && view.rules.holds("finite", text))) return false;
  if (block.bold && wordCount(text) <= LONGEST_SUBJECT / 2) return true;
  if (isInCapitals(text)) return true;
  const next = view.lines[index + 1]?.text ?? "";
  return (
    !view.rules.holds("pronoun", text) &&
    !/[:;,]$/.test(text) &&
    view.rules.holds("pronoun", next.split(/\s+/).slice(0, 8).join(" "))
  );
}

/** How far into a letter it says what it answers: its first paragraphs. */
const OPENING_BLOCKS = 4;

/** The opening paragraphs of a letter, one string a block. */
export function openingOf(view: View, body: Range): string[] {
  const blocks = [...new Set(within(view, body).map(({ line }) => line.block))].slice(0, OPENING_BLOCKS + 1);
  return blocks
    .map((index) => view.document.blocks[index]!)
    .filter(({ kind }) => ["paragraph", "list-item", "cell", "quotation"].includes(kind))
    .slice(0, OPENING_BLOCKS)
    .map(({ start, end }) => view.document.text.slice(start, end).replace(/\s+/g, " "));
}

/** What the letter says it replies to; a day without its year is the last such day before the letter's own. */
export function readInReplyTo(view: View, frame: Frame, date: string | null): InReplyTo | null {
  const references = referenceLines(view, frame.head).flatMap(
    (text) => view.rules.read("your-reference", text)?.groups?.value?.trim() ?? [],
  );
  for (const words of openingOf(view, frame.body)) {
    const groups = view.rules.read("answers-letter", words)?.groups;
    if (!groups) continue;
    const read = groups.date ? readDay(groups.date) : null;
    const subject = groups.subject?.trim().replace(/[.,;]$/, "") || null;
    return { date: read && dayBefore(read, date), subject, references };
  }
  return references.length > 0 ? { date: null, subject: null, references } : null;
}

/** The letters of one file date and name one another: a letter without a date gets the one that its reply states. */
export function inferDates<P extends Pick<Part, "kind" | "date" | "dateInferred" | "inReplyTo">>(
  parts: readonly P[],
): P[] {
  return parts.map((part, index) => {
    if (part.kind !== "letter" || part.date !== null) return part;
    const stated = parts.slice(index + 1).find(({ kind, inReplyTo }) => kind !== "letter" && inReplyTo?.date)
      ?.inReplyTo?.date;
    return stated ? { ...part, date: stated, dateInferred: true } : part;
  });
}
