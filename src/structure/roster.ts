import type { Person } from "../records/person.ts";
import { readName } from "./name.ts";
import { kindOfLine, mayBeOne, merge, readRole } from "./people.ts";
import type { Turn } from "./turn.ts";
import { blockOf, isProse, type Range, type View, within } from "./view.ts";

/** Somebody listed over a transcript, and whether it is as one of those who ask. */
type Listed = { person: Person; member: boolean };

/** The turns with what the lists of Members and witnesses above them say of the speakers: full names, offices, and who asks. */
export function knownByRoster(view: View, above: Range, turns: readonly Turn[]): Turn[] {
  const roster = readRoster(view, above);
  return turns.map((turn) => {
    const same = roster.filter(({ person }) => isSame(turn.speaker, person));
    const [only] = same;
    if (!only || same.some(({ person }) => person.name !== only.person.name)) return turn;
    return { ...turn, speaker: same.map(({ person }) => person).reduce(merge, turn.speaker), member: only.member };
  });
}

/** Whether a speaker's label is short for somebody listed; an office alone must be the same, word for word. */
const isSame = (speaker: Person, listed: Person): boolean =>
  speaker.name === null
    ? speaker.role !== null && speaker.role.toLowerCase() === listed.role?.toLowerCase()
    : mayBeOne(speaker, listed);

function readRoster(view: View, above: Range): Listed[] {
  const listed: Listed[] = [];
  let member: boolean | null = null;
  for (const { line, index } of within(view, above)) {
    const members = view.rules.read("members-list", line.text);
    const witnesses = members ? null : view.rules.read("witness-list", line.text);
    const value = (members ?? witnesses)?.groups?.value;
    if (members || witnesses) member = members !== null;
    else if (blockOf(view, index).kind === "heading") member = null;
    const words = members || witnesses ? value : member === null ? undefined : line.text;
    for (const person of words ? peopleIn(view, words) : []) listed.push({ person, member: member! });
    if (value && isProse(line.text)) member = null;
  }
  return listed;
}

/** "Ada Moss (Chair); Tom Reed", "Ada Moss, Head of Lifts, Example Rail; and Dr Lee", "Ada Moss and Tom Reed". */
function peopleIn(view: View, words: string): Person[] {
  const pieces = words.replace(/[.,;]$/, "").split(/;\s*(?:and\s+)?/);
  const names = pieces.flatMap((piece) => piece.split(/,\s+(?:and\s+)?|\s+and\s+/));
  const isName = (name: string) =>
    personIn(view, name) !== null && kindOfLine(name.replace(/\s*\(.*$/, ""), view.rules) === "name";
  const each = names.every(isName) ? names : pieces;
  return each.flatMap((piece) => personIn(view, piece) ?? []);
}

function personIn(view: View, piece: string): Person | null {
  const groups = /^(?<name>[^,(]{3,60}?)(?:\s*\((?<office>[^)]+)\))?(?:(?:,| [–-])\s+(?<role>.+))?$/.exec(
    piece.trim(),
  )?.groups;
  const name = groups && readName(groups.name!, view.rules);
  if (!name) return null;
  const said = groups.office && view.rules.holds("role", groups.office) ? groups.office : groups.role;
  return { name: name.name, ...(said ? readRole(said, view.rules) : { role: null, organisation: null }) };
}
