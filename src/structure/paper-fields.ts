import { wordsOf } from "../document/document.ts";
import type { PartKind } from "../records/part.ts";
import type { Person } from "../records/person.ts";
import { isDateLine } from "./date-line.ts";
import { readIsoDay, readMonthEnd, withoutDay } from "./day.ts";
import { kindOfLine, readPeople, readPeopleOrBody, splitNamed } from "./people.ts";
import { unsignedSignature } from "./signature.ts";
import { blockOf, isProse, isWhole, type Range, type View, within, withValue, wordCount } from "./view.ts";

/**
 * The day that a paper bears at its head: of its publication, where a line begins with that; else on a line of its own or, for minutes,
 * in the line that says when they met; or in a sentence that says when it was published; or that its page states.
 */
export function readPaperDate(view: View, head: Range, kind: PartKind): string | null {
  const texts = within(view, head)
    .filter(({ index }) => !isOfEntry(view, index))
    .map(({ index }) => withValue(view, index));
  const said = (sign: "issued-on" | "held-on" | "published-on" | "responded-on", text: string) =>
    readIsoDay(view.rules.read(sign, text)?.groups?.date ?? "");
  const borne = (text: string) =>
    (!isProse(text) || endsWithYear(text) ? readIsoDay(text) : null) ??
    (kind === "minutes" ? said("held-on", text) : null);
  const first = (read: (text: string) => string | null) => texts.map(read).find((day) => day !== null) ?? null;
  return (
    (kind === "response" ? first((text) => said("responded-on", text)) : null) ??
    (kind === "minutes" ? null : issuedIn(view, head)) ??
    first(borne) ??
    first((text) => said("published-on", text)) ??
    readIsoDay(view.document.metadata.published ?? "")
  );
}

/** The day on which a head says that its paper was issued, or how things stood; null where it says nothing. */
export const issuedIn = (view: View, head: Range): string | null =>
  saidIn(view, head)
    .map((text) => readIsoDay(view.rules.read("issued-on", text)?.groups?.date ?? ""))
    .find((day) => day !== null) ?? null;

/** Whether a line is a cell of a list's row, or says by when something is due: its day is not the paper's. */
function isOfEntry(view: View, index: number): boolean {
  const cell = blockOf(view, index).cell;
  return (cell !== null && cell.row > 0 && cell.column > 1) || view.rules.shows(view.lines[index]!.text, "action-due");
}

/** A long title may close with its day ("Report of the Panel to the Board, 4 May 2024"). */
const endsWithYear = (text: string): boolean => /\p{L} (?:19|20)\d\d$/u.test(text) && wordCount(text) <= 30;

/** The last day of the month that a paper bears in place of a day, on a line of its own ("June 2023") or as the month of its publication. */
export function readPaperMonth(view: View, head: Range): string | null {
  const lines = within(view, head)
    .filter(({ index }) => !isOfEntry(view, index))
    .map(({ index }) => withValue(view, index));
  return lines.map(readMonthEnd).find((day) => day !== null) ?? null;
}

/** A line "Title: …" or "Meeting: …", the first title on the page, the document's own, or the first heading. */
export function readTitle(view: View, head: Range, kind: PartKind): string | null {
  const lines = within(view, head);
  for (const { index } of lines) {
    const named = view.rules.read("subject-label", withValue(view, index))?.groups?.value;
    if (named) return named.trim();
  }
  if (kind === "minutes") {
    const meeting = lines.find(({ line }) => meetingIn(view, line.text) !== null);
    if (meeting) return meeting.line.text;
  }
  const first = (wanted: string) =>
    lines.find(
      ({ index, line }) =>
        blockOf(view, index).kind === wanted &&
        !view.rules.shows(line.text, "statement-heading", "reply-label") &&
        (kind === "minutes" || kindOfLine(line.text, view.rules) !== "organisation"),
    )?.line.text;
  return first("title") ?? (head.from === 0 ? view.document.title : null) ?? first("heading") ?? null;
}

const meetingIn = (view: View, text: string): string | null =>
  view.rules.read("minutes-of", text)?.groups?.body?.trim() ?? null;

/** How many lines at the head name the author. */
const AUTHOR_LINES = 8;

/** Who signs a report or a set of minutes at its end, for the body named at its head; the body where nobody does. */
export const readAuthor = (view: View, head: Range, end: number): Person[] =>
  signedFor(view, end, reportingBody(view, head) ?? headedBody(view, head));

function signedFor(view: View, end: number, body: string | undefined): Person[] {
  const signed = signatories(view, end);
  return body ? ofBody(signed, body) : signed;
}

/** The body that a line of the head says it is the report of ("Report of the Ponds Panel to the Board"); undefined where none says so. */
function reportingBody(view: View, head: Range): string | undefined {
  const value = within(view, head)
    .map(({ line }) => view.rules.read("report-of", line.text)?.groups?.value?.split(/ to (?:the )?/)[0] ?? "")
    .find((each) => isReporting(view, each));
  return value && withoutDay(value);
}

/** Who signs what is no report, or the body that its head says it is of. */
export const readSender = (view: View, head: Range, end: number): Person[] =>
  signedFor(view, end, reportingBody(view, head));

/** The body that stands in the first lines of a head, as a committee, under a known name, or in the shape of a body's. */
function headedBody(view: View, head: Range): string | undefined {
  const lines = within(view, head)
    .slice(0, AUTHOR_LINES)
    .flatMap(({ line }) => headPieces(line.text))
    .filter(
      (text) =>
        !view.rules.shows(text, "contact", "sent-to", "questions-title") &&
        !view.rules.holds("about", labelOf(text)) &&
        !view.rules.holds("venue", text),
    )
    .map((text) => meetingIn(view, text) ?? view.rules.read("subject-label", text)?.groups?.value?.trim() ?? text)
    .map((text) => text.slice(0, view.rules.read("paper-to", text)?.index));
  const piecesOf = (texts: readonly string[]) =>
    texts
      .flatMap((text) => text.split(/:\s+|\s+[–—-]\s+/))
      .filter((text) => !/[.?!]$/.test(text))
      .map(withoutDay)
      .filter((text) => wordCount(text) < 10 && !view.rules.holds("about", text));
  const short = piecesOf(lines);
  const closing = new RegExp(`${view.rules.list("committee")}$`, "iu");
  const paper = new RegExp(`\\b(?:${view.rules.list("paper")})$`, "iu");
  // whom a title names before its colon it is about, where that is no committee ("Exford Council: an inspection")
  const own = piecesOf(lines.map((text) => text.replace(/^[^:]+:\s+(?=\S)/, ""))).filter((text) => !paper.test(text));
  return (
    short.find((text) => closing.test(text)) ??
    short.find((text) => view.rules.holds("committee", text)) ??
    own.find((text) => view.rules.holds("body", text)) ??
    own.find((text) => kindOfLine(text, view.rules) === "organisation")
  );
}

/** Whether a line "Report of …" names a body. */
const isReporting = (view: View, value: string): boolean =>
  view.rules.holds("committee", value) ||
  view.rules.holds("lone-body", value) ||
  kindOfLine(value, view.rules) === "organisation";

/** What a line of the head says: of one with several sentences those that are no prose ("Report 4. Overview Committee."), for prose names nobody. */
function headPieces(text: string): string[] {
  const sentences = sentencesIn(text);
  return sentences.length > 1 ? sentences.filter((sentence) => !/\s\p{Ll}{4,}/u.test(sentence)) : sentences;
}

/** What stands before a colon ("Complaint about"); empty where there is none. */
const labelOf = (text: string): string => /^[^:]{3,40}(?=:\s)/.exec(text)?.[0] ?? "";

/** Who signs for a body with an office; else the body. */
const ofBody = (signed: readonly Person[], body: string): Person[] =>
  signed.some(({ role }) => role !== null)
    ? signed.map((person) => ({ ...person, organisation: person.organisation ?? body }))
    : [organisation(body)];

/** Who reports, where a line of the head says so and names an officer ("Report of the Director, Ada Moss", "From: Ada Moss, Director"). */
export function readReporters(view: View, head: Range): Person[] {
  for (const text of saidIn(view, head)) {
    const header = view.rules.read("header-line", text)?.groups;
    const value =
      view.rules.read("report-of", text)?.groups?.value ??
      (header?.field?.toLowerCase() === "from" ? header.value : undefined);
    const who = withoutDay(value ?? "").replace(/(?:,? to|, for|(?<=\)) for) (?:the )?\p{Lu}.*$/u, "");
    const [, office, holder] = HELD_BY.exec(who) ?? [];
    const said = office && holder ? [holder, office] : splitNamed(who, view.rules);
    const people = value ? readPeople(said, view.rules).filter(({ name }) => name !== null) : [];
    if (people.length > 0) return people;
  }
  return [];
}

/** "Governance Officer (Ada Moss)": an office with its holder. */
const HELD_BY = /^(.{3,60}?)\s+\((\p{Lu}[^()]{2,50})\)$/u;

/** The lines of a head with their values, and the sentences of those that have several ("Report 4. Issued 4 May 2024. Prepared by …"). */
const saidIn = (view: View, head: Range): string[] =>
  within(view, head).flatMap(({ index }) => {
    const text = withValue(view, index);
    const sentences = sentencesIn(text);
    return sentences.length > 1 ? [text, ...sentences] : sentences;
  });

const sentencesIn = (text: string): string[] => {
  const pieces = text.split(/(?<=[\p{Ll}\d)]{2})[.|]\s+(?=\p{Lu})/u);
  return pieces.length > 1 ? pieces.map((each) => each.replace(/\.$/, "")) : pieces;
};

/** How near the end a paper is signed, in lines. */
const LAST_LINES = 8;

/** Who signs at the end of a paper: a name with an office under it. */
export function signatories(view: View, end: number): Person[] {
  const last = { from: Math.max(0, end - LAST_LINES), to: end };
  const from = unsignedSignature(view, last);
  return from === null
    ? []
    : readPeople(
        within(view, { from, to: end }).map(({ line }) => line.text),
        view.rules,
        true,
      );
}

/** The day that stands at the end of a paper, by itself or in a line with who signs it; null where there is none. */
export function readSignedDay(view: View, { from, to }: Range): string | null {
  const last = within(view, { from: Math.max(from, to - LAST_LINES), to });
  return (
    last.map(({ line }) => (isDateLine(line.text) ? readIsoDay(line.text) : null)).find((day) => day !== null) ?? null
  );
}

/** To whom a paper says that it is sent: in the line that says so, or in the list under it. */
export function readRecipients(view: View, head: Range): Person[] {
  const listed = within(view, head).find(
    ({ line, index }) =>
      view.rules.shows(line.text, "sent-to") &&
      index + 1 < head.to &&
      isEntry(view, index + 1) &&
      !view.rules.read("sent-to", line.text)?.groups?.value,
  );
  const value = saidIn(view, head)
    .map((text) => view.rules.read("sent-to", text)?.groups?.value)
    .find((each) => each !== undefined);
  const values = listed ? listBelow(view, { from: listed.index + 1, to: head.to }) : (value ?? "").split(/;\s+/);
  return values.flatMap((each) => (each === "" ? [] : readPeopleOrBody([each], view.rules)));
}

/** A list item, or where the format tells no lists a line that is numbered as one. */
const isEntry = (view: View, index: number): boolean =>
  blockOf(view, index).kind === "list-item" || NUMBERED.test(view.lines[index]!.text);

const NUMBERED = /^\(?\d{1,2}[.)]\s+(?=\p{Lu})/u;

function listBelow(view: View, range: Range): string[] {
  const lines = within(view, range);
  const end = lines.find(({ index }) => !isEntry(view, index))?.index ?? range.to;
  return within(view, { ...range, to: end }).map(({ index, line }) =>
    NUMBERED.test(line.text) ? line.text.replace(NUMBERED, "") : wordsOf(view.document, blockOf(view, index)),
  );
}

/** Who responds and to whom, as a response's title says. */
export function readParties(view: View, head: Range): { from: Person[]; to: Person[] } {
  const titles = [view.document.title ?? "", ...within(view, head).map(({ line }) => line.text)].filter(
    (text) => !isProse(text) || wordCount(text) < 25,
  );
  const said = (group: "by" | "over" | "to") =>
    titles
      .map((text) => view.rules.read("responds", text)?.groups?.[group]?.trim())
      .find((name) => name !== undefined && isBody(view, name) && (group !== "over" || NAMED.test(name)));
  const [by, to] = [said("by") ?? said("over"), said("to")];
  return { from: by ? [organisation(by)] : [], to: to ? [organisation(to)] : [] };
}

/** How far down a head the name of whoever responds may stand alone, in lines. */
const HEADING_LINES = 3;

/** The body whose name alone stands over a response's title, where it is none of those to whom it goes. */
export function readHeading(view: View, head: Range, to: readonly Person[]): Person[] {
  const names = within(view, { ...head, to: Math.min(head.to, head.from + HEADING_LINES) })
    .filter(({ index, line }) => isWhole(view, index) && kindOfLine(line.text, view.rules) === "organisation")
    .map(({ line }) => line.text)
    .filter((text) => NAMED.test(text) && !view.rules.holds("committee", text) && !view.rules.shows(text, "responds"));
  const others = names.filter((name) => to.every(({ organisation }) => !sharesName(name, organisation)));
  return others.slice(0, 1).map(organisation);
}

const sharesName = (a: string, b: string | null): boolean =>
  b !== null && (a.toLowerCase().includes(b.toLowerCase()) || b.toLowerCase().includes(a.toLowerCase()));

/** Words that all begin with capitals, as a body's name has them and a topic does not. */
const NAMED = /^\p{Lu}[\p{L}’']*(?:\s+(?:\p{Lu}[\p{L}’']*|of|for|and|the|&))*\s+\p{Lu}[\p{L}’']*$/u;

const isBody = (view: View, name: string): boolean =>
  view.rules.is("body", name) || ["organisation", "role"].includes(kindOfLine(name, view.rules));

const organisation = (name: string): Person => ({ name: null, role: null, organisation: name });
