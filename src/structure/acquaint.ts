import type { Person } from "../records/person.ts";
import { type Namesake, namedElsewhere, namesakesIn } from "./namesakes.ts";
import { mayBeOne, merge } from "./people.ts";
import type { PartDraft } from "./view.ts";

/**
 * A letter and its reply in one file tell of each other's people: "Dear Commissioner" is whoever signs the reply. What a part
 * says itself is never changed, only completed.
 */
export function acquaint(parts: readonly PartDraft[]): PartDraft[] {
  return answering(completed(parts));
}

function completed(parts: readonly PartDraft[]): PartDraft[] {
  const namesakes = namesakesIn(parts, isLetter);
  return parts.map((part, at) => {
    const whole = (person: Person) => complete(person, namedElsewhere(namesakes(person), at));
    if (part.kind === "decision")
      return { ...part, from: part.from.map((person) => inOffice(person, namesakes) ?? whole(person)) };
    if (!isLetter(part)) return part;
    const back = part.to.length === 0 ? firstTo(part.from.flatMap(namesakes), at) : undefined;
    // where a letter names nobody, and one of the others is addressed to its writer: that one's writer
    const to = back === undefined ? part.to : parts[back]!.from;
    return { ...part, from: part.from.map(whole), to: to.map(whole) };
  });
}

/** Who decides is named by the office alone where a form is signed by hand: the letter beside it says who holds that. */
function inOffice(person: Person, namesakes: (person: Person) => Namesake[]): Person | undefined {
  if (person.name !== null) return undefined;
  return namesakes(person).find(
    (same) => same.person.name !== null && same.person.role?.toLowerCase() === person.role?.toLowerCase(),
  )?.person;
}

/** A letter back to the writer of an earlier one, which nobody else answers, is its reply though it does not say so, or is headed as a response. */
function answering(parts: readonly PartDraft[]): PartDraft[] {
  const out = [...parts];
  const inTime = out.map((_, at) => at).sort((a, b) => (out[a]!.date ?? "").localeCompare(out[b]!.date ?? "") || a - b);
  const dated = out.every(({ date }) => date !== null);
  const order = dated ? inTime : out.map((_, at) => at);
  const rank = new Map(order.map((at, place) => [at, place]));
  const namesakes = namesakesIn(parts, () => true);
  const writers = (people: readonly Person[]) =>
    people.flatMap(namesakes).flatMap(({ places }) => places.flatMap(({ part, from }) => (from ? part : [])));
  const open = new Set<number>();
  for (const at of order) {
    const part = out[at]!;
    const answered = [...new Set(writers(part.to))]
      .filter((before) => open.has(before))
      .sort((a, b) => rank.get(a)! - rank.get(b)!)
      .find((before) => isAddressed(part.from, out[before]!.to) && meets(part.to, out[before]!.from));
    if (part.kind === "letter" && answered === undefined) open.add(at);
    if (answered === undefined) continue;
    open.delete(answered);
    const restates = part.segments.some(({ kind }) => kind === "statement");
    if (part.kind === "letter" || (part.kind === "response" && !restates)) out[at] = { ...part, kind: "reply" };
  }
  return out;
}

/** Whether some are those to whom a letter went: by name, or anybody where it went to an office or a body alone. */
const isAddressed = (some: readonly Person[], to: readonly Person[]): boolean =>
  meets(some, to) || (some.length > 0 && to.length > 0 && to.every(({ name }) => name === null));

/** Whether somebody, by name, is among some others. */
const meets = (some: readonly Person[], others: readonly Person[]): boolean =>
  some.some((person) => person.name !== null && others.some((other) => other.name !== null && mayBeOne(person, other)));

const isLetter = ({ kind }: PartDraft): boolean => kind === "letter" || kind === "reply" || kind === "response";

/** The first of the other parts that goes to any of some people. */
function firstTo(people: readonly Namesake[], than: number): number | undefined {
  const letters = people.flatMap(({ places }) =>
    places.flatMap(({ part, from }) => (from || part === than ? [] : part)),
  );
  return letters.length > 0 ? letters.reduce((a, b) => Math.min(a, b)) : undefined;
}

const complete = (person: Person, same: readonly Person[]): Person =>
  same.reduce(
    (so, other) => ({ ...merge(so, other), name: fuller(so.name, other.name), role: fuller(so.role, other.role) }),
    person,
  );

/** The fuller of two ways to say one thing: the one that takes in the other, or writes its initials out. */
const fuller = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b.length > a.length && (b.toLowerCase().includes(a.toLowerCase()) || isShortFor(a, b)))
    ? b
    : a;

/** Whether a name is another with initials for its first names ("A. Moss" for "Ada Moss"). */
function isShortFor(short: string, long: string): boolean {
  const [, initial, surname] = /^(\p{Lu})\.? (?:\p{Lu}\.? )*(\p{Lu}[\p{L}’'-]+)$/u.exec(short) ?? [];
  return initial !== undefined && long.startsWith(initial) && long.endsWith(` ${surname}`);
}
