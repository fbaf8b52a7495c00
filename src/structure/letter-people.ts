import type { Person } from "../records/person.ts";
import { isDateLine } from "./date-line.ts";
import { withoutDay } from "./day.ts";
import type { Frame } from "./frame.ts";
import { titlesOver } from "./letter-fields.ts";
import { inOrder, readName } from "./name.ts";
import { kindOfLine, mayBeOne, merge, readPeople, readPeopleOrBody, splitNamed } from "./people.ts";
import { blockOf, headerField, type Range, type View, within, withValue } from "./view.ts";

/** Who wrote a letter and to whom, from its signature, its address block and its salutation. */
export function readCorrespondents(view: View, frame: Frame): { from: Person[]; to: Person[] } {
  const groups = headGroups(view, frame);
  const named = groups.flatMap((lines) => readPeople(lines, view.rules));
  const signature = [...signedInLine(view, frame), ...sideBySide(view, frame.signature)];
  const headers = headerPeople(view, frame);
  const signed = inBody(familiar([...readPeopleOrBody(signature, view.rules), ...headers.from]));
  const from = inOffice(complete(signed.length > 0 ? distinct(signed) : [], named), senderRole(view, frame));
  const others = named.filter((person) => !from.some((writer) => mayBeOne(writer, person)));
  const greeting = greetedIn(view, frame);
  const listed = greeting === "" && headers.to.length > 1;
  const people = (listed ? headers.to : addressees(view, frame, [...others, ...headers.to])).map((person) =>
    entitled(view, frame, person),
  );
  const greeted = isNobody(greeting, view) ? [] : readPeopleOrBody([greeting], view.rules);
  const letterhead = letterheadOf(view, groups, others, people.length > 0 || isElsewhere(greeted, groups[0]));
  const bodies = addressedBody(view, letterhead === null ? groups : groups.slice(1));
  const titled = readPeopleOrBody([partyInTitle(view, frame, "to") ?? ""], view.rules);
  const to = [people, bodies, titled, greeted].find((each) => each.length > 0) ?? [];
  const unsigned = others.filter((person) => person.role !== null && !to.some((reader) => mayBeOne(reader, person)));
  const headed = letterhead === null ? [] : [{ name: null, role: null, organisation: null }];
  // a signature that is a picture leaves the name in the letterhead
  const entitledTo = readPeopleOrBody([partyInTitle(view, frame, "from") ?? ""], view.rules);
  const silent = greeting === "" ? entitledTo : unsigned.slice(0, 1);
  const writers = [from, silent, headed].find((each) => each.length > 0) ?? [];
  return { from: writers.map((person) => ({ ...person, organisation: person.organisation ?? letterhead })), to };
}

/** Without a first name alone ("Leo") over the whole name of the same person ("Leopold Danvers"). */
const familiar = ([first, ...others]: readonly Person[]): Person[] => {
  const [short, long] = [first?.name?.toLowerCase() ?? "", others[0]?.name?.toLowerCase() ?? ""];
  const same = SHORT_NAME.test(short) && long.includes(" ") && long.startsWith(short.slice(0, 2));
  return first === undefined || (same && first.role === null) ? others : [first, ...others];
};

const SHORT_NAME = /^\p{L}{2,12}$/u;

/** Where somebody signs by name, a body from the header of the message is where he writes from, and nobody beside him. */
function inBody(people: readonly Person[]): Person[] {
  const named = people.filter(({ name, role }) => name !== null || role !== null);
  const body = people.find(({ name, role }) => name === null && role === null)?.organisation ?? null;
  if (named.length === 0 || body === null) return [...people];
  return named.map((person) => ({ ...person, organisation: person.organisation ?? body }));
}

/** Whether a body is greeted of which the first lines of the head say nothing ("Dear FOI Team" below "Freedom of Information Team"). */
const isElsewhere = ([greeted]: readonly Person[], first: readonly string[] = []): boolean => {
  const last = greeted?.organisation?.split(/\s+/).at(-1)?.toLowerCase();
  return last !== undefined && !first.some((line) => line.toLowerCase().includes(last));
};

/** The lines of a range; of a table whose first row is of names, column by column: they stand beside one another. */
function sideBySide(view: View, range: Range): string[] {
  const lines = within(view, range).map(({ line, index }) => ({ text: line.text, cell: blockOf(view, index).cell }));
  const first = lines.filter(({ cell }) => cell?.row === lines[0]?.cell?.row);
  const named = first.length > 1 && first.every(({ text, cell }) => cell !== null && readName(text, view.rules));
  const sorted = named ? lines.toSorted((a, b) => (a.cell?.column ?? 0) - (b.cell?.column ?? 0)) : lines;
  return sorted.map(({ text }) => text);
}

/** "Regards, Ada Moss": a name in the line of the sign-off. */
const signedInLine = (view: View, { body }: Frame): string[] => {
  const name = view.rules.read("sign-off", view.lines[body.to]?.text ?? "")?.groups?.who;
  return name ? [name] : [];
};

/** The office in a letterhead's line "From the Chair", or in the title over the letter. */
const senderRole = (view: View, frame: Frame): string | null =>
  [
    ...within(view, frame.head).map(({ line }) => view.rules.read("sender", line.text)?.groups?.value),
    partyInTitle(view, frame, "from")?.replace(/^the /i, ""),
  ].find((role) => role !== undefined && view.rules.holds("role", role) && !readName(role, view.rules)?.sure) ?? null;

/** One writer without an office holds the one that the letterhead names. */
const inOffice = (people: readonly Person[], role: string | null): readonly Person[] =>
  people.length === 1 ? people.map((person) => ({ ...person, role: person.role ?? role })) : people;

/** Who is named in lines "From: …" and "To: …" of a memorandum or a message. */
function headerPeople(view: View, frame: Frame): { from: Person[]; to: Person[] } {
  const found = { from: [] as Person[], to: [] as Person[] };
  for (const { index } of within(view, frame.head)) {
    const sender = view.rules.read("sender-name", withValue(view, index))?.groups?.value;
    if (sender) found.from.push(...readPeopleOrBody([inOrder(sender)], view.rules));
    const groups = view.rules.read("header-line", withValue(view, index))?.groups;
    const field = groups?.field?.toLowerCase();
    const side =
      field === "from" || field === "issued by" ? "from" : field === "to" || field === "issued to" ? "to" : null;
    if (side === null) continue;
    const people = groups!.value!.split(/;\s*/).map((value) => value.replace(/\s*<[^>]*>|\s*\[mailto:[^\]]*\]/g, ""));
    found[side].push(...people.flatMap((value) => readPeopleOrBody([inOrder(withoutDay(value))], view.rules)));
  }
  return found;
}

/** The lines of the head in their groups: a blank line, a date or a reference parts them. */
function headGroups(view: View, frame: Frame): string[][] {
  const groups: string[][] = [];
  let open: string[] | null = null;
  let block = -1;
  for (const { line, index } of within(view, frame.head)) {
    if (open !== null && isFieldBeside(view, index)) continue;
    // "By email" set beside a name is not the end of what is below that
    if (open !== null && line.block === block && view.rules.shows(line.text, "delivery")) continue;
    const parts =
      isDateLine(line.text) ||
      isTitleLine(view, index) ||
      view.rules.shows(
        line.text,
        "own-reference",
        "your-reference",
        "header-line",
        "sender-name",
        "part-heading",
        "contact",
        "delivery",
        "sender",
      );
    if (parts) {
      open = null;
      continue;
    }
    const said = unaddressed(line.text);
    if (
      open === null ||
      said !== line.text ||
      (line.block !== block && (isSetApart(view, block, line.block) || startsGroup(view, line.text, open)))
    ) {
      open = [];
      groups.push(open);
    }
    open.push(said);
    block = line.block;
  }
  return groups;
}

/** "Our ref: …" or "Date: …" in a column to the right of an address, between whose lines it comes. */
const isFieldBeside = (view: View, index: number): boolean =>
  (blockOf(view, index).cell?.column ?? 0) > 0 &&
  (view.rules.shows(view.lines[index]!.text, "own-reference", "your-reference", "contact") ||
    headerField(view, view.lines[index]!.text) === "date");

/** "To the Chief Executive", "From Ada Moss MP" in running hand, without the word that only says on which side it stands. */
const unaddressed = (line: string): string =>
  line
    .replace(/^\p{Lu}\p{Ll}+:\s+(?=\p{Lu})/u, "")
    .replace(/^(?:To|From|TO|FROM)\s+(?:[Tt]he\s+|THE\s+)?(?=\p{Lu})/u, "");

/** A heading that is no name of a body or a person: those have capitals throughout. */
const isTitleLine = (view: View, index: number): boolean =>
  ["title", "heading"].includes(blockOf(view, index).kind) &&
  view.lines[index]!.text.split(/\s+/).some((word) => /^\p{Ll}/u.test(word) && !SMALL.test(word));

/** What is written small in a name. */
const SMALL = /^(?:of|the|and|for|in|on|at|de|van|von|der|la|le)$/;

/** Where addresses are blocks of several lines, the next block is another address; where each line is a block, nothing is said. */
const isSetApart = (view: View, above: number, here: number): boolean =>
  [above, here].some((index) => {
    const block = view.document.blocks[index];
    return block !== undefined && view.document.text.slice(block.start, block.end).includes("\n");
  });

/** In text without blank lines between them, a new name begins a new group. */
const startsGroup = (view: View, text: string, open: readonly string[]): boolean => {
  const name = splitNamed(text, view.rules)[0]!;
  return readName(name, view.rules) !== null && kindOfLine(name, view.rules) === "name" && open.length > 0;
};

/** Those who wrote, each with what the head says of the same person. */
const complete = (people: readonly Person[], others: readonly Person[]): Person[] =>
  people.map((person) => others.filter((other) => mayBeOne(person, other)).reduce(merge, person));

function distinct(people: readonly Person[]): Person[] {
  const out: Person[] = [];
  for (const person of people) {
    const at = out.findIndex((each) => mayBeOne(each, person));
    if (at < 0) out.push(person);
    else out[at] = merge(out[at]!, person);
  }
  return out;
}

/** The salutation says which of those named above it is addressed; where it fits nobody, it is all that is known. */
function addressees(view: View, frame: Frame, named: readonly Person[]): Person[] {
  const greeted = greetedIn(view, frame);
  const people = greeted === "" ? [] : greetedPeople(greeted, view);
  if (people.length === 0) return named.slice(-1);
  return people.map((person) => {
    const same = named.filter((other) => mayBeOne(person, other));
    if (same.length > 0) return same.reduce(merge);
    const nearest = named.at(-1);
    return nearest && (nearest.name === null || person.name === null) ? merge(nearest, person) : person;
  });
}

const greetedIn = (view: View, { salutation }: Frame): string =>
  view.rules.read("salutation", salutation === null ? "" : view.lines[salutation]!.text)?.groups?.who?.trim() ?? "";

/** The title over a letter may name the office that its salutation leaves out: "Letter from the Panel to the Commissioner". */
function entitled(view: View, frame: Frame, person: Person): Person {
  if (person.role !== null) return person;
  const office = partyInTitle(view, frame, "to");
  return office && view.rules.holds("role", office) ? { ...person, role: office } : person;
}

/** Who writes or is written to, as the title over a letter says. */
const partyInTitle = (view: View, frame: Frame, side: "from" | "to"): string | undefined =>
  titlesOver(view, frame)
    .map((text) => view.rules.read("parties", text)?.groups?.[side])
    .find((party) => party !== undefined);

/** "Sir or Madam", "All": whoever it may be. */
const isNobody = (greeted: string, view: View): boolean =>
  greeted.split(/\s*[/,]\s*|\s+(?:or|and|&)\s+/).every((each) => view.rules.is("nobody-named", each));

function greetedPeople(greeted: string, view: View): Person[] {
  if (kindOfLine(greeted, view.rules) === "organisation") return [];
  if (isNobody(greeted, view)) return [];
  return greeted.split(/(?:\s+(?:and|&)|,)\s+(?:[Dd]ear\s+)?/).flatMap((words): Person[] => {
    const ranked = ofRank(words, view);
    if (ranked) return [ranked];
    if (view.rules.holds("role", words)) return [{ name: null, role: words, organisation: null }];
    const name = readName(words, view.rules)?.name ?? words.replace(/[,:]$/, "");
    return /^\p{Lu}/u.test(name) ? [{ name, role: null, organisation: null }] : [];
  });
}

/** "Commander Whitlock", "Deputy Chief Constable Ada Moss": a rank and who holds it. */
function ofRank(words: string, { rules }: View): Person | null {
  const [, role = "", name = ""] = /^(.+?)\s+(\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)?)$/u.exec(words.trim()) ?? [];
  return rules.is("rank", role) && !rules.holds("role", name) ? { name, role, organisation: null } : null;
}

/** The organisation at the very top: over other addresses, or alone in a letter that greets somebody. */
function letterheadOf(
  view: View,
  groups: readonly string[][],
  others: readonly Person[],
  greets: boolean,
): string | null {
  const first = groups[0]?.[0];
  if (!first || (groups.length < 2 && !greets)) return null;
  const isBody = kindOfLine(first, view.rules) === "organisation" || view.rules.holds("lone-body", first);
  if (!isBody || others.some(({ organisation }) => organisation === first)) return null;
  return bodyBehindName(view, first) ?? first.replace(/,?\s+\d.*$/, "");
}

/** "Tom Reed, Exford Council": the body for which somebody writes. */
function bodyBehindName({ rules }: View, line: string): string | null {
  const [, name = "", body = ""] = /^([^,]{3,50}),\s+(.+)$/.exec(line) ?? [];
  return kindOfLine(name, rules) === "name" && kindOfLine(body, rules) === "organisation" ? body : null;
}

/** A body written to without the name of anybody in it: the last address of which that is all. */
function addressedBody(view: View, groups: readonly string[][]): Person[] {
  const bodies = (groups.at(-1) ?? []).filter((line) => kindOfLine(line, view.rules) === "organisation");
  return bodies.length === 0 ? [] : [{ name: null, role: null, organisation: bodies.join(", ") }];
}
