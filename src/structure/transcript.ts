import type { Person } from "../records/person.ts";
import { readIsoDay } from "./day.ts";
import { readName } from "./name.ts";
import { knownByRoster } from "./roster.ts";
import { speakerOf, type Turn } from "./turn.ts";
import {
  endsAsking,
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

/** A transcript: its turns, who asked (from) and who answered (to). */
export function readTranscript(view: View, range: Range, found: readonly Turn[]): PartDraft {
  const labelled = knownByRoster(view, { from: range.from, to: found[0]!.line }, found);
  const turns = [...labelled, ...tabledTurns(view, range, labelled)].sort((a, b) => a.line - b.line);
  const asks = askers(view, turns, range.to);
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
    subject: head.find((text) => view.rules.shows(text, "transcript-title")) ?? view.document.title ?? head[0] ?? null,
  });
}

/** Questions that were tabled stand under their number and the name of who asks, and have no label: "2024/0412 – Ponds", "Ada Moss AM", and the question. */
function tabledTurns(view: View, range: Range, turns: readonly Turn[]): Turn[] {
  const speaking = new Map(turns.map(({ speaker, member }) => [speaker.name, { speaker, member }]));
  return within(view, { from: range.from, to: range.to - 2 }).flatMap(({ line, index }): Turn[] => {
    const below = view.lines[index + 2]!.text;
    if (!view.rules.shows(line.text, "question-number") || !(isProse(below) || endsAsking(below))) return [];
    const named = readName(view.lines[index + 1]!.text, view.rules);
    if (!named) return [];
    const { name, sure } = named;
    const unheard = sure ? { speaker: { name, role: null, organisation: null }, member: true } : undefined;
    const asker = speaking.get(name) ?? unheard;
    return asker ? [{ ...asker, line: index, bodyLine: index + 2, words: 0, number: null }] : [];
  });
}

const dateOf = (view: View, head: readonly string[]): string | null =>
  head.map(readIsoDay).find((date) => date !== null) ?? readIsoDay(view.document.metadata.published ?? "");

/**
 * Those whose questions are numbered ask, or else members who never speak for an office, and others without one who mostly put questions; where all
 * or none are members, the first to speak asks.
 */
function askers(view: View, turns: readonly Turn[], end: number): (turn: Turn) => boolean {
  const numbered = turns.filter(({ number }) => number !== null);
  const officers = new Set(turns.filter(({ member, speaker }) => !member && speaker.role !== null).map(speakerOf));
  const asking = turns.filter((turn) => turn.member && !officers.has(speakerOf(turn)));
  const members = new Set((numbered.length > 0 ? numbered : asking).map(speakerOf));
  const all = new Set(turns.map(speakerOf));
  const known = members.size > 0 && members.size < all.size ? members : new Set([speakerOf(turns[0]!)]);
  const more = new Set([...known, ...(numbered.length > 0 ? [] : inquirers(view, turns, end))]);
  const asks = more.size < all.size ? more : known;
  return (turn) => asks.has(speakerOf(turn));
}

/** Who speak for no office and put a question at the end of most of their turns. */
function inquirers(view: View, turns: readonly Turn[], end: number): string[] {
  const [asked, spoken] = [new Map<string, number>(), new Map<string, number>()];
  turns.forEach((turn, nth) => {
    const who = speakerOf(turn);
    const last = view.lines[(turns[nth + 1]?.line ?? end) - 1]!.text;
    spoken.set(who, (spoken.get(who) ?? 0) + 1);
    if (endsAsking(last)) asked.set(who, (asked.get(who) ?? 0) + 1);
  });
  const inOffice = new Set(turns.filter(({ speaker }) => speaker.role !== null).map(speakerOf));
  return [...asked.keys()].filter((who) => !inOffice.has(who) && asked.get(who)! * 2 > spoken.get(who)!);
}

function distinct(turns: readonly Turn[]): Person[] {
  const people = new Map<string | null, Person>();
  for (const { speaker } of turns) {
    const key = speakerOf({ speaker });
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

function turnSpan(view: View, turn: Turn, end: number): { start: number; end: number } | null {
  if (turn.bodyLine >= end) return null;
  const line = view.lines[turn.bodyLine]!;
  const label = turn.words;
  const space = /^\s*/.exec(line.text.slice(label))![0].length;
  const start = line.start + label + space;
  const last = view.lines[end - 1]!.end;
  return start < last ? { start, end: last } : null;
}
