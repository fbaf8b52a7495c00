import type { PartKind } from "../records/part.ts";
import { findActions } from "./actions.ts";
import { readIsoDay } from "./day.ts";
import { readOwnReferences } from "./letter-fields.ts";
import { readPeople } from "./people.ts";
import { proseOf } from "./prose.ts";
import { blocksIn, findStatements } from "./statement.ts";
import { blockOf, isProse, type PartDraft, partOf, type Range, spanOf, type View, within, withValue } from "./view.ts";

/** How many lines at the head of a paper may bear its date, number and title. */
const HEAD_LINES = 30;

/** What is no letter and no list of speeches or questions: a decision form, minutes, a report, a response, or something else. */
export function readPaper(view: View, range: Range, kind: PartKind): PartDraft {
  const lines = within(view, range);
  const head = { from: range.from, to: Math.min(range.to, range.from + HEAD_LINES) };
  const statements = findStatements(
    view,
    range,
    kind === "response" ? "boxes" : kind === "report" ? "lists" : "labels",
  );
  const pieces = kind === "minutes" ? findActions(view, blocksIn(view, range)) : new Map();
  const segments = proseOf(view, [range], { statements, replies: kind === "response", pieces });
  const title = titleOf(view, head);
  const signed = kind === "decision" ? signatory(view, range) : null;
  return partOf(kind, spanOf(view, range), segments, {
    date: signed?.date ?? dateOf(view, head) ?? readIsoDay(view.document.metadata.published ?? ""),
    subject: title,
    ownReferences: readOwnReferences(view, [head]),
    from: signed
      ? readPeople([signed.name], view.rules, true)
      : authorOf(
          view,
          lines.slice(0, 8).map(({ line }) => line.text),
          kind,
        ),
  });
}

const dateOf = (view: View, head: Range): string | null => {
  for (const { line } of within(view, head))
    if (!isProse(line.text)) {
      const day = readIsoDay(line.text);
      if (day) return day;
    }
  return null;
};

/** A line "Title: …" or "Meeting: …", the document's title, or the first heading. */
function titleOf(view: View, head: Range): string | null {
  for (const { index } of within(view, head)) {
    const named = view.rules.read("subject-label", withValue(view, index))?.groups?.value;
    if (named) return named.trim();
  }
  const heading = within(view, head).find(({ index }) => ["title", "heading"].includes(blockOf(view, index).kind));
  return (head.from === 0 ? view.document.title : null) ?? heading?.line.text ?? null;
}

/** A report or a set of minutes is by the body named at its head. */
function authorOf(view: View, head: readonly string[], kind: PartKind) {
  if (kind === "other") return [];
  const body =
    head.find((text) => !/[.?!]$/.test(text) && view.rules.holds("committee", text)) ??
    head.find((text) => view.rules.holds("body", text) && text.split(" ").length < 8);
  return body
    ? [{ name: null, role: null, organisation: view.rules.read("subject-label", body)?.groups?.value?.trim() ?? body }]
    : [];
}

/** Who took a decision, and when: the first printed name with a role, and the date that follows it. */
function signatory(view: View, range: Range): { name: string; date: string | null } | null {
  const lines = within(view, range).map(({ line }) => line.text);
  const at = lines.findIndex((text) => /^printed name:?/i.test(text));
  if (at < 0) return null;
  const printed = lines[at]!.replace(/^printed name:?\s*/i, "") || lines[at + 1] || "";
  const after = lines
    .slice(at + 1, at + 6)
    .map(readIsoDay)
    .find((date) => date !== null);
  return { name: printed, date: after ?? null };
}
