import type { Person } from "../records/person.ts";
import { readIsoDay } from "./day.ts";
import { readName, readRole } from "./people.ts";
import {
  blockOf,
  isWhole,
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

/** Where a turn begins: the line of the speaker's label, how much of it the label takes, and how many lines a caption takes. */
type Opening = {
  line: number;
  words: number;
  bodyLine: number;
  speaker: Person;
  member: boolean;
  number: string | null;
};

/** Fewer speakers' turns than this are no transcript. */
const FEWEST_TURNS = 3;

/** The turns in a range of lines, in either layout; empty where it is no transcript. */
export function findTurns(view: View, range: Range): Opening[] {
  const labelled = within(view, range).flatMap(({ index }) => labelledTurn(view, index) ?? []);
  const captioned = captionedTurns(view, range);
  const turns = labelled.length >= captioned.length ? labelled : captioned;
  const speakers = new Set(turns.map(({ speaker }) => speaker.name ?? speaker.role));
  return turns.length >= FEWEST_TURNS && speakers.size > 1 ? turns : [];
}

/** "Name AM (Chair):", "Q12 Chair:" at the start of a line. */
function labelledTurn(view: View, index: number): Opening | null {
  const { text } = view.lines[index]!;
  const match = view.rules.read("turn", text);
  if (!match?.groups || view.rules.shows(match[0], "no-turn")) return null;
  const { who = "", role = "", number = null } = match.groups;
  const name = readName(who, view.rules);
  const office = name === null && view.rules.holds("role", who);
  if (name === null && !office) return null;
  if (name !== null && !name.sure && role === "" && wordCount(who) < 2) return null;
  const said = role ? readRole(role, view.rules) : { role: name === null ? who : null, organisation: null };
  const member = name?.member === true || view.rules.holds("member", `${who} ${role}`);
  return {
    line: index,
    bodyLine: index,
    words: match[0].length,
    number,
    member,
    speaker: { name: name?.name ?? null, ...said },
  };
}

/** A name that stands over each speech: "Photo of A B A B Green", or a name with a party or an office, again and again. */
function captionedTurns(view: View, range: Range): Opening[] {
  return within(view, range).flatMap(({ index }): Opening[] => {
    const caption = captionAt(view, index, range.to);
    return caption ? [caption] : [];
  });
}

function captionAt(view: View, index: number, end: number): Opening | null {
  const { text } = view.lines[index]!;
  if (wordCount(text) > 16 || /[.?!:;]$/.test(text) || blockOf(view, index).kind === "list-item") return null;
  const groups = view.rules.read("caption", text)?.groups;
  const printed = groups?.name ?? markedName(view, index);
  if (printed && readName(printed, view.rules) !== null) {
    const rest = (groups ? (groups.rest ?? "") : text.slice(printed.length)).trim();
    return opening(view, index, index + 1, printed, rest);
  }
  const position = view.lines[index + 1]?.text ?? "";
  const bare = isWhole(view, index) && readName(text, view.rules) !== null;
  if (
    bare &&
    index + 1 < end &&
    wordCount(position) <= 8 &&
    (view.rules.holds("party", position) || view.rules.holds("role", position))
  )
    return opening(view, index, index + 2, text, position);
  const split = new RegExp(
    `^(?<name>.{3,50}?)\\s+(?<rest>${view.rules.list("party")}|${view.rules.list("office")})$`,
    "iu",
  ).exec(text)?.groups;
  if (split && readName(split.name!, view.rules) !== null)
    return opening(view, index, index + 1, split.name!, split.rest!);
  return null;
}

/** The name that a line begins with in bold or as a link. */
function markedName(view: View, index: number): string | null {
  const { start, end } = view.lines[index]!;
  const mark = view.document.marks.find(
    (each) => each.start === start && each.end < end && (each.kind === "bold" || each.kind === "link"),
  );
  return mark ? view.document.text.slice(mark.start, mark.end) : null;
}

function opening(view: View, line: number, bodyLine: number, printed: string, rest: string): Opening | null {
  const name = readName(printed, view.rules);
  if (name === null) return null;
  const party = view.rules.holds("party", rest);
  const said = rest === "" || party ? { role: null, organisation: null } : readRole(rest, view.rules);
  return {
    line,
    bodyLine,
    words: 0,
    number: null,
    member: party || name.member || view.rules.holds("member", rest),
    speaker: { name: name.name, ...said },
  };
}

/** A transcript: its turns, who asked (from) and who answered (to). */
export function readTranscript(view: View, range: Range, turns: readonly Opening[]): PartDraft {
  const asks = askers(turns);
  const segments = turns.flatMap((turn, nth): SegmentDraft[] => {
    const span = turnSpan(view, turn, turns[nth + 1]?.line ?? range.to);
    if (span === null) return [];
    const other = turns.slice(nth + 1).find((each) => asks(each) !== asks(turn)) ?? null;
    const before = turns.slice(0, nth).findLast((each) => asks(each) !== asks(turn)) ?? null;
    const addressee = (asks(turn) ? (other ?? before) : (before ?? other))?.speaker ?? null;
    return [segmentOf("turn", span, { speaker: turn.speaker, addressee, label: turn.number })];
  });
  const head = within(view, { from: range.from, to: turns[0]!.line }).map(({ line }) => line.text);
  return partOf("transcript", spanOf(view, range), segments, {
    date: dateOf(view, head),
    from: distinct(turns.filter(asks)),
    to: distinct(turns.filter((turn) => !asks(turn))),
    subject: head.find((text) => /^transcript\b/i.test(text)) ?? view.document.title ?? head[0] ?? null,
  });
}

const dateOf = (view: View, head: readonly string[]): string | null =>
  head.map(readIsoDay).find((date) => date !== null) ??
  readIsoDay(view.document.metadata.published ?? view.document.metadata.date ?? "");

/** Members ask; where all or none are members, the first to speak asks. */
function askers(turns: readonly Opening[]): (turn: Opening) => boolean {
  const keyOf = ({ speaker }: Opening) => speaker.name ?? speaker.role;
  const members = new Set(turns.filter(({ member }) => member).map(keyOf));
  const all = new Set(turns.map(keyOf));
  const asking = members.size > 0 && members.size < all.size ? members : new Set([keyOf(turns[0]!)]);
  return (turn) => asking.has(keyOf(turn));
}

function distinct(turns: readonly Opening[]): Person[] {
  const people = new Map<string | null, Person>();
  for (const { speaker } of turns) {
    const key = speaker.name ?? speaker.role;
    const known = people.get(key);
    people.set(
      key,
      known
        ? { ...known, role: known.role ?? speaker.role, organisation: known.organisation ?? speaker.organisation }
        : speaker,
    );
  }
  return [...people.values()];
}

function turnSpan(view: View, turn: Opening, end: number): { start: number; end: number } | null {
  if (turn.bodyLine >= end) return null;
  const line = view.lines[turn.bodyLine]!;
  const label = turn.words;
  const space = /^\s*/.exec(line.text.slice(label))![0].length;
  const start = line.start + label + space;
  const last = view.lines[end - 1]!.end;
  return start < last ? { start, end: last } : null;
}
