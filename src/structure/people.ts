import { oncePer } from "../document/once.ts";
import type { Person } from "../records/person.ts";
import { readName } from "./name.ts";
import type { Compiled } from "./rules.ts";

/** What a line of an address block, a signature or a speaker's label is. */
export type PeopleLine = "name" | "role" | "organisation" | "place" | "other";

const NOBODY: Person = { name: null, role: null, organisation: null };

/** What kind of line it is, from its shape and the word lists. */
export function kindOfLine(text: string, rules: Compiled): PeopleLine {
  const name = readName(text, rules);
  if (name?.sure) return "name";
  if (rules.is("office", text)) return "role";
  if (rules.is("body", text)) return "organisation";
  if (/^c\/o\s/i.test(text)) return "place";
  if (rules.holds("role", text)) return rules.holds("office-body", text) ? "organisation" : "role";
  if (/^\d|^\S*\d\S*$/.test(text)) return "place";
  if (rules.holds("body", text) || rules.holds("organisation", text)) return "organisation";
  if (/\d/.test(text) || rules.holds("place", text)) return "place";
  return name ? "name" : "other";
}

/**
 * The people of an address block or a signature, in order: each name with the role and organisation under it. `nameFirst` says
 * that the first line is a name wherever it could be one (what stands under "Yours sincerely").
 */
export function readPeople(lines: readonly string[], rules: Compiled, nameFirst = false): Person[] {
  const people: Person[] = [];
  const current = () => people.at(-1) ?? people[people.push({ ...NOBODY }) - 1]!;
  const joined = nameFirst ? officeAfterName(lines[0] ?? "", rules) : null;
  const all = lines.flatMap((line, nth) => {
    if (nth === 0 && joined) return joined;
    return isOfficeUnder(lines[nth - 1], line, rules) ? [line.trim()] : splitNamed(line, rules);
  });
  all.forEach((text, index) => {
    const kind =
      nameFirst && index === 0 ? firstKind(text, rules) : kindAfter(people.at(-1), text, all[index + 1], rules);
    if (kind === "name") people.push({ ...NOBODY, name: readName(text, rules)?.name ?? text.replace(/[,.]$/, "") });
    else if (kind === "role") addRole(people, current(), text, rules);
    else if (kind === "organisation" && continues(people.at(-1)?.role)) current().role += ` ${text}`;
    else if (kind === "organisation") current().organisation ??= text;
  });
  return people
    .filter(({ name, role }) => name !== null || role !== null)
    .map((person) => withOrganisation(person, rules));
}

/** Whether a line stands under a name alone and begins with an office: what follows its comma is a department ("Case Adviser, Internal Audit") and no second name. */
function isOfficeUnder(above: string | undefined, line: string, rules: Compiled): boolean {
  if (above === undefined || !isPerson(above.trim(), rules)) return false;
  const [, office = "", rest = ""] = /^([^,|]{3,80}),\s+([^,|]{3,60})$/.exec(line.trim()) ?? [];
  return kindOfLine(office, rules) === "role" && readName(rest, rules)?.sure === false;
}

/** The people of a signature or a header, whose first line is a name where it could be one; or the body that stands there alone. */
export function readPeopleOrBody(lines: readonly string[], rules: Compiled): Person[] {
  const people = readPeople(lines, rules, true);
  const bodies = lines.filter((line) => kindOfLine(line, rules) === "organisation");
  return people.length > 0 || bodies.length === 0 ? people : [{ ...NOBODY, organisation: bodies.join(", ") }];
}

const FIRST_NAME = /^\p{Lu}\p{Ll}+[,.]?$/u;

/** Under "Yours sincerely" a surname such as Hall or Street is no place. */
const firstKind = (text: string, rules: Compiled): PeopleLine => {
  const kind = kindOfLine(text, rules);
  if (kind === "other" && FIRST_NAME.test(text)) return "name";
  return kind === "place" && readName(text, rules) ? "name" : kind;
};

/** Several words that begin with capitals, such as a firm's name. */
const COMPANY = /^\p{Lu}[\p{L}'’.]+(?:\s+(?:&|and|of|for|the|\p{Lu}[\p{L}'’.]*))+$/u;

/** What could be a name after a name and a role is an organisation, unless a role of its own follows it. */
function kindAfter(person: Person | undefined, text: string, next: string | undefined, rules: Compiled): PeopleLine {
  const kind = kindOfLine(text, rules);
  const unsure = (kind === "name" && !readName(text, rules)!.sure) || (kind === "other" && COMPANY.test(text));
  const settled = person !== undefined && person.name !== null && (person.role !== null || kind === "other");
  const free = settled && person.organisation === null && (next === undefined || kindOfLine(next, rules) !== "role");
  return unsure && free ? "organisation" : kind;
}

/** Whether a role goes on in the next line. */
const continues = (role: string | null | undefined): boolean => /(?:[,&-]|\b(?:and|of|the|for|in))$/i.test(role ?? "");

function addRole(people: Person[], person: Person, text: string, rules: Compiled): void {
  if (person.role === null) person.role = text.replace(/[,;]$/, "");
  else if (continues(person.role)) person.role += ` ${text}`;
  else if (rules.is("rank", person.role) && !rules.is("rank", text)) person.role += `, ${text}`;
  else if (person.name === null || rules.holds("lone-office", text)) people.push({ ...NOBODY, role: text });
}

/** "Chief Constable Tom Reed QPM", in one line: the office (`role`) before the name (`name`). */
export const OFFICE_FIRST =
  /^(?<role>\p{Lu}.+?)\s+(?<name>(?:Sir |Dame |Dr )?(?!(?:OF|FOR|AND|THE)\b)\p{Lu}[\p{L}’'-]+\s+\p{Lu}[\p{L}’'-]+(?:,? \p{Lu}{2,4})*)$/u;

/** The two in the order name, office; null where the line is something else, or its end is a topic ("Minister for Health and Social Services"). */
function officeFirst(line: string, rules: Compiled): string[] | null {
  const { role = "", name = "" } = OFFICE_FIRST.exec(line)?.groups ?? {};
  const isOffice = (rules.is("office", role) || rules.is("rank", role)) && !continues(role);
  return isOffice && readName(name, rules) ? [name, role] : null;
}

/** "Sir Tom Reed MP Chair", "Ada Moss Deputy Mayor for Ponds (by e-mail)": a name and, with no mark between them, the office. */
function officeBehind(line: string, rules: Compiled): string[] | null {
  const words = line.replace(/\s+\(by [^()]{3,30}\)$/i, "");
  if (!HAS_LETTERS_OR_TOPIC.test(words)) return null;
  for (const shape of behindOf(rules)) {
    const { name = "", office = "" } = shape.exec(words)?.groups ?? {};
    if (name !== "" && isPerson(name, rules) && kindOfLine(office, rules) === "role") return [name, office];
  }
  return null;
}

/** "Tom Reed Assistant Director, Ponds" under a farewell: a name of two words or three with the office right behind it; null for other lines. */
function officeAfterName(line: string, rules: Compiled): string[] | null {
  const words = line.trim().split(/\s+/);
  const at = [2, 3].find(
    (count) => count + 1 < words.length && /^\p{Lu}/u.test(words[count]!) && rules.holds("role", words[count]!),
  );
  const [name, office] = [words.slice(0, at).join(" "), words.slice(at).join(" ")];
  const named = at !== undefined && !rules.holds("role", name) && isPerson(name, rules);
  return named && kindOfLine(office, rules) === "role" ? [name, office] : null;
}

/** Without either no line is such: most need not be read further. */
const HAS_LETTERS_OR_TOPIC = /\s\p{Lu}{2,5}\s|\s(?:for|of)\s/u;

/** What parts a name from the office behind it: the letters of an honour, or the beginning of an office that says of what. */
const behindOf = oncePer((rules: Compiled): RegExp[] =>
  [
    `.{3,50}? ${rules.list("post-nominal")})\\s+(?<office>\\p{L}.*`,
    `.{3,50}?)\\s+(?<office>(?=.* (?:for|of) )${rules.list("office")}`,
  ].map((shape) => new RegExp(`^(?<name>${shape})$`, "iu")),
);

/** "Hester Quill, Deputy Mayor" as two lines; "From the Chair, Ada Moss" as well, the name first. */
export function splitNamed(line: string, rules: Compiled): string[] {
  if (/\S \| \S/.test(line)) return line.split(" | ").map((piece) => piece.trim());
  const joined = officeFirst(line.trim(), rules) ?? officeBehind(line.trim(), rules);
  if (joined) return joined;
  const [, office, name] = /^(?:from )?(?:the )?(.{3,80}),\s+([^,]{3,60})$/i.exec(line.trim()) ?? [];
  const sure = name !== undefined && readName(name, rules)?.sure;
  if (
    office &&
    name &&
    (sure || (!office.includes(",") && isPerson(name, rules))) &&
    kindOfLine(office, rules) === "role"
  )
    return [name, office];
  const [, first, rest] = /^(.{3,60}?)(?:,| [–—-])\s+(.+)$/.exec(line.trim()) ?? [];
  const named = first === undefined ? null : readName(first, rules);
  if (first && rest && named && (named.sure || !rules.holds("role", first)) && kindOfLine(rest, rules) === "role")
    return [first, rest];
  const ranked = rest && kindOfLine(rest, rules) === "organisation" ? officeFirst(first!, rules) : null;
  if (ranked) return [...ranked, rest!];
  const [, before, inner] = /^(.{3,60}?)\s+\(([^()]{2,80})\)$/.exec(line.trim()) ?? [];
  if (before && inner && isPerson(before, rules)) return rules.holds("role", inner) ? [before, inner] : [before];
  return namesIn(line, rules) ?? [line.trim()];
}

/** "Ada Moss, Tom Reed and thirty others" as a line a name; null where it is no list of names. */
function namesIn(line: string, rules: Compiled): string[] | null {
  const pieces = line
    .trim()
    .replace(/,?\s+(?:and|&)\s+(?:[\p{L}-]+|\d+) others\.?$/u, "")
    .split(/,\s+(?:and\s+)?|\s+(?:and|&)\s+/);
  return pieces.length > 1 && pieces.every((piece) => isPerson(piece, rules)) ? pieces : null;
}

/** A name of two words or more, or with what only names have ("Dr Lee"), and no office or place. */
const isPerson = (text: string, rules: Compiled): boolean =>
  readName(text, rules) !== null && kindOfLine(text, rules) === "name" && !rules.holds("place", text);

/** A role that ends with its organisation ("Director, Transport for London") gives it up; one "of the Assembly" keeps it as well. */
export function withOrganisation(person: Person, rules: Compiled): Person {
  const { role, organisation } = person;
  if (role === null || organisation !== null) return person;
  const comma = role.lastIndexOf(", ");
  const tail = role.slice(comma + 2);
  const ownCommittee = rules.holds("committee", tail) && rules.holds("member", role.slice(0, Math.max(comma, 0)));
  const ofBody = ["organisation", "place"].includes(kindOfLine(tail, rules)) && !ownCommittee;
  if (comma > 0 && /\p{L}/u.test(tail) && ofBody && rules.holds("role", role.slice(0, comma)))
    return { ...person, role: role.slice(0, comma), organisation: tail };
  const [, body] = new RegExp(`\\b(?:of|at) (?:the )?(${rules.list("body")})$`, "iu").exec(role) ?? [];
  return body ? { ...person, organisation: body } : person;
}

/** What is printed in brackets after a speaker's name, or in a caption: a role, with its organisation where there is one. */
export function readRole(text: string, rules: Compiled): Pick<Person, "role" | "organisation"> {
  if (kindOfLine(text, rules) === "organisation") return { role: null, organisation: text };
  const { role, organisation } = withOrganisation({ ...NOBODY, role: text.trim() }, rules);
  return { role, organisation };
}

/** The office that a line names and nothing else ("The Mayor of London"), without its article; null where it says more. */
export const officeAlone = (text: string, rules: Compiled): string | null =>
  rules.is("office", text) ? text.trim().replace(/^the /i, "") : null;

/** Whether two people can be one: no field says otherwise. A first or a last name fits a whole one. */
export function mayBeOne(a: Person, b: Person): boolean {
  if (a.name === null || b.name === null) return a.role !== null && b.role !== null && sameRole(a.role, b.role);
  const [short, long] = [wordsOfName(a.name), wordsOfName(b.name)].sort((x, y) => x.length - y.length) as [
    string[],
    string[],
  ];
  return short.length > 0 && short.every((word) => long.includes(word));
}

/** The words of a name that tell it from another, lower case: without initials. */
export const wordsOfName = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[\s.]+/)
    .filter((word) => word.length > 1);

const sameRole = (a: string, b: string): boolean => {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  return x.includes(y) || y.includes(x);
};

/** One person out of two sayings of the same: the longer name, and what either knows. */
export const merge = (a: Person, b: Person): Person => ({
  name: (b.name?.length ?? 0) > (a.name?.length ?? 0) ? b.name : a.name,
  role: a.role ?? b.role,
  organisation: a.organisation ?? b.organisation,
});
