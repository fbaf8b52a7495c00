import type { Mark } from "../document/document.ts";
import type { Person } from "../records/person.ts";
import { type Initials, readInitials } from "./initials.ts";
import { readName } from "./name.ts";
import { kindOfLine, officeAlone, readRole } from "./people.ts";
import { blocksIn } from "./statement.ts";
import { asksOnly } from "./typed-exchange.ts";
import { blockOf, isProse, isWhole, type Range, type View, within, wordCount } from "./view.ts";

/** Where a turn begins: the line of the speaker's label, the length of the label in it, and the first line of what is said. */
export type Turn = {
  line: number;
  bodyLine: number;
  words: number;
  speaker: Person;
  /** Whether the label shows a member of the body that asks. */
  member: boolean;
  /** The number printed before a question ("Q12"). */
  number: string | null;
};
type Candidate = Turn & { sure: boolean };

/** Fewer turns than this are no transcript. */
const FEWEST_TURNS = 3;

/** The turns in a range of lines, in either layout; empty where it is no transcript. */
export function findTurns(view: View, range: Range): Turn[] {
  const initials = readInitials(view, range);
  const below = { ...range, from: initials.end };
  const bold = new Map(view.document.marks.flatMap((mark) => (mark.kind === "bold" ? [[mark.start, mark]] : [])));
  const labelled = known(within(view, below).flatMap(({ index }) => labelledTurn(view, index, initials, bold) ?? []));
  const captioned = labelled.length >= FEWEST_TURNS ? [] : known(captionedTurns(view, range));
  const turns = labelled.length >= captioned.length ? labelled : captioned;
  if (asksOnly(view, blocksIn(view, range), turns.length)) return [];
  return turns.length >= FEWEST_TURNS && new Set(turns.map(speakerOf)).size > 1 ? turns : [];
}

/** What a speaker is known by within one transcript. */
export const speakerOf = ({ speaker }: Pick<Turn, "speaker">): string => speaker.name ?? speaker.role ?? "";

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

/** A name that stands over each speech, with a party or an office: after its picture, in bold, or over two lines. */
function captionedTurns(view: View, range: Range): Candidate[] {
  const marked = new Map<number, Mark>();
  for (const mark of view.document.marks)
    if (mark.kind === "bold" || mark.kind === "link") marked.set(mark.start, mark);
  const read = (at: (index: number) => Candidate | null): Candidate[] => {
    const turns: Candidate[] = [];
    for (let index = range.from; index < range.to; index++) {
      const caption = at(index);
      if (caption === null) continue;
      turns.push({ ...caption, bodyLine: afterClock(view, caption.bodyLine) });
      index = caption.bodyLine - 1;
    }
    return turns;
  };
  const turns = read((index) => captionAt(view, index, range.to, marked));
  if (turns.length < FEWEST_TURNS) return turns;
  const first = turns[0]!.line;
  return read((index) => captionAt(view, index, range.to, marked) ?? (index > first ? nameAlone(view, index) : null));
}

/** A name and nothing else between paragraphs: whoever speaks there, where others are known to have their names over what they say. */
function nameAlone(view: View, index: number): Candidate | null {
  const { text } = view.lines[index]!;
  const [above, below] = [view.lines[index - 1]?.text ?? "", view.lines[index + 1]?.text ?? ""];
  const stands = isWhole(view, index) && blockOf(view, index).kind !== "list-item" && /[.?!…]["'”’)]?$/.test(above);
  if (!stands || wordCount(below) < 2 || !/^["'“‘]?\p{Lu}/u.test(below) || /[.?!:;,]$/.test(text)) return null;
  return candidate(view, { line: index, bodyLine: index + 1, name: text, rest: "", sure: false });
}

/** As many words as a name, a party and a long office have. */
const LONGEST_CAPTION = 16;
const TIME = /^\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?(?:\s+|$)/i;

/** What is said begins below the hour, where that is printed under a name. */
const afterClock = (view: View, line: number): number =>
  view.lines[line]?.text.replace(TIME, "") === "" ? line + 1 : line;

/** "Ada Moss (Chair)" on a line of its own. */
const TITLED = /^(?<name>\p{Lu}[^()]{2,50}?)\s+\((?<rest>[^()]{2,90})\)$/u;

function captionAt(view: View, index: number, end: number, marked: ReadonlyMap<number, Mark>): Candidate | null {
  const line = view.lines[index]!;
  const text = line.text.replace(TIME, "");
  if (wordCount(text) > LONGEST_CAPTION || /[.?!:;,]$/.test(text) || blockOf(view, index).kind === "list-item")
    return null;
  const office = isWhole(view, index) ? officeAlone(text, view.rules) : null;
  if (office !== null) return officeTurn(view, index, office);
  const picture = view.rules.read("caption", text)?.groups;
  if (picture?.name)
    return candidate(view, {
      line: index,
      bodyLine: index + 1,
      name: picture.name,
      rest: picture.rest ?? "",
      sure: true,
    });
  const holder = view.rules.read("office-holder", text)?.groups;
  if (holder?.name && view.rules.holds("role", holder.role!))
    return candidate(view, { line: index, bodyLine: index + 1, name: holder.name, rest: holder.role!, sure: true });
  const titled = isWhole(view, index) ? TITLED.exec(text)?.groups : undefined;
  if (titled && isPosition(view, titled.rest!))
    return candidate(view, { line: index, bodyLine: index + 1, name: titled.name!, rest: titled.rest!, sure: false });
  const named = nameBefore(view, text, marked.get(line.end - text.length));
  const partisan = named && view.rules.holds("party", named.rest) ? officeAlone(named.name, view.rules) : null;
  if (partisan !== null) return officeTurn(view, index, partisan);
  if (named) return candidate(view, { line: index, bodyLine: index + 1, ...named, sure: false });
  if (blockOf(view, index).kind === "heading" && isWhole(view, index) && readName(text, view.rules)?.sure)
    return candidate(view, { line: index, bodyLine: index + 1, name: text, rest: "", sure: false });
  const below = view.lines[index + 1]?.text ?? "";
  const stands = isWhole(view, index) && index + 1 < end && !isProse(below) && wordCount(below) <= LONGEST_CAPTION / 2;
  if (stands && isPosition(view, below))
    return candidate(view, { line: index, bodyLine: index + 2, name: text, rest: below, sure: false });
  return null;
}

/** An office over a speech, where whoever holds it is not named. */
const officeTurn = (view: View, index: number, role: string): Candidate => ({
  line: index,
  bodyLine: index + 1,
  words: 0,
  number: null,
  member: view.rules.holds("member", role),
  speaker: { name: null, role, organisation: null },
  sure: false,
});

const isPosition = (view: View, text: string): boolean =>
  view.rules.holds("party", text) || view.rules.holds("role", text);

/** A line that is a name and then a party or an office; the name is printed in bold or as a link, or ends where the office begins. */
function nameBefore(view: View, text: string, mark: Mark | undefined): { name: string; rest: string } | null {
  const name = mark ? view.document.text.slice(mark.start, mark.end) : "";
  if (name !== "" && text.startsWith(name) && name !== text) return { name, rest: text.slice(name.length).trim() };
  const split = new RegExp(
    `^(?<name>.{3,50}?)\\s+(?<rest>${view.rules.list("party")}|${view.rules.list("office")})$`,
    "iu",
  );
  const groups = split.exec(text)?.groups;
  return groups ? { name: groups.name!, rest: groups.rest! } : null;
}

type Caption = { line: number; bodyLine: number; name: string; rest: string; sure: boolean };

function candidate(view: View, { line, bodyLine, name: printed, rest, sure }: Caption): Candidate | null {
  const name = readName(printed, view.rules);
  if (name === null || kindOfLine(printed, view.rules) !== "name") return null;
  const party = view.rules.holds("party", rest);
  const said = rest === "" || party ? { role: null, organisation: null } : readRole(rest, view.rules);
  const member =
    party || name.member || (view.rules.holds("peer", printed) && rest === "") || view.rules.holds("member", rest);
  return { line, bodyLine, words: 0, number: null, member, sure, speaker: { name: name.name, ...said } };
}
