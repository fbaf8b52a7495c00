import type { PartKind } from "../records/part.ts";
import type { Person } from "../records/person.ts";
import { findActions, findTabledActions, type SetPieces } from "./actions.ts";
import { findFormLines, readDecision } from "./decision-form.ts";
import { readOwnReferences } from "./letter-fields.ts";
import {
  readAuthor,
  readHeading,
  readPaperDate,
  readPaperMonth,
  readParties,
  readRecipients,
  readReporters,
  readSender,
  readSignedDay,
  readTitle,
} from "./paper-fields.ts";
import { proseOf } from "./prose.ts";
import { blocksIn, findStatements, type Taken } from "./statement.ts";
import { typedRecords } from "./typed-records.ts";
import { type PartDraft, partOf, type Range, spanOf, type View } from "./view.ts";

/** How many lines at the head of a paper may bear its date, number and title. */
const HEAD_LINES = 30;

/** What is no letter and no list of speeches or questions: a decision form, minutes, a report, a response, or something else. */
export function readPaper(view: View, range: Range, kind: PartKind): PartDraft {
  const head = { from: range.from, to: Math.min(range.to, range.from + HEAD_LINES) };
  const statements = findStatements(view, range, TAKEN[kind] ?? "labels");
  const records = kind === "decision" ? new Map() : typedRecords(view, blocksIn(view, range));
  const segments = proseOf(view, [range], {
    records,
    statements,
    replies: kind === "report" ? "labelled" : kind === "response",
    pieces: piecesOf(view, range, kind),
  });
  const decision = kind === "decision" ? readDecision(view, range) : null;
  const headed = decision?.date ?? readPaperDate(view, head, kind);
  const month = headed === null ? readPaperMonth(view, head) : null;
  const borne = headed ?? (month === null && SIGNED.includes(kind) ? readSignedDay(view, range) : null);
  return partOf(kind, spanOf(view, range), segments, {
    date: borne ?? month,
    dateInferred: borne === null && month !== null,
    subject: readTitle(view, head, kind),
    ownReferences: readOwnReferences(view, [head]),
    ...peopleOf(view, head, { kind, end: range.to, signed: kind !== "other" || segments.some(isAction) }),
    ...(decision ? { from: decision.from } : {}),
  });
}

/** What is nothing else is a body's paper where it lists actions. */
const isAction = ({ kind }: { kind: string }): boolean => kind === "action";

/** What is dated where it is signed, if not at its head. */
const SIGNED: readonly PartKind[] = ["report", "response"];

const TAKEN: Partial<Record<PartKind, Taken>> = { response: "boxes", report: "lists" };

function piecesOf(view: View, range: Range, kind: PartKind): SetPieces {
  const blocks = blocksIn(view, range);
  if (kind === "minutes" || kind === "other") return findActions(view, blocks);
  if (kind === "report") return findTabledActions(view, blocks);
  return kind === "decision" ? findFormLines(view, blocks) : new Map();
}

function peopleOf(
  view: View,
  head: Range,
  { kind, end, signed }: { kind: PartKind; end: number; signed: boolean },
): { from: Person[]; to: Person[] } {
  const to = readRecipients(view, head);
  const reporters = readReporters(view, head);
  if (kind === "response") {
    const parties = readParties(view, head);
    const named = [reporters, parties.from, readSender(view, head, end)].find((people) => people.length > 0);
    return { from: named ?? readHeading(view, head, parties.to), to: parties.to.length > 0 ? parties.to : to };
  }
  if (reporters.length > 0) return { from: reporters, to };
  return { from: signed ? readAuthor(view, head, end) : readSender(view, head, end), to };
}
