import type { Mark } from "../document/document.ts";
import { captionedTurns } from "./captioned-turns.ts";
import { withHearing } from "./hearing.ts";
import { type Initials, readInitials } from "./initials.ts";
import { readName } from "./name.ts";
import { kindOfLine, readRole } from "./people.ts";
import { blocksIn } from "./statement.ts";
import { type Candidate, FEWEST_TURNS, speakerOf, type Turn } from "./turn.ts";
import { asksOnly } from "./typed-exchange.ts";
import { blockOf, type Range, type View, within } from "./view.ts";

/** The turns in a range of lines, in either layout; empty where it is no transcript. */
export function findTurns(view: View, range: Range): Turn[] {
  const initials = readInitials(view, range);
  const below = { ...range, from: initials.end };
  const bold = new Map(view.document.marks.flatMap((mark) => (mark.kind === "bold" ? [[mark.start, mark]] : [])));
  const named = within(view, below).flatMap(({ index }) => labelledTurn(view, index, initials, bold) ?? []);
  const labelled = known(withHearing(view, below, named));
  const captioned = labelled.length >= FEWEST_TURNS ? [] : known(captionedTurns(view, range));
  const turns = labelled.length >= captioned.length ? labelled : captioned;
  const speak = turns.length >= FEWEST_TURNS && new Set(turns.map(speakerOf)).size > 1;
  return speak && !asksOnly(view, blocksIn(view, range), turns.length) ? turns : [];
}

/** A bare name is a speaker where it speaks again, or where others are known to speak. */
function known(candidates: readonly Candidate[]): Turn[] {
  const counts = new Map<string, number>();
  for (const each of candidates) counts.set(speakerOf(each), (counts.get(speakerOf(each)) ?? 0) + 1);
  const found = candidates.filter((each) => each.sure || counts.get(speakerOf(each))! > 1);
  return found.length >= Math.max(FEWEST_TURNS, candidates.length / 2) ? [...candidates] : found;
}

/** "Name AM (Chair):", "Q12 Chair:", initials that the paper explains, or a name in bold without a colon, at the start of a line. */
function labelledTurn(
  view: View,
  index: number,
  { people }: Initials,
  bold: ReadonlyMap<number, Mark>,
): Candidate | null {
  const { text } = view.lines[index]!;
  const { kind } = blockOf(view, index);
  if (kind === "note" || kind === "contents") return null;
  const match = view.rules.read("turn", text) ?? boldLabel(view, index, bold);
  if (!match?.groups) return null;
  const { who = "", role = "", number = null } = match.groups;
  const meant = people.get(who);
  const told = meant
    ? { speaker: meant.person, member: meant.member, sure: true }
    : view.rules.shows(match[0], "no-turn")
      ? null
      : (heldBy(view, who, role) ?? namedIn(view, who, role));
  if (told === null) return null;
  const asks = !meant && number !== null;
  return {
    line: index,
    bodyLine: index,
    words: Math.min(match[0].length, text.length),
    number,
    ...told,
    member: told.member || asks,
    sure: told.sure || asks,
  };
}

/** What is printed in bold before what somebody says, read as if a colon stood behind it; null where running text goes on after it. */
function boldLabel(view: View, index: number, bold: ReadonlyMap<number, Mark>): RegExpExecArray | null {
  const { text, start } = view.lines[index]!;
  const mark = bold.get(start);
  const label = mark && mark.end - start < text.length ? text.slice(0, mark.end - start).trimEnd() : "";
  const says = /^\s+["'“‘[(]?\p{Lu}.*[.?!…\])"'”’]$/su.test(text.slice(label.length));
  return label !== "" && says && !/[.:?!]$/.test(label) ? view.rules.read("turn", `${label}:`) : null;
}

type Told = Pick<Candidate, "speaker" | "member" | "sure">;

/** "THE COMMISSIONER (MR P VANE):": an office with its holder's name in brackets. */
function heldBy(view: View, who: string, role: string): Told | null {
  const known = view.rules.holds("office", who) || view.rules.holds("role", who);
  const name = known && !readName(who, view.rules)?.sure ? readName(role, view.rules) : null;
  const office = who.replace(/^the /i, "");
  return name && kindOfLine(role, view.rules) === "name"
    ? {
        speaker: { name: name.name, role: office, organisation: null },
        member: view.rules.holds("member", who),
        sure: true,
      }
    : null;
}

/** "Ada Moss AM (Chair):", "Tom Reed:", "The Chair:". */
function namedIn(view: View, who: string, role: string): Told | null {
  const name = view.rules.is("office", who) ? null : readSpeaker(who, view);
  if (name === null && !view.rules.holds("office", who)) return null;
  if (!name?.sure && kindOfLine(who, view.rules) === "organisation") return null;
  const said = role ? readRole(role, view.rules) : { role: name === null ? who : null, organisation: null };
  return {
    speaker: { name: name?.name ?? null, ...said },
    member: name?.member === true || view.rules.holds("member", `${who} ${role}`),
    sure: name === null || name.sure || (role !== "" && view.rules.holds("role", role)),
  };
}

/** A speaker's name; a surname in capitals ("MOSS:") will do. */
const readSpeaker = (who: string, view: View): ReturnType<typeof readName> =>
  readName(who, view.rules) ??
  (/^\p{Lu}[\p{Lu}'’-]{2,}$/u.test(who) ? { name: who, sure: false, member: false } : null);
