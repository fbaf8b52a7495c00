import type { Person } from "../records/person.ts";
import { readIsoDay } from "./day.ts";
import { type Frame, findFrames, frameAt, frameWithout } from "./frame.ts";
import { readLetter } from "./letter.ts";
import { inOrder } from "./name.ts";
import { mayBeOne, merge, readPeopleOrBody } from "./people.ts";
import { blockOf, headerField, type PartDraft, type Range, type View, within } from "./view.ts";

/** A message, and the earlier ones quoted in it, newest first. */
export function readEmail(view: View, range: Range): PartDraft[] {
  const [message, ...quoted] = answering(messagesIn(view, range));
  return [{ ...message!, to: toWriter(message!, quoted[0]) }, ...quoted];
}

/** In a chain, newest first, what somebody writes to whom they had a message from is a reply to it. */
const answering = (messages: readonly PartDraft[]): PartDraft[] =>
  messages.map((message, nth) => {
    const before = messages[nth + 1];
    const back = before && meets(message.from, before.to) && meets(message.to, before.from);
    return back && message.kind === "letter" ? { ...message, kind: "reply" } : message;
  });

const meets = (some: readonly Person[], others: readonly Person[]): boolean =>
  some.some((person) => others.some((other) => mayBeOne(person, other)));

/** An address of an office ("Customer Services") is who wrote the message that is answered, where that one is signed. */
const toWriter = ({ kind, to }: PartDraft, answered: PartDraft | undefined): Person[] =>
  kind !== "letter" && to.every(({ name }) => name === null) && answered?.from.some(({ name }) => name !== null)
    ? [...answered.from]
    : [...to];

function messagesIn(view: View, range: Range): PartDraft[] {
  const quoted = quotedLines(view, range);
  if (quoted !== null && startsIn(view, { from: range.from, to: quoted.from + 1 }).length === 0) {
    const between = within(view, { from: quoted.from, to: range.to }).some(({ index }) => !isQuoted(view, index));
    if (between)
      return [newest(view, range, isQuoted), ...earlier(view, quoted, (view, line) => !isQuoted(view, line))];
    return [newest(view, { from: range.from, to: quoted.from }), ...earlier(view, quoted)];
  }
  const [first = range.to, ...rest] = startsIn(view, range);
  return [newest(view, { from: range.from, to: first }), ...messages(view, [first, ...rest, range.to])];
}

/** Whether a line of the message is left out of what is read. */
type Skip = (view: View, line: number) => boolean;

const isQuoted: Skip = (view, line) => blockOf(view, line).groupKind === "quotation";

/** The lines from the first quoted one to the last, where they are a message (it greets, or has headers); else they are quotations. */
function quotedLines(view: View, range: Range): Range | null {
  const lines = within(view, range).filter(({ index }) => isQuoted(view, index));
  const isMessage = lines.some(({ line }) => view.rules.shows(line.text, "salutation", "header-line"));
  return isMessage ? { from: lines[0]!.index, to: lines.at(-1)!.index + 1 } : null;
}

/** Where earlier messages begin: at the line that introduces them, or at their headers, which a line may part from what is above. */
function startsIn(view: View, { from, to }: Range): number[] {
  const starts = within(view, { from: from + 1, to }).flatMap(({ line, index }) => {
    if (opensHeaders(view, index, to)) return [index];
    if (!view.rules.shows(line.text, "forwarded")) return [];
    return [index + 1 < to && view.rules.shows(view.lines[index + 1]!.text, "header-line") ? index + 1 : index];
  });
  return [...new Set(starts)];
}

/** Whether a line "From: …" has another header below it, and none above. */
const opensHeaders = (view: View, index: number, to: number): boolean =>
  headerField(view, view.lines[index]!.text) === "from" &&
  index + 1 < to &&
  view.rules.shows(view.lines[index + 1]!.text, "header-line") &&
  !view.rules.shows(view.lines[index - 1]?.text ?? "", "header-line");

const messages = (view: View, bounds: readonly number[], skip?: Skip): PartDraft[] =>
  bounds.slice(0, -1).flatMap((from, nth) => {
    const range = { from, to: bounds[nth + 1]! };
    if (from >= range.to) return [];
    const letter = readLetter(view, frameOf(view, range), { date: introducedDay(view, range), subject: null, skip });
    return [{ ...letter, from: withHeader(letter.from, introducedBy(view, range)) }];
  });

/** Who wrote a quoted message, as the line over it says ("On 4 March, Jo Bright <jo@example.org> wrote:"). */
function introducedBy(view: View, { from, to }: Range): Person[] {
  const line = within(view, { from, to: Math.min(from + INTRODUCTION, to) })
    .map(({ line }) => line.text)
    .join(" ");
  const name = view.rules.read("writer-of", line)?.groups?.name;
  return name ? readPeopleOrBody([inOrder(name)], view.rules) : [];
}

/** Quoted messages between whose lines the newest one is written. */
function earlier(view: View, range: Range, skip?: Skip): PartDraft[] {
  const nested = startsIn(view, range).filter((index) => index > range.from + 1);
  return messages(view, [range.from, ...nested, range.to], skip);
}

function newest(view: View, range: Range, skip?: Skip): PartDraft {
  const { metadata } = view.document;
  const sent = { date: readIsoDay(metadata.date ?? ""), subject: metadata.subject ?? null, skip };
  const letter = readLetter(view, frameOf(view, range, skip), sent);
  return {
    ...letter,
    from: withHeader(letter.from, readPeopleOrBody([nameOf(metadata.from)], view.rules)),
    to: withHeader(letter.to, readPeopleOrBody([nameOf(metadata.to)], view.rules)),
  };
}

/** What a message says itself of its people, with what its header knows of the same; the header's where it says nothing. */
const withHeader = (said: readonly Person[], header: readonly Person[]): Person[] =>
  said.length === 0
    ? [...header]
    : said.map((person) => header.filter((each) => mayBeOne(person, each)).reduce(merge, person));

/** The letter that fills a range: with its salutation, with a name alone for one, or with none. */
function frameOf(view: View, range: Range, skip?: Skip): Frame {
  const own = within(view, range).find(({ index }) => !skip?.(view, index))?.index ?? range.from;
  const bare = view.rules.shows(view.lines[own]!.text, "bare-greeting");
  if (skip === isQuoted) return written(range, bare ? own + 1 : own);
  const found = bare
    ? frameAt(view, { salutation: own, floor: range.from, end: range.to })
    : findFrames(view, range)[0];
  return { ...(found ?? frameWithout(view, range)), ...range };
}

/** What is written between the lines of another's message: what signs it off may be the other's. */
const written = ({ from, to }: Range, body: number): Frame => ({
  from,
  to,
  head: { from, to: from },
  salutation: null,
  body: { from: body, to },
  signature: { from: to, to },
  annex: { from: to, to },
});

/** The line that introduces a quoted message, or the headers printed over it, are this many lines at most. */
const INTRODUCTION = 6;

const introducedDay = (view: View, { from, to }: Range): string | null =>
  readIsoDay(
    within(view, { from, to: Math.min(from + INTRODUCTION, to) })
      .map(({ line }) => line.text)
      .join(" "),
  );

/** The name in a header's address: `Name <address>`. */
const nameOf = (address: string | undefined): string =>
  inOrder((address ?? "").replace(/\s*<[^>]*>.*$/, "").replace(/^"|"$/g, ""));
