import type { Person } from "../records/person.ts";
import { readName } from "./name.ts";
import { merge, OFFICE_FIRST, readPeople, readRole } from "./people.ts";
import { type Range, type View, within } from "./view.ts";

/** Whom initials stand for, and whether the list shows a member of the body that asks. */
export type Meant = { person: Person; member: boolean };

/** The initials by which speakers are marked, with whom each stands for, and the line after the list that says so. */
export type Initials = { people: ReadonlyMap<string, Meant>; end: number };

/** "PCC: Ada Moss, Police and Crime Commissioner", "CC – Chief Constable Tom Reed". */
const ENTRY = /^(?<initials>\p{Lu}{1,5})\s*(?::|=|\s[–-])\s+(?<who>\p{Lu}[^:?!]{4,100})$/u;

/** A list of them has at least this many, one below the other. */
const FEWEST = 2;

/** "Ada Moss AM (Chair) (AM); Tom Reed (TR), Director of Lifts": whom initials in brackets stand for, in a list of those present. */
const BRACKETED =
  /(?<who>\p{Lu}[^;,()]{3,60}?(?:\s\([^()]{3,40}\))?)\s\((?<initials>\p{Lu}{2,4})\)(?:, (?<role>[^;()]{2,80}))?/gu;

/** As many lines of such a list may name nobody by initials. */
const BETWEEN = 3;

function readBracketed(view: View, range: Range): Initials | null {
  const people = new Map<string, Meant>();
  let end = range.from;
  for (const { line, index } of within(view, range)) {
    if (people.size >= FEWEST && index - end > BETWEEN) break;
    const found = [...line.text.matchAll(BRACKETED)].flatMap(({ groups }) => bracketed(view, groups ?? {}));
    if (found.length < FEWEST && !found.some(({ own }) => own)) continue;
    for (const { initials, meant } of found) people.set(initials, meant);
    end = index + 1;
  }
  return people.size >= FEWEST ? { people, end } : null;
}

/** Whom initials in brackets stand for, and whether they are those of the name; nobody where they are an office's. */
function bracketed(
  view: View,
  { who: named = "", initials = "", role = "" }: Record<string, string | undefined>,
): { initials: string; own: boolean; meant: Meant }[] {
  const who = named.replace(/^(?:[^:]*:\s*)?(?:the )?/i, "");
  const [person] = readPeople([who], view.rules);
  const own = person?.name?.replace(/[^\p{Lu}]/gu, "") === initials;
  if (!person || (!own && view.rules.is("post-nominal", initials))) return [];
  const said = view.rules.holds("role", role) ? readRole(role, view.rules) : null;
  const meant = {
    person: said ? merge(person, { name: null, ...said }) : person,
    member: view.rules.holds("member", `${who} ${role}`),
  };
  return [{ initials, own, meant }];
}

/** The first list of initials in a range of lines; nobody where there is none. */
export function readInitials(view: View, range: Range): Initials {
  const bracketed = readBracketed(view, range);
  if (bracketed) return bracketed;
  let people = new Map<string, Meant>();
  for (const { line, index } of within(view, range)) {
    const { initials = "", who = "" } = ENTRY.exec(line.text)?.groups ?? {};
    const person = initials === "" ? null : personIn(view, who);
    if (person && !people.has(initials)) people.set(initials, { person, member: false });
    else if (people.size >= FEWEST) return { people, end: index };
    else people = new Map();
  }
  return { people: people.size >= FEWEST ? people : new Map(), end: range.from };
}

function personIn(view: View, who: string): Person | null {
  const [person] = readPeople([who], view.rules);
  if (person && person.name !== null) return person;
  const { role = "", name = "" } = OFFICE_FIRST.exec(who)?.groups ?? {};
  const read = readName(name, view.rules);
  return read && { name: read.name, role, organisation: null };
}
