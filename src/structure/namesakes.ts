import type { Person } from "../records/person.ts";
import { mayBeOne, wordsOfName } from "./people.ts";
import type { PartDraft } from "./view.ts";

/** Somebody as parts name them, and where: in which part, by index, and whether it comes from them. In reading order; places are numbered through. */
export type Namesake = { person: Person; places: { part: number; from: boolean; order: number }[] };

/** What those go by who are named by their office alone: no word of a name. */
const UNNAMED = "";

/**
 * Tells whom some parts name that may be one with a person. Those who share no word of a name are not compared, and whoever is named often
 * is compared once: a file may hold a thousand messages.
 */
export function namesakesIn(parts: readonly PartDraft[], counts: (part: PartDraft) => boolean) {
  const all = everyoneIn(parts, counts);
  const byWord = new Map<string, Namesake[]>();
  for (const one of all) {
    for (const word of new Set(keysOf(one.person))) {
      const sharing = byWord.get(word);
      if (sharing) sharing.push(one);
      else byWord.set(word, [one]);
    }
  }
  const near = (person: Person) =>
    person.name === null ? all : new Set([...keysOf(person), UNNAMED].flatMap((word) => byWord.get(word) ?? []));
  return (person: Person): Namesake[] => [...near(person)].filter((one) => mayBeOne(person, one.person));
}

const keysOf = ({ name }: Person): string[] => (name === null ? [UNNAMED] : wordsOfName(name));

function everyoneIn(parts: readonly PartDraft[], counts: (part: PartDraft) => boolean): Namesake[] {
  const known = new Map<string, Namesake>();
  let order = 0;
  for (const [part, { from, to }] of parts.entries()) {
    if (!counts(parts[part]!)) continue;
    for (const [side, person] of [
      ...from.map((one) => [true, one] as const),
      ...to.map((one) => [false, one] as const),
    ]) {
      const key = JSON.stringify(person);
      const one = known.get(key) ?? { person, places: [] };
      one.places.push({ part, from: side, order: order++ });
      known.set(key, one);
    }
  }
  return [...known.values()];
}

/** The people among some namesakes who are named in other parts than one, by where that is first. */
export const namedElsewhere = (namesakes: readonly Namesake[], than: number): Person[] =>
  namesakes
    .flatMap(({ person, places }) => {
      const first = places.find(({ part }) => part !== than);
      return first ? [{ person, order: first.order }] : [];
    })
    .sort((a, b) => a.order - b.order)
    .map(({ person }) => person);
