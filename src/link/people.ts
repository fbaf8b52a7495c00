import type { Body } from "../document/body.ts";
import { oncePer } from "../document/once.ts";
import type { Person } from "../records/person.ts";

/** Letters after a name and titles before it: words of capitals, or of few letters with a full stop. */
const AFTER_NAME = /[\s,]+(?:[A-Z]{2,5}|(?:\([^)]*\)))\.?$/;
const BEFORE_NAME =
  /^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Baron|Rt Hon|Prof|Professor|Cllr|Councillor)\.?\s+/i;

/** A name without titles and letters after it. */
export function bareName(name: string): string {
  let bare = name.trim();
  while (AFTER_NAME.test(bare)) bare = bare.replace(AFTER_NAME, "");
  while (BEFORE_NAME.test(bare)) bare = bare.replace(BEFORE_NAME, "");
  return bare;
}

/** The last word of a bare name, lower case. */
export const surnameOf = (name: string): string => bareName(name).toLowerCase().split(/\s+/).at(-1) ?? "";

const plain = (words: string): string =>
  words
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/^the /, "")
    .trim();

/** Keys under which a person or office meets its other names: surname, role, and the bodies that these stand for. */
export function keysOf(person: Person, bodies: readonly Body[]): Set<string> {
  const keys = new Set<string>();
  const surname = person.name ? plain(bareName(person.name)).split(" ").at(-1) : "";
  if (surname) keys.add(`name:${surname}`);
  if (person.role) keys.add(`role:${plain(person.role)}`);
  for (const words of [person.organisation, person.role, person.name]) {
    if (!words) continue;
    const body = bodyOf(plain(words), bodies);
    if (body) keys.add(`body:${plain(body.name)}`);
    else if (words === person.organisation) keys.add(`body:${plain(words)}`);
  }
  return keys;
}

/** Shorter names than this are compared in full only: "Met" is in "metal". */
const LONG_ENOUGH = 5;

function bodyOf(words: string, bodies: readonly Body[]): Body | undefined {
  const named = namesOf(bodies);
  const padded = ` ${words} `;
  const found =
    named.find(({ names }) => names.includes(words)) ??
    named.find(({ names }) => names.some((name) => name.length >= LONG_ENOUGH && padded.includes(` ${name} `)));
  return found?.body;
}

type Named = { body: Body; names: readonly string[] };
/** Bodies with their names as they are compared, made once for each list: lists come from a pipeline file and never change. */
const namesOf = oncePer((bodies: readonly Body[]): readonly Named[] =>
  bodies.map((body) => ({ body, names: [body.name, ...body.aliases, ...body.roles].map(plain) })),
);

/** The keys of several people together. */
export function keysOfAll(people: readonly Person[], bodies: readonly Body[]): Set<string> {
  return new Set(people.flatMap((person) => [...keysOf(person, bodies)]));
}

/** How well the keys of two sides name the same party: 1 by surname, less by role or body alone, 0 where nothing is shared. */
export function sameParty(a: readonly string[], b: readonly string[]): number {
  let best = 0;
  for (const key of a) {
    if (!b.includes(key)) continue;
    best = Math.max(best, key.startsWith("name:") ? 1 : key.startsWith("role:") ? 0.8 : 0.5);
  }
  return best;
}
