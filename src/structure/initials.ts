import type { Person } from "../records/person.ts";
import { readName } from "./name.ts";
import { OFFICE_FIRST, readPeople } from "./people.ts";
import { type Range, type View, within } from "./view.ts";

/** The initials by which speakers are marked, with whom each stands for, and the line after the list that says so. */
export type Initials = { people: ReadonlyMap<string, Person>; end: number };

/** "PCC: Ada Moss, Police and Crime Commissioner", "CC – Chief Constable Tom Reed". */
const ENTRY = /^(?<initials>\p{Lu}{1,5})\s*(?::|=|\s[–-])\s+(?<who>\p{Lu}[^:?!]{4,100})$/u;

/** A list of them has at least this many, one below the other. */
const FEWEST = 2;

/** The first list of initials in a range of lines; nobody where there is none. */
export function readInitials(view: View, range: Range): Initials {
  let people = new Map<string, Person>();
  for (const { line, index } of within(view, range)) {
    const { initials = "", who = "" } = ENTRY.exec(line.text)?.groups ?? {};
    const person = initials === "" ? null : personIn(view, who);
    if (person && !people.has(initials)) people.set(initials, person);
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
