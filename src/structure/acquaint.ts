import type { Person } from "../records/person.ts";
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
  return parts.map((part, index) => {
    const others = parts.filter((other, at) => at !== index && isLetter(other));
    if (!isLetter(part) || others.length === 0) return part;
    const known = others.flatMap((other) => [...other.from, ...other.to]);
    return {
      ...part,
      from: part.from.map((person) => complete(person, known)),
      to: addressees(part, others).map((person) => complete(person, known)),
    };
  });
}

/** A letter back to the writer of an earlier one, which nobody else answers, is its reply though it does not say so, or is headed as a response. */
function answering(parts: readonly PartDraft[]): PartDraft[] {
  const out = [...parts];
  const inTime = out.map((_, at) => at).sort((a, b) => (out[a]!.date ?? "").localeCompare(out[b]!.date ?? "") || a - b);
  const dated = out.every(({ date }) => date !== null);
  const order = dated ? inTime : out.map((_, at) => at);
  const open = new Set<number>();
  for (const at of order) {
    const part = out[at]!;
    const answered = [...open].find((before) => meets(part.from, out[before]!.to) && meets(part.to, out[before]!.from));
    if (part.kind === "letter" && answered === undefined) open.add(at);
    if (answered === undefined) continue;
    open.delete(answered);
    const restates = part.segments.some(({ kind }) => kind === "statement");
    if (part.kind === "letter" || (part.kind === "response" && !restates)) out[at] = { ...part, kind: "reply" };
  }
  return out;
}

/** Whether somebody, by name, is among some others. */
const meets = (some: readonly Person[], others: readonly Person[]): boolean =>
  some.some((person) => person.name !== null && others.some((other) => other.name !== null && mayBeOne(person, other)));

const isLetter = ({ kind }: PartDraft): boolean => kind === "letter" || kind === "reply" || kind === "response";

/** Where a letter names nobody, and one of the others is addressed to its writer: that one's writer. */
function addressees(part: PartDraft, others: readonly PartDraft[]): readonly Person[] {
  if (part.to.length > 0) return part.to;
  const back = others.find((other) => other.to.some((person) => part.from.some((writer) => mayBeOne(person, writer))));
  return back?.from ?? [];
}

const complete = (person: Person, known: readonly Person[]): Person => {
  const same = known.filter((other) => mayBeOne(person, other));
  return same.reduce(
    (so, other) => ({ ...merge(so, other), name: fuller(so.name, other.name), role: fuller(so.role, other.role) }),
    person,
  );
};

/** The fuller of two ways to say one thing: the one that takes in the other. */
const fuller = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b.length > a.length && b.toLowerCase().includes(a.toLowerCase())) ? b : a;
