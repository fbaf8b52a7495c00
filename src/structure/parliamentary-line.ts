import type { Person } from "../records/person.ts";
import { withoutDay } from "./day.ts";
import { readName } from "./name.ts";
import { kindOfLine } from "./people.ts";
import { blockOf, isProse, type SegmentDraft, type View } from "./view.ts";

/** What a line is in a list of written questions and answers of a parliament. */
export type Piece =
  | { is: "question"; asker: Person | null; number: string | null; words: number }
  | { is: "asker"; asker: Person; number: string | null }
  | { is: "answerer"; answerer: Person; words: number }
  | { is: "heading" }
  | { is: "words" };

type Before = { segments: readonly SegmentDraft[]; pending: readonly number[] };

/** What a line is, after the segments read so far and the questions still without an answer. */
export function pieceAt(view: View, index: number, { segments, pending }: Before): Piece {
  const { text } = view.lines[index]!;
  const asked = view.rules.read("to-ask", text);
  if (asked) {
    const { who = "" } = asked.groups!;
    const words = asked.groups!.before?.length ?? 0;
    return { is: "question", asker: personIn(view, who), number: numberIn(view, text), words };
  }
  const next = view.lines[index + 1]?.text ?? "";
  const asker = view.rules.shows(next, "to-ask") ? personIn(view, text) : null;
  if (asker) return { is: "asker", asker, number: numberIn(view, text) };
  const answerer = pending.length > 0 && segments.at(-1)?.kind === "question" ? answererIn(view, text) : null;
  if (answerer) return { is: "answerer", ...answerer };
  const { kind } = blockOf(view, index);
  return { is: kind === "heading" || kind === "title" ? "heading" : "words" };
}

/** "Ada Moss (Mill Hill) (Lab) [184402]": a name with what is in brackets after it. */
export function personIn(view: View, text: string): Person | null {
  const bare = withoutDay(text)
    .replace(/^\S*\d\S*\s+/, "")
    .replace(/\s*[([][^)\]]*[)\]]/g, "")
    .replace(/^(?:asked|tabled|answered) by\s*:?\s*|,?\s*:?$/i, "")
    .trim();
  const name = readName(bare, view.rules);
  return name && kindOfLine(bare, view.rules) === "name" ? { name: name.name, role: null, organisation: null } : null;
}

const numberIn = (view: View, text: string): string | null =>
  view.rules.read("parliament-number", text)?.groups?.number ?? null;

/** Who answers: a name on its own, an office with the name in brackets, or either before the words of the answer. */
function answererIn(view: View, text: string): { answerer: Person; words: number } | null {
  const caption = view.rules.read("office-holder", text)?.groups;
  const label = view.rules.read("turn", text);
  const office = caption ? personIn(view, caption.name!) : null;
  if (office) return { answerer: { ...office, role: caption!.role!.trim() }, words: text.length };
  if (label?.groups && !view.rules.shows(label[0], "no-turn")) {
    const named = personIn(view, label.groups.who ?? "");
    const inBrackets = personIn(view, label.groups.role ?? "");
    const words = label[0].length;
    if (inBrackets) return { answerer: { ...inBrackets, role: label.groups.who ?? null }, words };
    return named ? { answerer: named, words } : null;
  }
  const named = isProse(text) || /[.?!]$/.test(text) ? null : personIn(view, text);
  if (named) return { answerer: named, words: text.length };
  return view.rules.shows(text, "answer-label")
    ? { answerer: { name: null, role: null, organisation: null }, words: text.length }
    : null;
}
